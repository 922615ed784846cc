import { styleOfText } from '../../formats/legal-text/house-style.ts';
import { wayInWords } from '../../legaltext/place-in-words.ts';
import { collide as findCollisions } from '../../legaltext/collide/collide.ts';
import type { Collision, Severity } from '../../legaltext/collide/collision.ts';
import { readKnowledge } from '../../legaltext/collide/read-knowledge.ts';
import type { Instrument } from '../../legaltext/instrument.ts';
import { CommandFailure, type ExitCode } from '../outcome.ts';
import { changesIn, type Changes } from './changes.ts';
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
function changesOf(files: readonly TextFile[], base: VersionFile): Changes {
  const holders = new Map<string, string>();
  const each = files.map((file) => {
    const changes = changesIn(file, base);
    const { instruments } = changes;
    if (instruments.length === 0) throw new CommandFailure(`${file.input.name}: This file holds no change to a text.`);
    for (const { id } of instruments) {
      const holder = holders.get(id);
      if (holder !== undefined)
        throw new CommandFailure(
          `${file.input.name}: Its change “${id}” was given already, in ${holder}. Give each change once, under an id of its own.`,
        );
      holders.set(id, file.input.name);
    }
    return changes;
  });
  return {
    instruments: each.flatMap(({ instruments }) => instruments),
    untold: each.flatMap(({ untold }) => untold),
  };
}

/** What could not be read comes before the result: what is said after it holds for the rest only. */
function untoldInWords(untold: readonly string[]): readonly string[] {
  if (untold.length === 0) return [];
  const them = untold.length === 1 ? 'it' : 'them';
  return [
    `${counted(untold.length, 'instruction')} could not be read, so nothing is said about ${them}:`,
    ...untold.map((sentence) => `  ${sentence}`),
    '',
  ];
}

const holdsOperations = ({ parts }: Instrument): boolean =>
  parts.some(({ operations }) => typeof operations === 'function' || operations.length > 0);

function inWords(collisions: readonly Collision[], { instruments, untold }: Changes): string {
  const before = untoldInWords(untold);
  if (untold.length > 0 && !instruments.some(holdsOperations))
    return [...before, `Nothing else is in ${counted(instruments.length, 'change')}.`].join('\n');
  return [...before, ...collisionsInWords(collisions, instruments.length, untold.length > 0)].join('\n');
}

function collisionsInWords(collisions: readonly Collision[], changes: number, isPartial: boolean): readonly string[] {
  const compared = `${counted(changes, 'change')}${isPartial ? ' as far as could be read' : ''}`;
  if (collisions.length === 0) return [`${compared}: none has to do with another, or with the text in force.`];
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
    compared,
    grave === 0 ? 'nothing to settle' : counted(grave, 'collision'),
    ...(notices === 0 ? [] : [counted(notices, 'notice')]),
  ].join(', ');
  return [headline, ...groups];
}

/**
 * Says where changes to one text collide, the gravest first, and before that what in them could not be read. Exit code 1
 * where anything collides or was not read; notices alone leave it at 0.
 */
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
  const changed = changesOf(rest, text);
  const { instruments, untold } = changed;
  const others = await otherCodes(options.also ?? []);
  const collisions = findCollisions(instruments, text.version, {
    knowledge: readKnowledge(text.version, styleOfText(text), { names: namesIn(options.called ?? ''), others }),
    cite: wayInWords,
    inOrderOfDecision: options.inOrder === true,
  });
  say(
    options.json === true
      ? JSON.stringify(
          {
            base: text.version.hash,
            changes: instruments.map(({ id, name }) => ({ id, name })),
            notRead: untold,
            collisions,
          },
          null,
          1,
        )
      : inWords(collisions, changed),
  );
  return untold.length > 0 || collisions.some(({ severity }) => severity !== 'notice') ? 1 : 0;
}
