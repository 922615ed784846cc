import { useState, type ReactNode } from 'react';
import { printCivilDate } from '../../values/partial-date.ts';
import { useSend } from '../api/queries.ts';
import { useChangeAddress } from '../app/navigate.ts';
import { useSession } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { CivilDate } from '../parts/dates.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import type { CodeBodyDetail, Profile, ProfileContent } from './answers.ts';
import styles from './Profile.module.css';

interface ProfilePickerProps {
  readonly body: CodeBodyDetail;
  readonly profile: Profile | null;
  readonly mayEdit: boolean;
}

const periodOf = ({ effectiveFrom, effectiveTo }: Profile): string =>
  effectiveTo === null
    ? `from ${printCivilDate(effectiveFrom)}`
    : `${printCivilDate(effectiveFrom)} to ${printCivilDate(effectiveTo)}`;

/** Which profile is looked at: bodies are reformed, and each profile says from when to when it held. */
export function ProfilePicker({ body, profile, mayEdit }: ProfilePickerProps): ReactNode {
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
