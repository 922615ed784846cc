import { useState, type ReactNode } from 'react';
import { printCivilDate } from '../../values/partial-date.ts';
import { Button } from '../parts/Button.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { Section } from '../parts/FieldList.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import type { Abilities } from '../codes/answers.ts';
import type { HorizonBody, RegisterItem } from './answers.ts';
import { HorizonEntryView } from './HorizonEntry.tsx';
import { ReturnFacts } from './ReturnFacts.tsx';
import { useHorizonReturn, type ReturnKey } from './useHorizonReturn.ts';
import { periodWords } from './words.ts';
import styles from './Horizon.module.css';

interface HorizonBodyProps {
  readonly body: HorizonBody;
  readonly period: string;
  readonly items: readonly RegisterItem[];
  readonly may: Pick<Abilities, 'edit' | 'remove'>;
  /** Records a return where none is on record; null for those who may not. */
  readonly onRecord: (() => void) | null;
}

/** What one code returned to the log; that it was silent, or had nothing to tell, is said as well. */
export function HorizonBodySection({ body, period, items, may, onRecord }: HorizonBodyProps): ReactNode {
  const key = body.id === null || body.version === null ? null : { id: body.id, version: body.version, period };
  const record = onRecord !== null && key === null ? <Button onClick={onRecord}>Record its return</Button> : null;
  const tools = key !== null && may.edit ? <ReturnTools body={body} held={key} mayRemove={may.remove} /> : record;
  return (
    <Section
      title={`${body.body}: ${body.name}`}
      {...(body.entries.length > 0 ? { count: body.entries.length } : {})}
      {...(tools === null ? {} : { actions: tools })}
    >
      {key !== null && may.edit ? <ReturnFacts body={body} held={key} /> : <About body={body} />}
      <WithoutEntries body={body} period={period} />
      {body.entries.map((entry) => (
        <HorizonEntryView
          key={entry.id}
          entry={entry}
          item={items.find(({ id }) => id === entry.modificationId)}
          held={may.edit ? key : null}
        />
      ))}
    </Section>
  );
}

/** When and where the return came, in one line, for those who only read. */
function About({ body }: { readonly body: HorizonBody }): ReactNode {
  const received = body.received === null ? null : `Received ${printCivilDate(body.received)}`;
  const about = [received, body.source, body.note].filter((words) => words !== null && words !== '').join('. ');
  return about === '' ? null : <p className={styles.about}>{about}</p>;
}

function WithoutEntries({ body, period }: { readonly body: HorizonBody; readonly period: string }): ReactNode {
  if (body.silent)
    return (
      <p className={styles.silent}>
        <span aria-hidden="true">○</span> {body.body} has made no return for {periodWords(period)}. Nothing is known of
        its changes this month; it is not the same as having none.
      </p>
    );
  if (body.state === 'nil') return <p className={styles.nil}>{body.body} returned that it has no change to tell of.</p>;
  if (body.entries.length === 0)
    return <p className={styles.nil}>{body.body} made a return, and none of its changes are on record here yet.</p>;
  return null;
}

interface ReturnToolsProps {
  readonly body: HorizonBody;
  readonly held: ReturnKey;
  readonly mayRemove: boolean;
}

function ReturnTools({ body, held, mayRemove }: ReturnToolsProps): ReactNode {
  const [adding, setAdding] = useState(false);
  const { addEntry, remove } = useHorizonReturn(held);
  const count = body.entries.length;
  return (
    <>
      {mayRemove ? (
        <ConfirmButton
          label="Remove the return"
          look="quiet"
          question={`Remove the return of ${body.body} for ${periodWords(held.period)}?`}
          consequence={`${body.body} will be shown as silent${
            count === 0
              ? ''
              : `, and what was returned of ${count === 1 ? 'one change' : `${String(count)} changes`} goes with it`
          }. The changes stay on the register; the history stays.`}
          confirm="Remove the return"
          onConfirm={remove}
        />
      ) : null}
      <Button onClick={() => setAdding(true)}>Add a change</Button>
      <FormDialog
        open={adding}
        title={`Add a change to the return of ${body.body}`}
        submit="Add the change"
        onClose={() => setAdding(false)}
        onSubmit={({ reference = '', stageRaw = '', words = '' }) =>
          addEntry({ reference, words, ...(stageRaw.trim() === '' ? {} : { stageRaw: stageRaw.trim() }) })
        }
        fields={[
          {
            name: 'reference',
            label: 'Reference',
            kind: 'text',
            required: true,
            hint: `A change of ${body.body} that is on the register, as anybody would write it.`,
          },
          {
            name: 'stageRaw',
            label: 'Status as returned',
            kind: 'text',
            hint: 'In the code’s own words. Left out, it is what the register says.',
          },
          { name: 'words', label: 'What was told', kind: 'longText' },
        ]}
      />
    </>
  );
}
