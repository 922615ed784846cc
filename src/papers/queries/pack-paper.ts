/** A meeting's pack out of the record, at the moment the record is read. */
import { todayAt } from '../../platform/people/today.ts';
import { meetingDetail } from '../../meetings/queries/meetings.ts';
import { printParties } from '../../meetings/model/meeting.ts';
import type { Database } from '../../platform/database/tables.ts';
import type { Problem } from '../../platform/errors/problem.ts';
import { programme } from '../../platform/people/store.ts';
import { NOW, type Moment } from '../../platform/record/moment.ts';
import { ok, type Result } from '../../values/result.ts';
import type { PackPaper, PackPart } from '../model.ts';
import { horizonPart } from './horizon-part.ts';
import {
  actionLog,
  attachmentsOf,
  groupNews,
  otherNotes,
  recommendationsOf,
  statementsOf,
  whatComesNext,
  type MeetingInFull,
} from './meeting-parts.ts';
import { itemAbout, itemFor, itemMatching, itemSpeakingOf, type OpenItem } from './places.ts';
import { freezeParts, reportingParts, requestsOf, type KnownRequest } from './plan-parts.ts';

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const words = (text: string): string | null => (text.trim() === '' ? null : text);

const openItem = (item: MeetingInFull['agenda'][number]): OpenItem => ({
  item: {
    position: item.position,
    title: item.title,
    objective: words(item.objective),
    purpose: item.purpose,
    lead: words(printParties(item.lead)),
    start: item.start,
    minutes: item.minutes,
  },
  about: new Set(item.about.map((key) => `${key.kind} ${key.id}`)),
  parts: item.notes.length === 0 ? [] : [{ kind: 'words', notes: item.notes }],
});

/** The item for a change request: whose title names it, else the one that is about it. */
const itemOfRequest = (items: readonly OpenItem[], { id, number }: KnownRequest): OpenItem | null =>
  items.find(({ item }) => new RegExp(`\\bCR[\\s-]?0*${String(number)}\\b`, 'i').test(item.title)) ??
  itemAbout(items, [`change-request ${id}`]);

const sameWords = (one: string, other: string): boolean =>
  one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();

interface Recommended {
  readonly text: string;
  readonly condition: string | null;
}

type PutToMeeting = Awaited<ReturnType<typeof recommendationsOf>>[number];

/** Recommendations as parts: those under one condition stand together. */
const recommendationParts = (all: readonly Recommended[]): PackPart[] =>
  [...new Set(all.map((one) => one.condition))].map((condition) => ({
    kind: 'recommendations',
    condition,
    recommendations: all.filter((one) => one.condition === condition).map((one) => one.text),
  }));

/** Places every recommendation once: with its change request, with the freeze, or with what it is about. */
class Recommendations {
  #left: readonly PutToMeeting[];

  constructor(all: readonly PutToMeeting[]) {
    this.#left = all;
  }

  /** Takes those with these words out of what is left. */
  take(texts: readonly Recommended[]): PackPart[] {
    this.#left = this.#left.filter((one) => !texts.some((taken) => sameWords(taken.text, one.text)));
    return recommendationParts(texts);
  }

  /** Takes those that `wanted` picks. */
  takeWhere(wanted: (one: PutToMeeting) => boolean) {
    const taken = this.#left.filter(wanted);
    this.#left = this.#left.filter((one) => !taken.includes(one));
    return recommendationParts(taken);
  }
}

/** What has no item goes to the end. */
const placeIn = (item: OpenItem | null, further: PackPart[], parts: readonly PackPart[]): void => {
  (item?.parts ?? further).push(...parts);
};

/**
 * The pack of a meeting (`CCAG-12`, or its id) out of the record that `database` reads: now, or as at an instant.
 *
 * Sections follow the agenda. Registers (horizon log, risks, milestones, freeze options) print where an item takes them;
 * what was written for this meeting prints in any case. Fails with `not-found` where there is no such meeting.
 *
 * @param moment the moment that `database` reads, printed as the paper's own "as at".
 */
export async function packPaper(
  database: Database,
  meetingReference: string,
  moment: Moment = NOW,
): Promise<Result<PackPaper, Problem>> {
  const today = await todayAt(database, moment);
  const view = { moment, since: null, today };
  const found = await meetingDetail(database, view, meetingReference);
  if (found.kind === 'failed') return found;
  const meeting = found.value;
  const key = meeting.reference;
  const items = meeting.agenda.map(openItem);
  const further: PackPart[] = [];

  const actions = await actionLog(database, view, meeting);
  if (actions.length > 0) placeIn(itemFor(items, 'actions'), further, [{ kind: 'actions', actions }]);

  const news = groupNews(meeting);
  placeIn(itemFor(items, 'updates'), further, news.together);
  for (const { shortName, part } of news.named)
    placeIn(itemMatching(items, new RegExp(`\\b${escape(shortName)}\\b`)), further, [part]);

  itemFor(items, 'horizon')?.parts.push(await horizonPart(database, key, meeting.date));

  const recommendations = new Recommendations(await recommendationsOf(database, meeting));
  for (const request of await requestsOf(database)) {
    const item = itemOfRequest(items, request);
    if (item === null) continue;
    item.parts.push({ kind: 'change-request', request: request.request });
    item.parts.push(...recommendations.take(request.recommendations));
  }

  const freezeItem = itemFor(items, 'freeze');
  placeIn(freezeItem, further, statementsOf(meeting));
  const freeze = await freezeParts(database, key);
  if (freezeItem !== null) {
    freezeItem.parts.push(...freeze.options);
    freezeItem.parts.push(...recommendations.take(freeze.recommendations.map((text) => ({ text, condition: null }))));
  }

  meeting.agenda.forEach((item, at) => {
    const open = items[at];
    open?.parts.push(
      ...recommendations.takeWhere(
        (one) =>
          one.agendaItemId === item.id ||
          (one.agendaItemId === null && (itemAbout(items, one.about) ?? itemSpeakingOf(items, one.text)) === open),
      ),
    );
  });
  further.push(...recommendations.takeWhere(() => true));

  itemFor(items, 'reporting')?.parts.push(...(await reportingParts(database, key, today)));
  further.push(...otherNotes(meeting));
  placeIn(itemFor(items, 'next') ?? items.at(-1) ?? null, further, whatComesNext(meeting));

  const own = await programme(database);
  return ok({
    kind: 'pack-paper',
    programme: { shortName: own?.shortName ?? '', name: own?.name ?? '' },
    reference: key,
    group: { shortName: meeting.group.shortName, name: meeting.group.name },
    number: meeting.number,
    extraordinary: meeting.extraordinary,
    date: meeting.date,
    place: words(meeting.place),
    asAt: moment.kind === 'as-at' ? moment.at : new Date().toISOString(),
    attachments: attachmentsOf(meeting),
    items: items.map(({ item, parts }) => ({ ...item, parts })),
    further,
  });
}
