import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { printCivilDate } from '../../values/partial-date.ts';
import { useGet, useRecordEditor } from '../api/queries.ts';
import type { CodeBodyDetail, Vocabulary } from '../codes/answers.ts';
import { labelOf, optionsOf } from '../codes/vocabulary.ts';
import { CivilDate, InstantText } from '../parts/dates.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import { FieldList, FieldRow, Section } from '../parts/FieldList.tsx';
import type { Change } from './answers.ts';
import { capital } from '../parts/words.ts';
import { KIND_WORDS } from './words.ts';
import styles from './Change.module.css';

interface ChangeFactsProps {
  readonly change: Change;
  readonly vocabulary: Vocabulary;
}

/** What the change means for the programme, and what it is at its own code. */
export function ChangeFacts({ change, vocabulary }: ChangeFactsProps): ReactNode {
  const { saveField } = useRecordEditor(`/api/modifications/${change.id}`, change.version);
  const body = useGet<CodeBodyDetail>(`/api/codes/${change.body}`);
  const { edit } = change.may;
  const meaning = vocabulary.impacts.find(({ value }) => value === change.impact);
  const releases = (body.data?.releases ?? []).flatMap(({ id, name, date }) =>
    id === null ? [] : [{ value: id, label: `${name}, ${printCivilDate(date)}` }],
  );
  const own =
    change.release === null || releases.some(({ value }) => value === change.release?.id)
      ? []
      : [{ value: change.release.id, label: `${change.release.name}, ${printCivilDate(change.release.date)}` }];
  return (
    <>
      <Section title="Impact on the programme">
        <FieldList>
          <FieldRow label="Impact" changes={change.changes} field="impact_value">
            <EditableField
              label="Impact"
              kind="select"
              value={change.impact}
              options={optionsOf(vocabulary.impacts)}
              mayEdit={edit}
              save={saveField('impact')}
            >
              <strong>{capital(labelOf(vocabulary.impacts, change.impact))}</strong>
            </EditableField>
            {meaning === undefined ? null : (
              <p className={styles.aside}>
                {meaning.meaning} {meaning.expect}
              </p>
            )}
          </FieldRow>
          <FieldRow label="As written" changes={change.changes} field="impact_raw">
            <EditableField
              label="Impact as written"
              kind="text"
              value={change.impactRaw}
              mayEdit={edit}
              save={saveField('impactRaw')}
            >
              {change.impactRaw === '' ? '' : <q>{change.impactRaw}</q>}
            </EditableField>
          </FieldRow>
          <FieldRow label="Reasons" changes={change.changes} field="impact_reasons">
            <EditableField
              label="Reasons, one a line"
              kind="longText"
              value={change.impactReasons.join('\n')}
              mayEdit={edit}
              save={saveField('impactReasons', (words) =>
                words
                  .split('\n')
                  .map((line) => line.trim())
                  .filter((line) => line !== ''),
              )}
            >
              {change.impactReasons.length === 0 ? (
                ''
              ) : (
                <ul>
                  {change.impactReasons.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ul>
              )}
            </EditableField>
          </FieldRow>
        </FieldList>
      </Section>
      <Section title={`At ${change.body}`}>
        <FieldList>
          <FieldRow label="Code">
            <Link to={`/codes/${change.body}`}>{body.data?.name ?? change.body}</Link>
          </FieldRow>
          <FieldRow label="Kind">{KIND_WORDS[change.kind]}</FieldRow>
          {change.formerReferences.length === 0 ? null : (
            <FieldRow label="Was before">
              {change.formerReferences.map(({ id, reference, note }) => (
                <span key={id}>
                  {reference}
                  {note === '' ? '' : ` (${note})`}{' '}
                </span>
              ))}
            </FieldRow>
          )}
          <FieldRow label="Route" changes={change.changes} field="route">
            <EditableField
              label="Route"
              kind="select"
              value={change.route ?? ''}
              options={[
                { value: '', label: 'not said' },
                ...change.routes.map(({ key, name }) => ({ value: key, label: name })),
              ]}
              mayEdit={edit}
              save={saveField('route', (words) => (words === '' ? null : words))}
            >
              {change.routes.find(({ key }) => key === change.route)?.name ?? change.route ?? ''}
            </EditableField>
          </FieldRow>
          <FieldRow label="Lead" changes={change.changes} field="lead">
            <EditableField label="Lead" kind="text" value={change.lead} mayEdit={edit} save={saveField('lead')} />
          </FieldRow>
          <FieldRow label="Release" changes={change.changes} field="release_id">
            <EditableField
              label="Release"
              kind="select"
              value={change.release?.id ?? ''}
              options={[{ value: '', label: 'none' }, ...own, ...releases]}
              mayEdit={edit}
              save={saveField('releaseId', (words) => (words === '' ? null : words))}
            >
              {change.release === null ? (
                ''
              ) : (
                <>
                  {change.release.name}, <CivilDate date={change.release.date} />
                </>
              )}
            </EditableField>
          </FieldRow>
          <FieldRow label="Last moved">
            <InstantText instant={change.movedAt} />
          </FieldRow>
        </FieldList>
      </Section>
    </>
  );
}
