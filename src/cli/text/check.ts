import { check as checkVersion, type CheckReport } from '../../legaltext/check/check.ts';
import type { CheckCode, CheckFinding, CheckSeverity } from '../../legaltext/check/finding.ts';
import { styleOfText } from '../../formats/legal-text/house-style.ts';
import { isInAnotherLanguage, jurisdictionOf } from '../../formats/legal-text/said-of-itself.ts';
import type { ExitCode } from '../outcome.ts';
import { otherCodes } from './other-codes.ts';
import { counted, say } from './say.ts';
import { readVersions, type VersionFile } from './texts.ts';

const SEVERITIES: readonly (readonly [CheckSeverity, string])[] = [
  ['fault', 'Wrong as it stands'],
  ['doubt', 'May be meant so'],
  ['notice', 'Worth tidying'],
];

/** What may stand in a hundred places is listed after what stands in one, and only so many of it: --json has all. */
const REPEATED: ReadonlySet<CheckCode> = new Set(['phrase-undefined', 'phrase-in-capitals']);
const MOST_REPEATED = 10;

/** The findings of one severity, as lines: in reading order, then the phrases, those in most places first. */
function listed(findings: readonly CheckFinding[]): readonly string[] {
  const phrases = findings.filter(({ code }) => REPEATED.has(code)).sort((a, b) => (b.count ?? 1) - (a.count ?? 1));
  const left = phrases.length - MOST_REPEATED;
  return [
    ...[...findings.filter(({ code }) => !REPEATED.has(code)), ...phrases.slice(0, MOST_REPEATED)].map(
      ({ sentence }) => `  ${sentence}`,
    ),
    ...(left > 0
      ? [`  and ${left} more phrases; --json lists all. Where another text defines them, give it: --also NAME=FILE.`]
      : []),
  ];
}

/** By what a text was read, and how much there was to check. */
function readAs({ references, external, definitions, uses }: CheckReport, file: VersionFile): string {
  const counts = `${counted(references, 'reference')}${external === 0 ? '' : ` (${external} to other texts)`}, ${counted(definitions, 'defined term')}, ${counted(uses, 'use')} of them`;
  const style = `the house style of the ${styleOfText(file).name}`;
  if (isInAnotherLanguage(file.akn))
    return `numbers and holes only: references and terms are read in English, and this text is in another language`;
  const jurisdiction = jurisdictionOf(file.akn);
  const isForeign =
    file.style === null && jurisdiction !== null && !styleOfText(file).jurisdictions.includes(jurisdiction);
  return `read by ${style}${isForeign ? `, which comes nearest, since there is none for “${jurisdiction}”; --style names another` : ''}: ${counts}`;
}

function inWords(file: VersionFile, report: CheckReport): string {
  const { name } = file.input;
  const read = readAs(report, file);
  if (report.findings.length === 0) return `${name}: nothing to remark (${read}).`;
  const groups = SEVERITIES.flatMap(([severity, heading]) => {
    const those = report.findings.filter((finding) => finding.severity === severity);
    return those.length === 0 ? [] : ['', `${heading} (${those.length})`, ...listed(those)];
  });
  return [`${name}: ${counted(report.findings.length, 'finding')} (${read})`, ...groups].join('\n');
}

/**
 * Checks texts by themselves, each in its own style: references, defined terms, holes, numbers. Exit code 1 where there are
 * findings.
 */
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
  for (const file of await readVersions(names, options.style, { doubts: 'listed', ofOneCode: false })) {
    const style = styleOfText(file);
    const report = checkVersion(file.version, style, {
      brackets: options.draft === true,
      also,
      inAnotherLanguage: isInAnotherLanguage(file.akn),
    });
    say(
      options.json === true
        ? JSON.stringify({ file: file.input.name, style: style.id, hash: file.version.hash, ...report })
        : inWords(file, report),
    );
    if (report.findings.length > 0) code = 1;
  }
  return code;
}
