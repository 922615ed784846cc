import { useId, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Saved, SaveManner } from '../api/queries.ts';
import type { Problem } from '../api/problem.ts';
import { useMoment } from '../app/moment.ts';
import type { Result } from '../../values/result.ts';
import { note } from './announce.ts';
import { Button } from './Button.tsx';
import { FieldInput, type FieldKind, type Option } from './fields.tsx';
import { useLater } from './later.ts';
import styles from './EditableField.module.css';

interface EditableFieldProps {
  /** The field's name, as people call it. */
  readonly label: string;
  readonly kind: FieldKind;
  /** The value as it is typed; a day as `YYYY-MM-DD`, an uncertain date as its raw words. */
  readonly value: string;
  /** How the value is shown; its words when absent. */
  readonly children?: ReactNode;
  readonly options?: readonly Option[];
  /** The record's `may.edit`. In the past nothing is edited, whatever this says. */
  readonly mayEdit: boolean;
  /** `useRecordEditor(…).saveField('title')`, or one's own. */
  readonly save: (value: string, manner: SaveManner) => Promise<Result<Saved, Problem>>;
}

/**
 * A value edited where it stands. It is saved on leaving the field (or with Enter; Ctrl-Enter in long text), Escape puts
 * back what was there, and for ten seconds the change can be undone. What was typed stays through every error.
 */
export function EditableField(props: EditableFieldProps): ReactNode {
  const { label, kind, value, children, mayEdit, save } = props;
  const { inPast } = useMoment();
  const client = useQueryClient();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState(false);
  const slow = useLater(saving);
  const edit = useRef<HTMLButtonElement>(null);
  const id = useId();
  const editable = mayEdit && !inPast;
  const shown =
    children ?? (kind === 'select' ? (props.options?.find((one) => one.value === value)?.label ?? value) : value);

  const leave = (): void => {
    setTyped(null);
    setProblem(null);
  };
  const backToButton = (): void => {
    setTimeout(() => edit.current?.focus(), 0);
  };
  const store = async (next: string, manner: SaveManner = {}): Promise<void> => {
    if (saving) return;
    if (next === value && manner.overwrite !== true) {
      leave();
      return;
    }
    setSaving(true);
    const result = await save(next, manner);
    setSaving(false);
    if (result.kind === 'failed') {
      setProblem(result.failure);
      return;
    }
    leave();
    const { version, sentence } = result.value;
    note(sentence ?? `${label} saved.`, {
      action: { label: 'Undo', run: () => void undo(value, version) },
    });
  };
  const undo = async (before: string, version: number | undefined): Promise<void> => {
    const result = await save(before, version === undefined ? {} : { version });
    if (result.kind === 'ok') note(`${label} is as it was.`);
    else note(`Not undone. ${result.failure.detail}`, { tone: 'problem' });
  };

  if (typed === null)
    return (
      <span
        className={styles.shown}
        data-editable={editable || undefined}
        onClick={(event) => {
          const plain = !(event.target instanceof Element && event.target.closest('a, button') !== null);
          if (editable && plain && window.getSelection()?.isCollapsed === true) setTyped(value);
        }}
      >
        <span className={styles.value}>{shown === '' ? <span className={styles.blank}>Not said</span> : shown}</span>
        {editable && (
          <button
            ref={edit}
            type="button"
            className={`${styles.edit ?? ''} screen-only`}
            onClick={() => setTyped(value)}
          >
            Edit<span className="visually-hidden"> {label}</span>
          </button>
        )}
      </span>
    );

  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      leave();
      backToButton();
    } else if (event.key === 'Enter' && (kind !== 'longText' || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void store(typed).then(backToButton);
    }
  };
  const blur = (event: FocusEvent): void => {
    const stays = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
    if (!stays && problem?.status !== CONFLICT) void store(typed);
  };
  return (
    <div className={styles.editing} onBlur={blur}>
      <FieldInput
        kind={kind}
        id={id}
        label={label}
        value={typed}
        onChange={setTyped}
        {...(props.options === undefined ? {} : { options: props.options })}
        invalid={problem !== null}
        describedBy={`${id}-more`}
        autoFocus
        onKeyDown={press}
      />
      <div id={`${id}-more`} className={styles.more}>
        {slow && <span role="status">Saving…</span>}
        {problem !== null && (
          <span className={styles.error} role="alert">
            {problem.errors[0]?.message ?? problem.detail}
          </span>
        )}
      </div>
      {problem?.status === CONFLICT && (
        <div className={styles.conflict}>
          <Button
            onClick={() => {
              leave();
              void client.invalidateQueries();
            }}
          >
            Reload theirs
          </Button>
          <Button onClick={() => void store(typed, { overwrite: true })}>Keep mine</Button>
        </div>
      )}
    </div>
  );
}

/** "Precondition failed": somebody else saved this record since it was read. */
const CONFLICT = 412;
