import { redlineAsHtml } from '../../legaltext/redline/as-html.ts';
import { redlineAsJson } from '../../legaltext/redline/as-json.ts';
import { redlineAsText } from '../../legaltext/redline/as-text.ts';
import { redlineAgainstTwo, type RedlineAgainstTwo } from '../../legaltext/redline/against-two.ts';
import { redline as compare, type Redline } from '../../legaltext/redline/redline.ts';
import type { ShowingOptions } from '../../legaltext/redline/shown.ts';
import { CommandFailure, type ExitCode } from '../outcome.ts';
import { identityOf } from './changes.ts';
import { STANDARD } from './input.ts';
import { refuseToOverwrite, writeOutput } from './output.ts';
import { redlinePage } from './redline-page.ts';
import { readVersions } from './texts.ts';

const FORMATS = ['text', 'html', 'json'] as const;
type RedlineFormat = (typeof FORMATS)[number];

const isFormat = (words: string): words is RedlineFormat => (FORMATS as readonly string[]).includes(words);

const RED = '\u001b[31m';
const GREEN = '\u001b[32m';
const PLAIN = '\u001b[39m';

/** The signs say everything; at a terminal, colour says it again. Never in a file or a pipe. */
const coloured = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      if (line.startsWith('-')) return `${RED}${line}${PLAIN}`;
      if (line.startsWith('+')) return `${GREEN}${line}${PLAIN}`;
      return line
        .replace(/\[-.*?-\]/gu, (words) => `${RED}${words}${PLAIN}`)
        .replace(/\{\+.*?\+\}/gu, (words) => `${GREEN}${words}${PLAIN}`);
    })
    .join('\n');

function written(
  redline: Redline | RedlineAgainstTwo,
  format: RedlineFormat,
  title: string,
  options: ShowingOptions,
): string {
  switch (format) {
    case 'text':
      return redlineAsText(redline, options);
    case 'html':
      return redlinePage(title, redlineAsHtml(redline, options), {
        againstTwo: redline.kind === 'redline-against-two',
      });
    case 'json':
      return JSON.stringify(redlineAsJson(redline, options), null, 1);
  }
}

/**
 * Shows what one text became: provision by provision, and within each by words. With `law`, what is new against the last
 * draft and what is new against the law in force are told apart. Exit code 0, since a difference is what was asked for and no
 * fault; with `exitCode`, 1 where the texts differ, from the law too.
 */
export async function redline(
  names: readonly [string, string],
  options: {
    readonly format: string;
    readonly law?: string;
    readonly output?: string;
    readonly style?: string;
    readonly all?: boolean;
    readonly exitCode?: boolean;
  },
): Promise<ExitCode> {
  const { format, output, law } = options;
  if (!isFormat(format))
    throw new CommandFailure(
      `There is no form called “${format}” for a redline. Give --format ${FORMATS.join(', --format ')}.`,
    );
  const [before, after, inForce] = await readVersions(law === undefined ? names : [...names, law], options.style);
  if (before === undefined || after === undefined) throw new Error('Two texts were read, and there are not two.');
  const inputs = [before, after, ...(inForce === undefined ? [] : [inForce])].map(({ input }) => input);
  refuseToOverwrite(output, inputs);
  const showing: ShowingOptions = { unchanged: options.all === true ? 'shown' : 'left-out' };
  const identity = identityOf(before, after);
  const compared =
    inForce === undefined
      ? compare(before.version, after.version, identity)
      : redlineAgainstTwo(before.version, inForce.version, after.version, { ...showing, identity });
  const title = `${before.input.name} → ${after.input.name}${inForce === undefined ? '' : `, beside ${inForce.input.name}`}`;
  const content = written(compared, format, title, showing);
  const isTerminal =
    (output === undefined || output === STANDARD) && process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  writeOutput(output, format === 'text' && isTerminal ? coloured(content) : content, inputs);
  const differ = [before, inForce].some((each) => each !== undefined && each.version.hash !== after.version.hash);
  return options.exitCode === true && differ ? 1 : 0;
}
