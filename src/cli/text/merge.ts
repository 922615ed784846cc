import { merge as mergeVersions } from '../../legaltext/merge/merge.ts';
import type { MergeCollision } from '../../legaltext/merge/collision.ts';
import type { ExitCode } from '../outcome.ts';
import { madeFrom } from './changes.ts';
import { refuseToOverwrite, writeOutput } from './output.ts';
import { counted, remark } from './say.ts';
import { readVersions } from './texts.ts';
import { formFor, writeVersion } from './written-form.ts';

const CLASS: Readonly<Record<MergeCollision['class'], string>> = {
  words: 'same words',
  parent: 'taken out and changed',
  slot: 'same place or number',
  renumber: 'two numbers',
};

/**
 * Brings two drafts of one text together. What both did and does not collide is in the result; where they collide the
 * result reads as the base does, each collision is said, and the exit code is 1.
 */
export async function merge(
  names: readonly [string, string, string],
  options: {
    readonly to?: string;
    readonly output?: string;
    readonly style?: string;
    readonly collisions?: string;
  },
): Promise<ExitCode> {
  const form = formFor(options.to, options.output, 'text');
  const [base, ours, theirs] = await readVersions(names, options.style);
  if (base === undefined || ours === undefined || theirs === undefined)
    throw new Error('Three texts were read, and there are not three.');
  const inputs = [base.input, ours.input, theirs.input];
  refuseToOverwrite(options.output, inputs);
  refuseToOverwrite(options.collisions, inputs);
  const merged = mergeVersions(base.version, madeFrom(base, ours), madeFrom(base, theirs));
  writeVersion(merged.version, form, base, options.output, inputs);
  if (options.collisions !== undefined)
    writeOutput(options.collisions, JSON.stringify(merged.collisions, null, 1), inputs);
  if (merged.collisions.length === 0) return 0;
  remark(
    `${counted(merged.collisions.length, 'collision')}: there the result reads as ${base.input.name} does. Settle each by hand.`,
  );
  for (const { class: kind, message } of merged.collisions) remark(`  ${CLASS[kind]}: ${message}`);
  return 1;
}
