import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import type { Problem } from '../api/problem.ts';
import type { Result } from '../../values/result.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { FieldInput, type FieldKind, type Option } from './fields.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import styles from './Form.module.css';

/** One field of a form; `name` is the server's name of it, so that its errors find their way here. */
export interface FormFieldSpec {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly hint?: string;
  readonly required?: boolean;
  readonly options?: readonly Option[];
  readonly initial?: string;
}

interface FormDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly fields: readonly FormFieldSpec[];
  /** The verb: "Raise the action". */
  readonly submit: string;
  /** Given every field's words, by name. */
  readonly onSubmit: (values: Readonly<Record<string, string>>) => Promise<Result<unknown, Problem>>;
  readonly onClose: () => void;
}

/** A form over the page. What was typed stays through every error, and each error stands at its field. */
export function FormDialog({ open, title, onClose, ...form }: FormDialogProps): ReactNode {
  return (
    <Dialog open={open} title={title} onClose={onClose}>
      <Form {...form} onClose={onClose} />
    </Dialog>
  );
}

function Form({ fields, submit, onSubmit, onClose }: Omit<FormDialogProps, 'open' | 'title'>): ReactNode {
  const id = useId();
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(fields.map((field) => [field.name, field.initial ?? field.options?.[0]?.value ?? ''])),
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const errorOf = (name: string): string | undefined =>
    problem?.errors.find((error) => error.field === name || error.field?.startsWith(`${name}.`) === true)?.message;
  const unplaced = problem !== null && !fields.some((field) => errorOf(field.name) !== undefined);
  const send = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const result = await onSubmit(values);
    setBusy(false);
    if (result.kind === 'failed') setProblem(result.failure);
    else onClose();
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      {unplaced && (
        <div className={styles.problem}>
          <ProblemNotice problem={problem} />
        </div>
      )}
      {fields.map((field) => {
        const error = errorOf(field.name);
        const own = `${id}-${field.name}`;
        return (
          <div key={field.name} className={styles.field}>
            <label htmlFor={own} className={styles.label}>
              {field.label}
              {field.required !== true && <span className={styles.optional}> (optional)</span>}
            </label>
            <FieldInput
              kind={field.kind}
              id={own}
              value={values[field.name] ?? ''}
              onChange={(value) => setValues({ ...values, [field.name]: value })}
              {...(field.options === undefined ? {} : { options: field.options })}
              required={field.required === true}
              invalid={error !== undefined}
              describedBy={`${own}-more`}
            />
            <span id={`${own}-more`}>
              {field.hint !== undefined && <span className={styles.hint}>{field.hint}</span>}
              {error !== undefined && (
                <span className={styles.error} role="alert">
                  {error}
                </span>
              )}
            </span>
          </div>
        );
      })}
      <div className={styles.buttons}>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" type="submit" disabled={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
