import { useState, type ReactNode } from 'react';
import { labelOf, useVocabulary } from '../codes/vocabulary.ts';
import { Button } from '../parts/Button.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { PartialDateText } from '../parts/dates.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import { StageBadge } from '../parts/StageBadge.tsx';
import { capital } from '../parts/words.ts';
import type { HorizonEntry, RegisterItem } from './answers.ts';
import { dateOf, isDeciding } from './dates.ts';
import { useHorizonReturn, type ReturnKey } from './useHorizonReturn.ts';
import { dateLabel, inSentence } from './words.ts';
import styles from './Horizon.module.css';

interface HorizonEntryProps {
  readonly entry: HorizonEntry;
  /** The change on the register, which knows its dates and its impact. */
  readonly item: RegisterItem | undefined;
  /** The return it is in, for those who may edit it; null for others. */
  readonly held: ReturnKey | null;
}

/** One change in the form of the log: title, summary, then raised, status, decision date and impact on one line. */
export function HorizonEntryView({ entry, item, held }: HorizonEntryProps): ReactNode {
  const raised = item === undefined ? null : dateOf(item.dates, 'raised');
  return (
    <article className={styles.entry} aria-label={`${entry.reference} ${entry.title}`}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          <ReferenceChip reference={entry.reference} href={entry.href} /> {entry.title}
        </h3>
        {held === null ? null : <EntryTools entry={entry} held={held} />}
      </div>
      {item === undefined || item.summary === '' ? null : <p className={styles.summary}>{item.summary}</p>}
      {entry.words === '' ? null : (
        <div className={styles.words}>{held === null ? entry.words : <EditableWords entry={entry} held={held} />}</div>
      )}
      <dl className={styles.facts}>
        <div>
          <dt>Date raised</dt>
          <dd>{raised === null ? 'Not said' : <PartialDateText date={raised.date} />}</dd>
        </div>
        <div>
          <dt>Status</dt>
          <dd>{held === null ? <Status entry={entry} /> : <EditableStatus entry={entry} held={held} />}</dd>
        </div>
        <div>
          <dt>Decision date</dt>
          <dd>
            <DecisionDates item={item} />
          </dd>
        </div>
        <div>
          <dt>Programme impact</dt>
          <dd>
            <Impact item={item} />
          </dd>
        </div>
      </dl>
    </article>
  );
}

interface EditableProps {
  readonly entry: HorizonEntry;
  readonly held: ReturnKey;
}

/** Taking the change out of the return, and telling what was told of it where nothing is on record yet. */
function EntryTools({ entry, held }: EditableProps): ReactNode {
  const [telling, setTelling] = useState(false);
  const { editEntry, removeEntry } = useHorizonReturn(held);
  return (
    <span className={`${styles.tools ?? ''} screen-only`}>
      {entry.words === '' ? (
        <Button look="quiet" aria-label={`Add what was told of ${entry.reference}`} onClick={() => setTelling(true)}>
          Add what was told
        </Button>
      ) : null}
      <ConfirmButton
        label="Remove"
        look="quiet"
        question={`Take ${entry.reference} out of this return?`}
        consequence="What was returned of it goes from this log. The change stays on the register; the history stays."
        confirm="Take it out"
        onConfirm={() => removeEntry(entry)}
      />
      <FormDialog
        open={telling}
        title={`What was told of ${entry.reference}`}
        submit="Save"
        onClose={() => setTelling(false)}
        onSubmit={({ words }) => editEntry(entry, { words })}
        fields={[{ name: 'words', label: 'In the code’s words', kind: 'longText', required: true }]}
      />
    </span>
  );
}

function EditableWords({ entry, held }: EditableProps): ReactNode {
  const { editEntry } = useHorizonReturn(held);
  return (
    <EditableField
      label={`What was told of ${entry.reference}`}
      kind="longText"
      value={entry.words}
      mayEdit
      save={(words, manner) => editEntry(entry, { words }, manner)}
    />
  );
}

function EditableStatus({ entry, held }: EditableProps): ReactNode {
  const { editEntry } = useHorizonReturn(held);
  return (
    <EditableField
      label={`Status of ${entry.reference} as returned`}
      kind="text"
      value={entry.stageRaw}
      mayEdit
      save={(stageRaw, manner) => editEntry(entry, { stageRaw }, manner)}
    >
      <Status entry={entry} />
    </EditableField>
  );
}

function Status({ entry }: { readonly entry: HorizonEntry }): ReactNode {
  const vocabulary = useVocabulary();
  return (
    <StageBadge
      raw={entry.stageRaw}
      shared={entry.stage === null ? null : labelOf(vocabulary.stages, entry.stage)}
      overlay={labelOf(vocabulary.overlays, entry.overlay)}
    />
  );
}

function DecisionDates({ item }: Pick<HorizonEntryProps, 'item'>): ReactNode {
  const dates = (item?.dates ?? []).filter((date) => isDeciding(date) || date.type === 'implementation');
  if (dates.length === 0) return 'Not said';
  return dates.map((date, index) => (
    <span key={index} className={styles.date}>
      <PartialDateText date={date.date} />
      {date.type === 'decision' ? null : <small> {inSentence(dateLabel(date))}</small>}
    </span>
  ));
}

function Impact({ item }: Pick<HorizonEntryProps, 'item'>): ReactNode {
  const vocabulary = useVocabulary();
  return item === undefined ? 'Not said' : capital(item.impactRaw || labelOf(vocabulary.impacts, item.impact));
}
