import type { ReactNode } from 'react';
import { useGet, useList } from '../api/queries.ts';
import { problemOf } from '../api/problem.ts';
import { useMoment } from '../app/moment.ts';
import { printMoment } from '../app/momentWords.ts';
import { Loaded, Waiting } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { ProblemNotice } from '../parts/ProblemNotice.tsx';
import type {
  Action,
  Change,
  ChangeRequest,
  Decision,
  Group,
  HorizonLog,
  Intakes,
  MeetingInFull,
  Meetings,
  Milestone,
  Risk,
} from './answers.ts';
import { ActionsBlock } from './ActionsBlock.tsx';
import {
  attentionOf,
  awaitingDecision,
  calendarOf,
  inFlightWords,
  milestonesAhead,
  movedByBody,
  overviewSentence,
  topRisks,
  type Calendar,
} from './briefing.ts';
import { FirstSteps } from './FirstSteps.tsx';
import { MeetingsBlock, ToDecideBlock } from './MeetingBlocks.tsx';
import { MovedBlock } from './MovedBlock.tsx';
import { PacksBlock, RequestsBlock, RisksBlock } from './OtherBlocks.tsx';
import styles from './Overview.module.css';
import { PlanBlock } from './PlanBlock.tsx';
import { Suggestions } from './Suggestions.tsx';

/** The front page: what needs attention now, each block the start of a list. */
export default function OverviewPage(): ReactNode {
  const meetings = useGet<Meetings>('/api/meetings', { limit: 500 });
  const groups = useGet<{ readonly items: readonly Group[] }>('/api/groups');
  return (
    <Loaded query={meetings} what="the overview">
      {(calendar) => (
        <Loaded query={groups} what="the overview">
          {(known) => (
            <Briefing meetings={calendar} calendar={calendarOf(calendar.items, known.items, calendar.today)} />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

interface BriefingProps {
  readonly meetings: Meetings;
  readonly calendar: Calendar;
}

/** Everything that the page needs; undefined until all of it is there. */
function useBriefing(calendar: Calendar) {
  const moment = useMoment();
  // What moved is always counted from somewhere: from the time bar's moment, else from the last meeting.
  const since = moment.since ?? calendar.last?.reference ?? null;
  const focus = calendar.next ?? calendar.last;
  const compared = { asAt: moment.asAt, since, moved: 'true' };
  const queries = {
    changes: useList<Change>('/api/modifications', { inFlight: 'true' }),
    movement: useList<Change>('/api/modifications', compared, { atMoment: false, enabled: since !== null }),
    horizon: useGet<HorizonLog>('/api/horizon'),
    actions: useList<Action>('/api/actions'),
    decisions: useList<Decision>('/api/decisions', { outcome: 'pending' }),
    milestones: useList<Milestone>('/api/milestones'),
    requests: useList<ChangeRequest>('/api/change-requests'),
    risks: useList<Risk>('/api/risks'),
    intakes: useGet<Intakes>('/api/intakes'),
  };
  const meeting = useGet<MeetingInFull>(
    `/api/meetings/${encodeURIComponent(focus?.reference ?? '')}`,
    {},
    { enabled: focus !== null },
  );
  const failed = [...Object.values(queries), meeting].find((query) => query.isError && query.data === undefined);
  return { ...queries, meeting, since, focus, failed };
}

function Briefing({ meetings, calendar }: BriefingProps): ReactNode {
  const read = useBriefing(calendar);
  const { changes, movement, horizon, actions, decisions, milestones, requests, risks, intakes, meeting, failed } =
    read;
  if (failed !== undefined)
    return <ProblemNotice problem={problemOf(failed.error)} onRetry={() => void failed.refetch()} />;
  if (
    changes.data === undefined ||
    (read.since !== null && movement.data === undefined) ||
    horizon.data === undefined ||
    actions.data === undefined ||
    decisions.data === undefined ||
    milestones.data === undefined ||
    requests.data === undefined ||
    risks.data === undefined ||
    intakes.data === undefined ||
    (read.focus !== null && meeting.data === undefined)
  )
    return <Waiting what="the overview" />;

  const waiting = intakes.data.items.filter((intake) => intake.state === 'staged');
  if (meetings.items.length === 0 && changes.data.items.length === 0 && milestones.data.items.length === 0)
    return (
      <>
        <PageHeading title="Overview" sentence="Nothing is on record yet." />
        <FirstSteps />
        <PacksBlock waiting={waiting} />
      </>
    );

  const agenda = meeting.data?.agenda.filter((item) => item.purpose === 'decision') ?? [];
  const attention = attentionOf(actions.data.items);
  const inFlight = changes.data.items;
  const issues = inFlight.filter((change) => change.kind === 'issue').length;
  const moved = movedByBody(movement.data?.items ?? []);
  const ahead = milestonesAhead(milestones.data.items);
  const sinceWords = read.since === null ? null : printMoment(read.since, meetings.items);
  const sentence = overviewSentence({
    today: meetings.today,
    next: calendar.next,
    toDecide: agenda.length,
    inFlight: inFlight.length,
    issues,
    moved: movement.data?.items.length ?? 0,
    since: sinceWords,
    silent: horizon.data.silent,
    overdue: attention.overdue.length,
    milestones: milestones.data.items.length,
    unexamined: milestones.data.items.filter((milestone) => milestone.standing.kind === 'unexamined').length,
  });
  return (
    <>
      <PageHeading title="Overview" sentence={sentence} />
      <Suggestions last={calendar.last} focus={read.focus} />
      <div className={styles.front}>
        <div className={styles.main}>
          {meeting.data !== undefined && (
            <ToDecideBlock
              meeting={meeting.data}
              today={meetings.today}
              agenda={agenda}
              decisions={decisions.data.items}
            />
          )}
          <RequestsBlock requests={awaitingDecision(requests.data.items)} />
          <MovedBlock
            moved={moved}
            inFlight={inFlightWords(inFlight.length, issues)}
            since={read.since}
            sinceWords={sinceWords}
            horizon={horizon.data}
          />
        </div>
        <div className={styles.aside}>
          <MeetingsBlock coming={calendar.coming} today={meetings.today} />
          <PacksBlock waiting={waiting} />
          <ActionsBlock {...attention} />
          <PlanBlock milestones={milestones.data.items} ahead={ahead} />
          <RisksBlock risks={topRisks(risks.data.items)} />
        </div>
      </div>
    </>
  );
}
