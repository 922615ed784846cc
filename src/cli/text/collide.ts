import { styleOfText } from '../../formats/legal-text/house-style.ts';
import { wayInWords } from '../../legaltext/place-in-words.ts';
import { collide as findCollisions } from '../../legaltext/collide/collide.ts';
import type { Collision, Severity } from '../../legaltext/collide/collision.ts';
import { readKnowledge } from '../../legaltext/collide/read-knowledge.ts';
import type { Instrument } from '../../legaltext/instrument.ts';
import { CommandFailure, type ExitCode } from '../outcome.ts';
import { changesIn } from './changes.ts';
import { namesIn, otherCodes } from './other-codes.ts';
import { counted, say } from './say.ts';
import { asVersion, readTexts, type TextFile, type VersionFile } from './texts.ts';

/** From what cannot be done to what is only good to know. */
const SEVERITIES: readonly { readonly severity: Severity; readonly heading: string }[] = [
  { severity: 'clash', heading: 'Cannot both be made as drafted' },
  { severity: 'order', heading: 'Depends on which is made first' },
  { severity: 'meaning', heading: 'Changes what other words mean or point to' },
  { severity: 'notice', heading: 'Good to know' },
];

/** The changes of all files. Each must have an id of its own: collisions are told by it. */
function instrumentsOf(files: readonly TextFile[], base: VersionFile): readonly Instrument[] {
  const holders = new Map<string, string>();
  return files.flatMap((file) => {
    const { instruments } = changesIn(file, base);
    if (instruments.length === 0) throw new CommandFailure(`${file.input.name}: This file holds no change to a text.`);
    for (const { id } of instruments) {
      const holder = holders.get(id);
      if (holder !== undefined)
        throw new CommandFailure(
          `${file.input.name}: Its change “${id}” was given already, in ${holder}. Give each change once, under an id of its own.`,
        );
      holders.set(id, file.input.name);
    }
    return instruments;
  });
}

function inWords(collisions: readonly Collision[], changes: number): string {
  if (collisions.length === 0)
    return `${counted(changes, 'change')}: none has to do with another, or with the text in force.`;
  const groups = SEVERITIES.flatMap(({ severity, heading }) => {
    const those = collisions.filter((collision) => collision.severity === severity);
    if (those.length === 0) return [];
    return [
      '',
      `${heading} (${those.length})`,
      ...those.flatMap(({ class: kind, place, sentence, concerns }) => [
        `  ${place.citation} [${kind}] ${sentence}`,
        ...(concerns.length === 0
          ? []
          : [
              `    concerns ${concerns.map(({ citation, document }) => (document === undefined ? citation : `${citation} of ${document}`)).join('; ')}`,
            ]),
      ]),
    ];
  });
  const grave = collisions.filter(({ severity }) => severity !== 'notice').length;
  const notices = collisions.length - grave;
  const headline = [
    counted(changes, 'change'),
    grave === 0 ? 'nothing to settle' : counted(grave, 'collision'),
    ...(notices === 0 ? [] : [counted(notices, 'notice')]),
  ].join(', ');
  return [headline, ...groups].join('\n');
}

/** Says where changes to one text collide, the gravest first. Notices alone leave the exit code at 0. */
export async function collide(
  base: string,
  changes: readonly string[],
  options: {
    readonly json?: boolean;
    readonly style?: string;
    readonly inOrder?: boolean;
    readonly called?: string;
    readonly also?: readonly string[];
  },
): Promise<ExitCode> {
  const [first, ...rest] = await readTexts([base, ...changes], options.style);
  if (first === undefined) throw new Error('A text was read, and there is none.');
  const text = asVersion(first);
  const instruments = instrumentsOf(rest, text);
  const others = await otherCodes(options.also ?? []);
  const collisions = findCollisions(instruments, text.version, {
    knowledge: readKnowledge(text.version, styleOfText(text), { names: namesIn(options.called ?? ''), others }),
    cite: wayInWords,
    inOrderOfDecision: options.inOrder === true,
  });
  say(
    options.json === true
      ? JSON.stringify(
          { base: text.version.hash, changes: instruments.map(({ id, name }) => ({ id, name })), collisions },
          null,
          1,
        )
      : inWords(collisions, instruments.length),
  );
  return collisions.some(({ severity }) => severity !== 'notice') ? 1 : 0;
}
