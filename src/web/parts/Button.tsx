import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './Button.module.css';

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `primary` for the one thing the page is for; `quiet` in toolbars; `danger` for what loses something. */
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
}

/** A button, 32 px high. `type` is `button` unless said otherwise, so that it never sends a form by accident. */
export function Button({ look = 'plain', type = 'button', className, ...rest }: ButtonProps): ReactNode {
  return <button {...rest} type={type} data-look={look} className={`${styles.button ?? ''} ${className ?? ''}`} />;
}
