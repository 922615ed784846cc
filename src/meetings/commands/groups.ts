/** What people do with groups. */
import { problem, type Problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { editRow } from '../../platform/record/edit.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import { findGroup, mainGroup, unmarkOtherMainGroups, type GroupRow } from '../store/groups.ts';
import { upsertRow, type Recorded } from '../../platform/record/upsert.ts';
import { groupNamed } from '../lookup.ts';

export interface GroupValues {
  readonly name?: string;
  /** 1 is the top level. */
  readonly level?: number | null;
  /** Short name or id of the group it reports to; null for none. */
  readonly parent?: string | null;
  readonly cadence?: string;
  readonly termsOfReference?: string;
  readonly constituencies?: readonly string[];
  readonly chairRole?: string;
  /** The group whose meetings the programme counts time by; marking one unmarks the others. */
  readonly main?: boolean;
}

export interface GroupInput extends GroupValues {
  /** Its natural key, in any case: `CCAG`. */
  readonly shortName: string;
}

const SHORT_NAME = /^[A-Za-z][A-Za-z&]{0,19}$/;

/** Creates the group or makes it read as given; what is not given stays. `invalid-value` for an unusable short name. */
export async function recordGroup(
  context: CommandContext,
  input: GroupInput,
): Promise<Result<Recorded & { readonly shortName: string }, Problem>> {
  if (!SHORT_NAME.test(input.shortName)) {
    return failed(
      problem('invalid-value', `“${input.shortName}” cannot name a group. Use up to 20 letters, for example CCAG.`),
    );
  }
  const present = await findGroup(context.database, input.shortName);
  const columns = await groupColumns(context, present, input);
  if (columns.kind === 'failed') return columns;
  const recorded = await upsertRow(context.database, 'governance_group', 'group', present?.id ?? null, columns.value, {
    short_name: input.shortName,
    ...(input.name === undefined ? { name: input.shortName } : {}),
  });
  if (input.main === true) await unmarkOtherMainGroups(context.database, recorded.id);
  return ok({ ...recorded, shortName: present?.short_name ?? input.shortName });
}

/** The group of that short name; one nobody has described yet is added, so that nothing said of it is lost. */
export async function ensureGroup(context: CommandContext, shortName: string): Promise<Result<GroupRow, Problem>> {
  const present = await findGroup(context.database, shortName);
  if (present !== null) return ok(present);
  const recorded = await recordGroup(context, { shortName });
  return recorded.kind === 'failed' ? recorded : groupNamed(context.database, recorded.value.id);
}

/** Marks the group as the main one when the programme has none: the first to meet is it until somebody says otherwise. */
export async function ensureMainGroup(context: CommandContext, group: GroupRow): Promise<void> {
  if ((await mainGroup(context.database)) !== null) return;
  await upsertRow(context.database, 'governance_group', 'group', group.id, { main: true });
}

/** Adds a group; `already-there` when its short name is taken. */
export async function addGroup(context: CommandContext, input: GroupInput) {
  const present = await findGroup(context.database, input.shortName);
  if (present !== null) {
    return failed(
      problem(
        'already-there',
        `There is a group ${present.short_name} already. Open it and edit it, or choose another.`,
      ),
    );
  }
  return recordGroup(context, input);
}

/** Changes a group in place; answers its new version. */
export async function editGroup(
  context: CommandContext,
  idOrShortName: string,
  ifMatch: number | null,
  values: GroupValues,
): Promise<Result<number, Problem>> {
  const group = await groupNamed(context.database, idOrShortName);
  if (group.kind === 'failed') return group;
  const columns = await groupColumns(context, group.value, values);
  if (columns.kind === 'failed') return columns;
  const edited = await editRow(context.database, 'governance_group', group.value.id, ifMatch, columns.value);
  if (edited.kind === 'ok' && values.main === true) await unmarkOtherMainGroups(context.database, group.value.id);
  return edited;
}

async function groupColumns(
  context: CommandContext,
  present: GroupRow | null,
  values: GroupValues,
): Promise<Result<Record<string, unknown>, Problem>> {
  let parent: string | null | undefined = values.parent === null ? null : undefined;
  if (values.parent !== undefined && values.parent !== null) {
    const found = await ensureGroup(context, values.parent);
    if (found.kind === 'failed') return found;
    if (present !== null && (await reportsTo(context, found.value, present.id))) {
      return failed(
        problem(
          'invalid-value',
          `${present.short_name} cannot report to ${found.value.short_name}, which itself reports to ${present.short_name}.`,
        ),
      );
    }
    parent = found.value.id;
  }
  return ok({
    name: values.name,
    level: values.level,
    parent_id: parent,
    cadence: values.cadence,
    terms_of_reference: values.termsOfReference,
    constituencies: values.constituencies,
    chair_role: values.chairRole,
    main: values.main,
  });
}

/** Whether a group is, or reports at any remove to, the group `id`. */
async function reportsTo(context: CommandContext, group: GroupRow, id: string): Promise<boolean> {
  if (group.id === id) return true;
  if (group.parent_id === null) return false;
  const parent = await findGroup(context.database, group.parent_id);
  return parent !== null && reportsTo(context, parent, id);
}
