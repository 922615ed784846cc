import { styleOfVersion } from '../../formats/legal-text/house-style.ts';
import { check as checkVersion, type CheckReport } from '../../legaltext/check/check.ts';
import type { CheckSeverity } from '../../legaltext/check/finding.ts';
import type { HouseStyle } from '../../legaltext/house-styles/model.ts';
import type { OtherCode } from '../../legaltext/references/references.ts';
import { CommandFailure, type ExitCode } from '../outcome.ts';
import { counted, say } from './say.ts';
import { readVersions, type VersionFile } from './texts.ts';

const SEVERITIES: readonly (readonly [CheckSeverity, string])[] = [
  ['fault', 'Wrong as it stands'],
  ['doubt', 'May be meant so'],
  ['notice', 'Worth tidying'],
];

const styleOf = (file: VersionFile): HouseStyle => file.style ?? styleOfVersion(file.version);

/** `BSC=bsc.xml`: by which names the text cites another code, and the file that has it. */
async function otherCode(given: string, style: string | undefined): Promise<OtherCode> {
  const [, names, name] = /^([^=]+)=(.+)$/su.exec(given) ?? [];
  if (names === undefined || name === undefined)
    throw new CommandFailure(
      `--also ${given}: Give the name by which the text cites the other code, and its file, as in --also BSC=bsc.xml.`,
    );
  const [file] = await readVersions([name], style);
  if (file === undefined) throw new Error('One file was read, and there is none.');
  return { names: names.split(',').map((each) => each.trim()), version: file.version, style: styleOf(file) };
}

function inWords(name: string, report: CheckReport, style: HouseStyle): string {
  const read = `read by the house style of the ${style.name}: ${counted(report.references, 'reference')}, ${counted(report.definitions, 'defined term')}, ${counted(report.uses, 'use')} of them`;
  if (report.findings.length === 0) return `${name}: nothing to remark (${read}).`;
  const groups = SEVERITIES.flatMap(([severity, heading]) => {
    const those = report.findings.filter((finding) => finding.severity === severity);
    return those.length === 0
      ? []
      : ['', `${heading} (${those.length})`, ...those.map(({ sentence }) => `  ${sentence}`)];
  });
  return [`${name}: ${counted(report.findings.length, 'finding')} (${read})`, ...groups].join('\n');
}

/** Checks texts by themselves: references, defined terms, holes, numbers. Exit code 1 where there are findings. */
export async function check(
  names: readonly string[],
  options: {
    readonly json?: boolean;
    readonly style?: string;
    readonly draft?: boolean;
    readonly also?: readonly string[];
  },
): Promise<ExitCode> {
  const also: OtherCode[] = [];
  for (const given of options.also ?? []) also.push(await otherCode(given, undefined));
  let code: ExitCode = 0;
  for (const file of await readVersions(names, options.style)) {
    const style = styleOf(file);
    const report = checkVersion(file.version, style, { brackets: options.draft === true, also });
    say(
      options.json === true
        ? JSON.stringify({ file: file.input.name, style: style.id, hash: file.version.hash, ...report })
        : inWords(file.input.name, report, style),
    );
    if (report.findings.length > 0) code = 1;
  }
  return code;
}
