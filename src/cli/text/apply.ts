import { apply as madeOn } from '../../legaltext/apply.ts';
import { Draft } from '../../legaltext/draft.ts';
import { anchored } from '../../legaltext/drafting/anchored.ts';
import type { Instrument } from '../../legaltext/instrument.ts';
import { merge } from '../../legaltext/merge/merge.ts';
import type { OperationFailure } from '../../legaltext/operation-failure.ts';
import { placeInWords } from '../../legaltext/place-in-words.ts';
import type { Version } from '../../legaltext/version.ts';
import type { ExitCode } from '../outcome.ts';
import { changesIn } from './changes.ts';
import { refuseToOverwrite } from './output.ts';
import { counted, remark } from './say.ts';
import { asVersion, readTexts } from './texts.ts';
import { formFor, writeVersion } from './written-form.ts';

/** The text with one more change, and what of that could not be made, in a sentence each. */
interface Made {
  readonly version: Version;
  readonly failures: readonly string[];
}

/**
 * Carries out an instrument on what other changes have made of `base`; says which operations could not be. Unless it says
 * that it was drafted on something else, its positions count in `base`: words are found again by what stands around them.
 */
function carryOut(text: Version, instrument: Instrument, base: Version): Made {
  const isOnBase = instrument.draftedOn === undefined || instrument.draftedOn === base.hash;
  const { parts } = isOnBase && text.hash !== base.hash ? anchored(instrument, base) : instrument;
  const draft = new Draft(text);
  const failures: string[] = [];
  let position = 0;
  for (const { operations } of parts)
    for (const operation of typeof operations === 'function' ? operations(draft) : operations) {
      position += 1;
      const failure = draft.apply(operation);
      if (failure !== null)
        failures.push(`${instrument.name}, operation ${position}: ${failureInWords(draft, failure)}`);
    }
  return { version: draft.version(), failures };
}

/** The sentence, with the place as people write it. */
const failureInWords = (draft: Draft, failure: OperationFailure): string =>
  failure.message.replaceAll(failure.place, placeInWords(draft, failure.place));

/**
 * Brings what a draft changes in `base` into what other changes have made of that: a draft says nothing of how to find its
 * words and places in any other text, but the three texts together do.
 */
function bringIn(text: Version, draft: Instrument, base: Version): Made {
  const operations = draft.parts.flatMap((part) => (typeof part.operations === 'function' ? [] : part.operations));
  const drafted = madeOn(base, operations);
  if (drafted.kind === 'failed') throw new Error(drafted.failure.map(({ message }) => message).join(' '));
  const { version, collisions } = merge(base, text, drafted.value);
  return { version, failures: collisions.map(({ message }) => `${draft.name}: ${message}`) };
}

/** The parts that are to commence at all: those that never do change no text. */
const commencing = (instrument: Instrument): Instrument => ({
  ...instrument,
  parts: instrument.parts.filter(({ commencement }) => commencement.kind !== 'never'),
});

/**
 * Writes the text as it stands when the changes are made, one after the other in the order given. Where a change cannot
 * be made as drafted, nothing is written, each one is named, and the exit code is 1.
 */
export async function apply(
  base: string,
  changes: readonly string[],
  options: { readonly to?: string; readonly output?: string; readonly style?: string },
): Promise<ExitCode> {
  const form = formFor(options.to, options.output, 'text');
  const [first, ...rest] = await readTexts([base, ...changes], options.style);
  if (first === undefined) throw new Error('A text was read, and there is none.');
  const inputs = [first, ...rest].map((file) => file.input);
  refuseToOverwrite(options.output, inputs);
  const text = asVersion(first);
  const failures: string[] = [];
  let made = text.version;
  for (const file of rest) {
    const { instruments, untold } = changesIn(file, text);
    failures.push(...untold);
    for (const instrument of instruments.map(commencing)) {
      // A file that is a text is a draft of this one, unless it declares changes: these do not say what they were drafted on.
      const isDraft = file.version !== null && instrument.draftedOn !== undefined;
      const next = (isDraft ? bringIn : carryOut)(made, instrument, text.version);
      failures.push(...next.failures);
      made = next.version;
    }
  }
  if (failures.length > 0) {
    remark(`${counted(failures.length, 'change')} could not be made; nothing was written.`);
    for (const failure of failures) remark(`  ${failure}`);
    return 1;
  }
  writeVersion(made, form, first, options.output, inputs);
  return 0;
}
