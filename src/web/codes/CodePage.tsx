import { Link, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { printCivilDate } from '../../values/partial-date.ts';
import { useGet, useRecordEditor, useSend } from '../api/queries.ts';
import { useMoment } from '../app/moment.ts';
import { useAddress, useChangeAddress } from '../app/navigate.ts';
import { oneOf } from '../app/search.ts';
import { useSession } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { CivilDate } from '../parts/dates.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { FieldList, FieldRow, Section } from '../parts/FieldList.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import { HistoryList, type HistoryEntry } from '../parts/HistoryList.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import type { CodeBodyDetail, Profile, ProfileContent } from './answers.ts';
import { Impacts } from './Impacts.tsx';
import { References } from './References.tsx';
import { ReleaseRules } from './ReleaseRules.tsx';
import { RoutesAndDeciders } from './RoutesAndDeciders.tsx';
import { Stages } from './Stages.tsx';
import { Releases } from './Releases.tsx';
import { BODY_KIND_WORDS, choices, listFrom } from './words.ts';
import styles from './Profile.module.css';

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
                <Picker body={body} profile={profile ?? null} mayEdit={mayEdit} />
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
          { id: 'body', label: 'The body itself', content: () => <Facts body={body} /> },
          { id: 'history', label: 'History', content: () => <History body={body} /> },
        ]}
      />
    </>
  );
}

function Facts({ body }: { readonly body: CodeBodyDetail }): ReactNode {
  const { saveField } = useRecordEditor(`/api/codes/${body.id}`, body.version);
  const { edit } = body.may;
  const { changes } = body;
  return (
    <Section title="The body itself">
      <FieldList>
        <FieldRow label="Short name">{body.shortName}</FieldRow>
        <FieldRow label="Name" changes={changes} field="name">
          <EditableField label="Name" kind="text" value={body.name} mayEdit={edit} save={saveField('name')} />
        </FieldRow>
        <FieldRow label="Administrator" changes={changes} field="administrator">
          <EditableField
            label="Administrator"
            kind="text"
            value={body.administrator}
            mayEdit={edit}
            save={saveField('administrator')}
          />
        </FieldRow>
        <FieldRow label="Other names" changes={changes} field="aliases">
          <EditableField
            label="Other names, with commas between them"
            kind="text"
            value={body.aliases.join(', ')}
            mayEdit={edit}
            save={saveField('aliases', listFrom)}
          />
        </FieldRow>
        <FieldRow label="Kind" changes={changes} field="kind">
          <EditableField
            label="Kind"
            kind="select"
            value={body.kind}
            options={choices(BODY_KIND_WORDS)}
            mayEdit={edit}
            save={saveField('kind')}
          />
        </FieldRow>
        <FieldRow label="Monthly return" changes={changes} field="expected_in_horizon">
          <EditableField
            label="Monthly return"
            kind="select"
            value={body.expectedInHorizon ? 'yes' : 'no'}
            options={[
              { value: 'yes', label: 'Expected: its silence is shown' },
              { value: 'no', label: 'Not expected' },
            ]}
            mayEdit={edit}
            save={saveField('expectedInHorizon', (words) => words === 'yes')}
          />
        </FieldRow>
        <FieldRow label="Place in lists" changes={changes} field="position">
          <EditableField
            label="Place in lists"
            kind="text"
            value={String(body.position)}
            mayEdit={edit}
            save={saveField('position', Number)}
          />
        </FieldRow>
      </FieldList>
    </Section>
  );
}

interface PickerProps {
  readonly body: CodeBodyDetail;
  readonly profile: Profile | null;
  readonly mayEdit: boolean;
}

const periodOf = ({ effectiveFrom, effectiveTo }: Profile): string =>
  effectiveTo === null
    ? `from ${printCivilDate(effectiveFrom)}`
    : `${printCivilDate(effectiveFrom)} to ${printCivilDate(effectiveTo)}`;

/** Which profile is looked at: bodies are reformed, and each profile says from when to when it held. */
function Picker({ body, profile, mayEdit }: PickerProps): ReactNode {
  const change = useChangeAddress();
  const send = useSend();
  const { today } = useSession();
  const [starting, setStarting] = useState(false);
  const isInForce = profile !== null && profile.id === body.profile?.id;
  const start = async (values: Readonly<Record<string, string>>) => {
    const begun = await send<CodeBodyDetail>(
      'POST',
      `/api/codes/${body.id}/profiles`,
      { ...contentOf(profile), note: values['note'] ?? '', effectiveFrom: values['effectiveFrom'] },
      undefined,
      'The new profile is on record',
    );
    if (begun.kind === 'ok') change({ profile: values['effectiveFrom'] });
    return begun;
  };
  return (
    <div className={styles.picker}>
      {profile === null ? null : (
        <label className="screen-only">
          Profile{' '}
          <select
            value={profile.effectiveFrom}
            onChange={(event) =>
              change({ profile: event.target.value === body.profile?.effectiveFrom ? undefined : event.target.value })
            }
          >
            {body.profiles.map((one) => (
              <option key={one.id} value={one.effectiveFrom}>
                {periodOf(one)}
                {one.id === body.profile?.id ? ' (in force)' : ''}
              </option>
            ))}
          </select>
        </label>
      )}
      {profile === null ? null : isInForce ? (
        <span className={styles.force}>
          In force since <CivilDate date={profile.effectiveFrom} />. What you change here corrects it.
        </span>
      ) : (
        <span className={styles.other}>
          {profile.effectiveFrom > today ? 'Not in force yet' : 'No longer in force'}: {periodOf(profile)}
        </span>
      )}
      {mayEdit ? (
        <span className="screen-only">
          <Button onClick={() => setStarting(true)}>Start a new profile…</Button>
        </span>
      ) : null}
      <FormDialog
        open={starting}
        title={`Start a new profile of ${body.shortName}`}
        submit="Start the profile"
        onClose={() => setStarting(false)}
        onSubmit={start}
        fields={[
          {
            name: 'effectiveFrom',
            label: 'In force from',
            kind: 'date',
            required: true,
            hint:
              profile === null
                ? 'It starts empty.'
                : 'It starts as a copy of the profile you are looking at, which ends the day before. To mend a mistake, correct that one instead.',
          },
          { name: 'note', label: 'Why the body changes', kind: 'longText' },
        ]}
      />
    </div>
  );
}

/** What a new profile starts with: all of the one looked at, or the least a profile may be. */
function contentOf(profile: Profile | null): ProfileContent {
  if (profile === null)
    return {
      schemes: [{ scheme: '', names: 'change', digits: 4, suffixes: [], separator: '', stands: 'modification' }],
      stages: [{ key: 'draft', name: 'Draft', stage: 'drafting', overlay: null, aliases: [], next: [] }],
      impactWords: [],
      routes: [],
      deciders: [],
      appealWorkingDays: null,
      releaseRules: [],
      defaultEffect: { daysAfterNotice: null, time: '00:00', words: '' },
      note: '',
    };
  const { schemes, stages, impactWords, routes, deciders, appealWorkingDays, releaseRules, defaultEffect, note } =
    profile;
  return { schemes, stages, impactWords, routes, deciders, appealWorkingDays, releaseRules, defaultEffect, note };
}

function History({ body }: { readonly body: CodeBodyDetail }): ReactNode {
  const history = useGet<{ items: readonly HistoryEntry[] }>(`/api/codes/${body.id}/history`);
  return (
    <Loaded query={history} what="the history">
      {(answer) => <HistoryList entries={answer.items} />}
    </Loaded>
  );
}
