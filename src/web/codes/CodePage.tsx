import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { printCivilDate } from '../../values/partial-date.ts';
import { useGet } from '../api/queries.ts';
import { useMoment } from '../app/moment.ts';
import { useAddress } from '../app/navigate.ts';
import { oneOf } from '../app/search.ts';
import { useSession } from '../app/session.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { HistoryList, type HistoryEntry } from '../parts/HistoryList.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import type { CodeBodyDetail } from './answers.ts';
import { BodyFacts } from './BodyFacts.tsx';
import { Impacts } from './Impacts.tsx';
import { ProfilePicker } from './ProfilePicker.tsx';
import { References } from './References.tsx';
import { ReleaseRules } from './ReleaseRules.tsx';
import { RoutesAndDeciders } from './RoutesAndDeciders.tsx';
import { Stages } from './Stages.tsx';
import { Releases } from './Releases.tsx';

/** One code body: who keeps it, how it changes, and when it releases, today and on other days. */
export default function CodePage(): ReactNode {
  const parameters: { readonly name?: string } = useParams({ strict: false });
  const name = parameters.name ?? '';
  const code = useGet<CodeBodyDetail>(`/api/codes/${encodeURIComponent(name)}`);
  return (
    <Loaded query={code} what="this code body">
      {(body) => <Body body={body} />}
    </Loaded>
  );
}

/** What one should know of a body, from its record on `today`. */
export function tellBody(body: CodeBodyDetail, today: string): string {
  const next = body.releases.find(({ date }) => date >= today);
  return `${[
    `${body.name}${body.administrator === '' ? '' : ` is administered by ${body.administrator}`}`,
    body.profile === null
      ? 'no profile is in force, so nothing can be read with it'
      : `${String(body.profile.stages.length)} of its words are mapped to the shared stages`,
    next === undefined ? 'no release day is known' : `its next release day is ${printCivilDate(next.date)}`,
    body.expectedInHorizon ? 'a return to the horizon log is expected each month' : 'no monthly return is expected',
  ].join('; ')}.`;
}

function Body({ body }: { readonly body: CodeBodyDetail }): ReactNode {
  const { today } = useSession();
  const { inPast } = useMoment();
  const address = useAddress();
  const mayEdit = body.may.edit && !inPast;
  const wanted = oneOf(address['profile']);
  const profile =
    body.profiles.find(({ effectiveFrom }) => effectiveFrom === wanted) ?? body.profile ?? body.profiles[0];
  return (
    <>
      <PageHeading
        title={`${body.shortName}: ${body.name}`}
        before={<Link to="/codes">Codes</Link>}
        sentence={tellBody(body, today)}
        actions={
          <Link to="/register" search={{ code: body.shortName }}>
            Its changes
          </Link>
        }
      />
      <Tabs
        label={`Parts of ${body.shortName}`}
        tabs={[
          {
            id: 'profile',
            label: 'How it changes',
            content: () => (
              <>
                <ProfilePicker body={body} profile={profile ?? null} mayEdit={mayEdit} />
                {profile === undefined ? (
                  <EmptyState title={`${body.shortName} has no profile`}>
                    Start one: it says how the body writes references, the words for its stages, who decides and when it
                    releases.
                  </EmptyState>
                ) : (
                  <>
                    <References profile={profile} mayEdit={mayEdit} />
                    <Stages profile={profile} mayEdit={mayEdit} />
                    <RoutesAndDeciders profile={profile} mayEdit={mayEdit} />
                  </>
                )}
              </>
            ),
          },
          {
            id: 'releases',
            label: 'Releases',
            count: body.releases.filter(({ date }) => date >= today).length,
            content: () => (
              <>
                {profile === undefined ? null : <ReleaseRules profile={profile} mayEdit={mayEdit} />}
                <Releases body={body} mayEdit={mayEdit} today={today} />
              </>
            ),
          },
          ...(profile === undefined
            ? []
            : [
                {
                  id: 'words',
                  label: 'Impact words',
                  content: () => <Impacts profile={profile} mayEdit={mayEdit} />,
                },
              ]),
          { id: 'body', label: 'The body itself', content: () => <BodyFacts body={body} /> },
          { id: 'history', label: 'History', content: () => <History body={body} /> },
        ]}
      />
    </>
  );
}

function History({ body }: { readonly body: CodeBodyDetail }): ReactNode {
  const history = useGet<{ items: readonly HistoryEntry[] }>(`/api/codes/${body.id}/history`);
  return (
    <Loaded query={history} what="the history">
      {(answer) => <HistoryList entries={answer.items} />}
    </Loaded>
  );
}
