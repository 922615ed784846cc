import { check as checkVersion, type CheckReport } from '../../legaltext/check/check.ts';
import type { CheckSeverity } from '../../legaltext/check/finding.ts';
import type { HouseStyle } from '../../legaltext/house-styles/model.ts';
import type { ExitCode } from '../outcome.ts';
import { otherCodes, styleOf } from './other-codes.ts';
import { counted, say } from './say.ts';
import { readVersions } from './texts.ts';

const SEVERITIES: readonly (readonly [CheckSeverity, string])[] = [
  ['fault', 'Wrong as it stands'],
  ['doubt', 'May be meant so'],
  ['notice', 'Worth tidying'],
];

function inWords(name: string, report: CheckReport, style: HouseStyle): string {
  const read = `read by the house style of the ${style.name}: ${counted(report.references, 'reference')}${report.external === 0 ? '' : ` (${report.external} to other texts)`}, ${counted(report.definitions, 'defined term')}, ${counted(report.uses, 'use')} of them`;
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
  const also = await otherCodes(options.also ?? []);
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
