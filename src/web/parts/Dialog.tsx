import { useEffect, useId, useRef, type ReactNode } from 'react';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Called for Escape, a press outside, and the close button. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** `wide` for lists and previews; the default suits a question. */
  readonly size?: 'normal' | 'wide';
  /** Hides the heading from sight (the palette's field says enough); it still names the dialog. */
  readonly plain?: boolean;
}

/** A dialog over the page: the browser's own, so focus stays inside it and goes back where it was. */
export function Dialog({ open, title, onClose, children, size = 'normal', plain = false }: DialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) {
      element.showModal();
      // What one came to type, rather than the close button, which comes first.
      element.querySelector<HTMLElement>('input, select, textarea')?.focus();
    }
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-size={size}
      data-plain={plain || undefined}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {open && (
        <div className={styles.inside}>
          <div className={plain ? 'visually-hidden' : styles.heading}>
            <h2 id={heading}>{title}</h2>
            {!plain && (
              <button type="button" className={styles.close} onClick={onClose}>
                Close
              </button>
            )}
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
