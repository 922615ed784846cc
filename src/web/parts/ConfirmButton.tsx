import { useState, type ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';
import type { Result } from '../../values/result.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import styles from './Form.module.css';

interface ConfirmButtonProps {
  /** On the button: "Withdraw…". */
  readonly label: string;
  /** The question: "Withdraw this recommendation?". */
  readonly question: string;
  /** What will be lost, in words. */
  readonly consequence: ReactNode;
  /** The verb that does it: "Withdraw". */
  readonly confirm: string;
  /** What the other button says; `Keep it` unless told. */
  readonly keep?: string;
  readonly onConfirm: () => Promise<Result<unknown, Problem>>;
  readonly look?: 'plain' | 'quiet' | 'danger';
  readonly disabled?: boolean;
}

/** A step that loses something asks once, and says what will be lost. */
export function ConfirmButton(props: ConfirmButtonProps): ReactNode {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = (): void => {
    setOpen(false);
    setProblem(null);
  };
  const go = async (): Promise<void> => {
    setBusy(true);
    const result = await props.onConfirm();
    setBusy(false);
    if (result.kind === 'failed') setProblem(result.failure);
    else close();
  };
  return (
    <>
      <Button look={props.look ?? 'plain'} disabled={props.disabled} onClick={() => setOpen(true)}>
        {props.label}
      </Button>
      <Dialog open={open} title={props.question} onClose={close}>
        <div>{props.consequence}</div>
        {problem !== null && <ProblemNotice problem={problem} />}
        <div className={styles.buttons}>
          <Button onClick={close}>{props.keep ?? 'Keep it'}</Button>
          <Button look="danger" disabled={busy} onClick={() => void go()}>
            {props.confirm}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
