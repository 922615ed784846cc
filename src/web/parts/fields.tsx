/** The inputs that fields and forms share: text, long text, a choice, a day, an uncertain date in words. */
import type { KeyboardEvent, ReactNode } from 'react';
import { printPartialDate, readPartialDate } from '../../values/partial-date.ts';
import styles from './Form.module.css';

export type FieldKind = 'text' | 'longText' | 'select' | 'date' | 'partialDate';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface FieldInputProps {
  readonly kind: FieldKind;
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options?: readonly Option[];
  readonly label?: string;
  readonly required?: boolean;
  readonly invalid?: boolean;
  /** Ids of what explains the field and what is wrong with it. */
  readonly describedBy?: string;
  readonly autoFocus?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** One input of a kind. An uncertain date is typed in words and read back underneath as it will be understood. */
export function FieldInput(props: FieldInputProps): ReactNode {
  const { kind, id, value, onChange, invalid = false } = props;
  const shared = {
    id,
    value,
    className: styles.input,
    'aria-label': props.label,
    'aria-invalid': invalid || undefined,
    'aria-describedby': props.describedBy,
    required: props.required,
    autoFocus: props.autoFocus,
    onKeyDown: props.onKeyDown,
  };
  switch (kind) {
    case 'longText':
      return (
        <textarea
          {...shared}
          onFocus={(event) => event.target.setSelectionRange(value.length, value.length)}
          rows={Math.min(16, Math.max(3, value.split('\n').length + Math.ceil(value.length / 90)))}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'select':
      return (
        <select {...shared} onChange={(event) => onChange(event.target.value)}>
          {props.options?.every((option) => option.value !== value) === true && <option value={value}>{value}</option>}
          {props.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      );
    case 'date':
      return <input {...shared} type="date" onChange={(event) => onChange(event.target.value)} />;
    case 'partialDate':
      return (
        <>
          <input
            {...shared}
            type="text"
            placeholder="23 Nov 2022, end Nov 2022?, Q1 2024, M8, TBC"
            onChange={(event) => onChange(event.target.value)}
          />
          {value.trim() !== '' && <span className={styles.hint}>{readBack(value)}</span>}
        </>
      );
    default:
      return <input {...shared} type="text" onChange={(event) => onChange(event.target.value)} />;
  }
}

/** How the words of a date will be understood. */
function readBack(words: string): string {
  const date = readPartialDate(words);
  if (date.precision === 'impossible') return 'The calendar has no such day; the words are kept as you write them.';
  if (date.precision === 'unknown') return 'No date in these words; they are kept as you write them.';
  return `Read as ${printPartialDate(date)}`;
}
