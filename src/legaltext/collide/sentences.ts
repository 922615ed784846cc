import type { Strand } from '../footprint/footprint.ts';
import { Role } from '../footprint/roles.ts';
import type { ProvisionId } from '../provision.ts';
import { deedAt, named, quote } from './in-words.ts';
import type { Finding } from './verdict.ts';
import { sameEdit } from './words-in-common.ts';

/** What a sentence needs besides the finding: the two strands, and how to cite. */
export interface Telling {
  readonly one: Strand;
  readonly other: Strand;
  readonly cite: (id: ProvisionId) => string;
  /** The words of the base there, for quoting what both strike. */
  readonly wordsOf: (id: ProvisionId, part: 'heading' | 'text' | 'tail') => string;
}

const nameOf = (strand: Strand): string => strand.instrument.name;

/** The finding in a plain sentence or two for a lawyer: who does what, where, and what follows. */
export function sentenceOf(finding: Finding, telling: Telling): string {
  const place = telling.cite(finding.place);
  switch (finding.class) {
    case 'words':
      return words(finding, telling, place);
    case 'parent':
      return parent(finding, telling, place);
    case 'slot':
      return finding.meeting?.kind === 'number' ? number(finding, telling) : gap(finding, telling, place);
    case 'renumber':
      return renumber(finding, telling, place);
    case 'nested':
      return nested(finding, telling, place);
    case 'touch':
      return `${nameOf(telling.one)} and ${nameOf(telling.other)} both change ${place}, in ways that do not disturb each other.`;
    default:
      return order(finding, telling, place);
  }
}

function words({ meeting, severity, place: id }: Finding, { one, other, wordsOf }: Telling, place: string): string {
  const shared = meeting?.words ?? [];
  const first = shared.find((each) => !sameEdit(each.one, each.other)) ?? shared[0];
  const alike = shared.every((each) => sameEdit(each.one, each.other));
  const whose = (strand: Strand, edit: 'one' | 'other'): string => {
    if (first === undefined) return deedAt(strand, id);
    const struck = wordsOf(id, first.part).slice(first[edit].start, first[edit].end);
    const { replacement } = first[edit];
    if (struck === '') return `puts in ${quote(replacement)}`;
    return replacement === '' ? `strikes ${quote(struck)}` : `puts ${quote(replacement)} for ${quote(struck)}`;
  };
  if (alike && severity === 'notice')
    return `${nameOf(one)} and ${nameOf(other)} make the same change to the words of ${place}; one of them can leave it out.`;
  if (alike)
    return `${nameOf(one)} and ${nameOf(other)} make the same change to the words of ${place} (each ${whose(one, 'one')}); it can only be made once, so one of them must leave it out.`;
  const meets = `${nameOf(one)} ${whose(one, 'one')} in ${place}, and ${nameOf(other)} ${whose(other, 'other')} there`;
  return severity === 'notice'
    ? `${meets}; both can be made, and the text is the same in either order.`
    : `${meets}; they cannot both be made as drafted.`;
}

function parent({ meeting, severity, place: id }: Finding, telling: Telling, place: string): string {
  const { one, other, cite } = telling;
  const taker = meeting?.taker ?? one;
  const writer = taker === one ? other : one;
  const taken = meeting?.taken ?? id;
  const moves = ((taker.at.get(taken) ?? 0) & Role.GONE) === 0;
  const what = moves ? 'moves' : deedAt(taker, taken) === 'replaces it' ? 'replaces' : 'repeals';
  if (meeting?.wanted === true)
    return `${nameOf(taker)} ${what} ${cite(taken)}, and ${nameOf(writer)} amends something there that the current text does not have; they cannot both be made as drafted.`;
  const inside = taken === id ? 'the same provision' : `${place}, which stands in it`;
  const meets = `${nameOf(taker)} ${what} ${cite(taken)}, and ${nameOf(writer)} changes ${inside} (it ${deedAt(writer, id)})`;
  if (severity === 'clash') return `${meets}; they cannot both be made as drafted.`;
  if (severity === 'order') return `${meets}; what the text is depends on which is made first.`;
  return `${meets}; the text is the same in either order.`;
}

function number({ meeting }: Finding, { one, other, cite }: Telling): string {
  const [mine, theirs] = meeting?.others ?? [];
  const claim = [...one.claims.values()].find(({ provision }) => provision === mine || provision === theirs);
  if (claim === undefined)
    return `${nameOf(one)} and ${nameOf(other)} bring in provisions with the same identity at ${cite(meeting?.place ?? '')}; one of them must be drafted again.`;
  const under = cite(claim.parent);
  return `${nameOf(one)} and ${nameOf(other)} both give the number ${claim.number} to a provision under ${under}; one of them needs another number.`;
}

function gap({ severity, againstNumbers }: Finding, { one, other }: Telling, place: string): string {
  const puts = (strand: Strand): string => {
    const insert = strand.steps
      .map(({ operation }) => operation)
      .find(({ kind }) => kind === 'insert' || kind === 'move');
    return insert?.kind === 'insert' ? `puts ${named(insert.provisions)}` : 'moves a provision';
  };
  const meets = `${nameOf(one)} ${puts(one)} into a place under ${place} where ${nameOf(other)} ${puts(other)}`;
  if (againstNumbers === true)
    return `${meets}; their numbers say which should stand first, but as drafted the one made last goes next to its neighbour, so say in it where it stands beside the other.`;
  return severity === 'notice'
    ? `${meets}; their neighbours say which stands first.`
    : `${meets}; which of them stands first depends on which is made first.`;
}

function renumber({ meeting, severity, place: id }: Finding, { one, other, cite }: Telling, place: string): string {
  if (meeting?.taker === undefined)
    return severity === 'notice'
      ? `${nameOf(one)} and ${nameOf(other)} both renumber ${place}, alike.`
      : `${nameOf(one)} ${deedAt(one, id)} and ${nameOf(other)} ${deedAt(other, id)}: both renumber ${place}, and it can have one number only.`;
  const { taker } = meeting;
  const follower = taker === one ? other : one;
  const [followed = id] = meeting.others;
  return `${nameOf(taker)} renumbers ${place}, and ${nameOf(follower)} names what it amends (${cite(followed)}) by the numbers as they were; it must be made first, or name the new number.`;
}

function nested({ dependent, step }: Finding, { one, other }: Telling, place: string): string {
  const first = dependent ?? other;
  const provider = first === one ? other : one;
  const why =
    step?.failure?.kind === 'quotation-missing'
      ? `amends words of ${place} (${quote(step.failure.words)}) that stand there only once ${nameOf(provider)} is made`
      : `changes ${place} as it will be only once ${nameOf(provider)} is made`;
  return `${nameOf(first)} ${why}; it can only be made after it, and not at all if ${nameOf(provider)} falls.`;
}

function order({ severity }: Finding, { one, other }: Telling, place: string): string {
  return severity === 'clash'
    ? `${nameOf(one)} and ${nameOf(other)} disturb each other at ${place}: whichever is made first, the other no longer works as drafted.`
    : `${nameOf(one)} and ${nameOf(other)} both work on ${place}, and what the text is there depends on which is made first.`;
}
