/**
 * Who may do what: roles, resources and verbs, as one table. Every route names its line of it (`may('edit',
 * 'action')`), and answers carry what the caller may do next, from the same table.
 */
/**
 * The secretariat builds packs, runs meetings and keeps the record; the chair decides, and confirms what a meeting agreed; a
 * drafter keeps a code body's changes and drafts its text; a member reads, and updates the actions they own; an observer reads.
 */
export const ROLES = ['secretariat', 'chair', 'drafter', 'member', 'observer'] as const;
export type Role = (typeof ROLES)[number];

export const RESOURCES = [
  'programme',
  'code-body',
  'modification',
  'group',
  'meeting',
  'action',
  'decision',
  'document',
  'milestone',
  'change-request',
  'risk',
  'intake',
  'paper',
  'history',
] as const;
export type Resource = (typeof RESOURCES)[number];

export const VERBS = ['read', 'add', 'edit', 'remove', 'decide', 'accept'] as const;
export type Verb = (typeof VERBS)[number];

type Grants = Readonly<Record<Resource, Readonly<Partial<Record<Verb, readonly Role[]>>>>>;

const everyone = ROLES;
const keepers: readonly Role[] = ['secretariat', 'chair'];
const drafting: readonly Role[] = ['secretariat', 'chair', 'drafter'];

const GRANTS: Grants = {
  programme: { read: everyone, edit: ['secretariat'] },
  'code-body': { read: everyone, add: ['secretariat'], edit: ['secretariat', 'drafter'], remove: ['secretariat'] },
  modification: { read: everyone, add: drafting, edit: drafting, remove: ['secretariat'], decide: drafting },
  group: { read: everyone, add: ['secretariat'], edit: keepers, remove: ['secretariat'] },
  meeting: { read: everyone, add: keepers, edit: keepers, remove: ['secretariat'] },
  action: {
    read: everyone,
    add: keepers,
    edit: ['secretariat', 'chair', 'drafter', 'member'],
    remove: ['secretariat'],
    decide: keepers,
  },
  decision: { read: everyone, add: keepers, edit: keepers, remove: ['secretariat'], decide: ['chair', 'secretariat'] },
  document: { read: everyone, add: keepers, edit: keepers, remove: ['secretariat'] },
  milestone: { read: everyone, add: keepers, edit: keepers, remove: ['secretariat'] },
  'change-request': { read: everyone, add: drafting, edit: drafting, remove: ['secretariat'], decide: keepers },
  risk: { read: everyone, add: drafting, edit: drafting, remove: ['secretariat'] },
  intake: {
    read: everyone,
    add: ['secretariat', 'drafter'],
    edit: ['secretariat', 'drafter'],
    remove: ['secretariat'],
    accept: ['secretariat'],
  },
  paper: { read: everyone, add: keepers },
  history: { read: everyone },
};

/** Who acts: a person with roles, as every command and route knows them. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** One line of policy, as a route declares it. */
export type Policy =
  | { readonly kind: 'may'; readonly verb: Verb; readonly resource: Resource }
  /** Needs no role at all: signing in, health, the API's own description. */
  | { readonly kind: 'public'; readonly why: string };

/** The route needs a role that may do `verb` on `resource`. */
export const may = (verb: Verb, resource: Resource): Policy => ({ kind: 'may', verb, resource });

/** The route is open; `why` says for the reader of the table why that is right. */
export const open = (why: string): Policy => ({ kind: 'public', why });

/** Whether the actor (null: nobody signed in) may do it. */
export function allows(actor: Actor | null, verb: Verb, resource: Resource): boolean {
  const roles = GRANTS[resource][verb] ?? [];
  return actor !== null && actor.roles.some((role) => roles.includes(role));
}

/** What the actor may do with a resource: `{ edit: true, remove: false, … }` for the screen to ask. */
export const abilities = (actor: Actor | null, resource: Resource): Readonly<Record<Verb, boolean>> => ({
  read: allows(actor, 'read', resource),
  add: allows(actor, 'add', resource),
  edit: allows(actor, 'edit', resource),
  remove: allows(actor, 'remove', resource),
  decide: allows(actor, 'decide', resource),
  accept: allows(actor, 'accept', resource),
});
