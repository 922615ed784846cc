import { useState, type ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';
import { useSend } from '../api/queries.ts';
import { Button } from '../parts/Button.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { FieldInput } from '../parts/fields.tsx';
import { ProblemNotice } from '../parts/ProblemNotice.tsx';
import type { Finding, Review, Span } from './answers.ts';
import styles from './Findings.module.css';

interface FindingsProps {
  readonly pack: Review;
  readonly onShow: (span: Span, record: string | null) => void;
}

const SEVERITY: Readonly<Record<Finding['severity'], { readonly mark: string; readonly words: string }>> = {
  error: { mark: '✕', words: 'Error' },
  warning: { mark: '▲', words: 'Look at this' },
  notice: { mark: '·', words: 'For information' },
};

const STATE: Readonly<Record<Exclude<Finding['state'], 'open'>, string>> = {
  accepted: 'Accepted',
  corrected: 'Corrected',
  dismissed: 'Dismissed',
};

const ORDER: readonly Finding['severity'][] = ['error', 'warning', 'notice'];

/** Findings of one sort stand together: fourteen copied forecasts are one question, asked fourteen times. */
function bySort(findings: readonly Finding[]): (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const group = groups.get(finding.code);
    if (group === undefined) groups.set(finding.code, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].sort(
    (a, b) => ORDER.indexOf(a[0].severity) - ORDER.indexOf(b[0].severity) || a[0].span.start - b[0].span.start,
  );
}

/** What accepting does, on its button: short values are named, long ones stand in the suggestion above it. */
function takeWords({ suggestion }: Finding): string {
  if (suggestion?.value === undefined) return 'Accept';
  return suggestion.value.length > 40 ? 'Take the suggestion' : `Take “${suggestion.value}”`;
}

/** What is odd in the pack, the gravest first, with what can be done about each. */
export function Findings({ pack, onShow }: FindingsProps): ReactNode {
  if (pack.findings.length === 0)
    return (
      <EmptyState title="Nothing odd was found">
        Every date exists, every reference is plain, every code body has reported.
      </EmptyState>
    );
  return (
    <div className={styles.groups}>
      {bySort(pack.findings).map((group) => (
        <Sort key={group[0].code} pack={pack} findings={group} onShow={onShow} />
      ))}
    </div>
  );
}

function Sort({
  pack,
  findings,
  onShow,
}: FindingsProps & { readonly findings: readonly [Finding, ...Finding[]] }): ReactNode {
  const [first] = findings;
  const open = findings.filter((finding) => finding.state === 'open');
  const send = useSend();
  const [problem, setProblem] = useState<Problem | null>(null);
  const all = async (kind: 'accept' | 'dismiss'): Promise<void> => {
    for (const finding of open) {
      const done = await send('POST', `/api/intakes/${pack.id}/findings/${finding.id}`, { kind }, undefined, 'Settled');
      if (done.kind === 'failed') {
        setProblem(done.failure);
        return;
      }
    }
  };
  return (
    <section className={styles.sort}>
      <h2 className={styles.title}>
        <span className={styles[first.severity]}>
          <span aria-hidden="true">{SEVERITY[first.severity].mark}</span>
          <span className="visually-hidden">{SEVERITY[first.severity].words}: </span>
        </span>{' '}
        {first.title} {findings.length === 1 ? null : <span className={styles.count}>{findings.length}</span>}
      </h2>
      <p className={styles.means}>
        {first.means} {first.whatToDo}
      </p>
      <ul className={styles.list}>
        {findings.map((finding) => (
          <One key={finding.id} pack={pack} finding={finding} onShow={onShow} />
        ))}
      </ul>
      {open.length < 2 || pack.state !== 'staged' || !pack.may.edit ? null : (
        <p className={styles.all}>
          <Button look="quiet" onClick={() => void all('accept')}>
            Accept all {open.length}
          </Button>
          <Button look="quiet" onClick={() => void all('dismiss')}>
            Dismiss all
          </Button>
        </p>
      )}
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </section>
  );
}

function One({ pack, finding, onShow }: FindingsProps & { readonly finding: Finding }): ReactNode {
  const send = useSend();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [correcting, setCorrecting] = useState(false);
  const [words, setWords] = useState(finding.suggestion?.value ?? finding.source);
  const settle = async (body: object): Promise<void> => {
    const done = await send('POST', `/api/intakes/${pack.id}/findings/${finding.id}`, body, undefined, 'Settled');
    setProblem(done.kind === 'failed' ? done.failure : null);
    if (done.kind === 'ok') setCorrecting(false);
  };
  const mayEdit = pack.state === 'staged' && pack.may.edit;
  const hasField = finding.about !== null && finding.suggestion?.path !== undefined;
  return (
    <li className={`${styles.finding ?? ''} ${finding.state === 'open' ? '' : (styles.settled ?? '')}`}>
      <p>
        {finding.message}{' '}
        <button type="button" className={styles.place} onClick={() => onShow(finding.span, finding.about)}>
          Show in the source
        </button>
      </p>
      {finding.suggestion === null ? null : <p className={styles.suggestion}>Suggestion: {finding.suggestion.words}</p>}
      {finding.state === 'open' ? null : (
        <p className={styles.state}>
          {STATE[finding.state]}
          {finding.note === '' ? '' : `: ${finding.note}`}
        </p>
      )}
      {!mayEdit ? null : correcting ? (
        <form
          className={styles.correct}
          onSubmit={(event) => {
            event.preventDefault();
            void settle({ kind: 'correct', words });
          }}
        >
          <label htmlFor={`correct-${finding.id}`}>It should say</label>
          <FieldInput kind="text" id={`correct-${finding.id}`} value={words} onChange={setWords} autoFocus />
          <Button type="submit" look="primary">
            Correct
          </Button>
          <Button look="quiet" onClick={() => setCorrecting(false)}>
            Cancel
          </Button>
        </form>
      ) : (
        <p className={styles.buttons}>
          {finding.state !== 'open' ? (
            <Button look="quiet" onClick={() => void settle({ kind: 'reopen' })}>
              Reopen
            </Button>
          ) : (
            <>
              <Button onClick={() => void settle({ kind: 'accept' })}>{takeWords(finding)}</Button>
              {hasField ? (
                <Button look="quiet" onClick={() => setCorrecting(true)}>
                  Correct…
                </Button>
              ) : null}
              <Button look="quiet" onClick={() => void settle({ kind: 'dismiss' })}>
                Dismiss
              </Button>
            </>
          )}
        </p>
      )}
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </li>
  );
}
