import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';
import { useSend } from '../api/queries.ts';
import { Button } from '../parts/Button.tsx';
import { FieldInput } from '../parts/fields.tsx';
import { ProblemNotice } from '../parts/ProblemNotice.tsx';
import { KIND_WORDS, type RecordField, type Review, type ReviewRecord, type Span } from './answers.ts';
import styles from './Records.module.css';

interface RecordsProps {
  readonly pack: Review;
  readonly chosen: string | null;
  readonly onShow: (span: Span, record: string | null) => void;
}

/** Everything that was read, by kind; each record opens to its fields beside the words they were read from. */
export function Records({ pack, chosen, onShow }: RecordsProps): ReactNode {
  const kinds = [...new Set(pack.records.map((record) => record.kind))];
  return (
    <div className={styles.kinds}>
      {kinds.map((kind) => {
        const records = pack.records.filter((record) => record.kind === kind);
        return (
          <section key={kind}>
            <h2 className={styles.kind}>
              {KIND_WORDS[kind] ?? kind} <span className={styles.count}>{records.length}</span>
            </h2>
            <ul className={styles.list}>
              {records.map((record) => (
                <One key={record.key} pack={pack} record={record} chosen={record.key === chosen} onShow={onShow} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function One({
  pack,
  record,
  chosen,
  onShow,
}: Omit<RecordsProps, 'chosen'> & { readonly record: ReviewRecord; readonly chosen: boolean }): ReactNode {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <li ref={row} className={chosen ? styles.chosen : undefined}>
      <button
        type="button"
        className={styles.record}
        aria-expanded={chosen}
        onClick={() => onShow(record.span, record.key)}
      >
        {record.title}
      </button>
      {!chosen ? null : (
        <dl className={styles.fields}>
          {record.fields.map((field) => (
            <Field key={field.path} pack={pack} record={record} field={field} onShow={onShow} />
          ))}
        </dl>
      )}
    </li>
  );
}

function Field({
  pack,
  record,
  field,
  onShow,
}: Omit<RecordsProps, 'chosen'> & { readonly record: ReviewRecord; readonly field: RecordField }): ReactNode {
  const send = useSend();
  const [words, setWords] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const mayEdit = pack.state === 'staged' && pack.may.edit;
  const correct = async (value: string): Promise<void> => {
    const body = { recordKey: record.key, path: field.path, words: value };
    const done = await send('POST', `/api/intakes/${pack.id}/corrections`, body, undefined, `${field.label} corrected`);
    setProblem(done.kind === 'failed' ? done.failure : null);
    if (done.kind === 'ok') setWords(null);
  };
  const sameWords = field.raw.trim() === field.value.trim();
  return (
    <div className={styles.field}>
      <dt>{field.label}</dt>
      <dd>
        {words === null ? (
          <>
            <span className={field.corrected ? styles.corrected : undefined}>
              {field.value === '' ? 'not understood' : field.value}
            </span>
            {field.corrected ? ' (corrected)' : ''}{' '}
            <span className={styles.tools}>
              <Button
                look="quiet"
                aria-label={`Show ${field.label} in the source`}
                onClick={() => onShow(field.span, record.key)}
              >
                Show
              </Button>
              {mayEdit ? (
                <Button look="quiet" aria-label={`Correct ${field.label}`} onClick={() => setWords(field.value)}>
                  Correct
                </Button>
              ) : null}
            </span>
          </>
        ) : (
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              void correct(words);
            }}
          >
            <FieldInput
              kind={words.length > 60 ? 'longText' : 'text'}
              id={`field-${record.key}-${field.path}`}
              label={field.label}
              value={words}
              onChange={setWords}
              autoFocus
            />
            <Button type="submit" look="primary">
              Correct
            </Button>
            <Button look="quiet" onClick={() => setWords(null)}>
              Cancel
            </Button>
          </form>
        )}
        {sameWords ? null : <q className={styles.raw}>{field.raw.trim()}</q>}
        {problem === null ? null : <ProblemNotice problem={problem} />}
      </dd>
    </div>
  );
}
