/** Fields of a record edited where they stand in a table's row. */
import type { ReactNode } from 'react';
import { readPartialDate, type PartialDate } from '../../values/partial-date.ts';
import type { Rag } from '../../values/rag.ts';
import { useRecordEditor } from '../api/queries.ts';
import { CivilDate, PartialDateText } from '../parts/dates.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import type { FieldKind, Option } from '../parts/fields.tsx';
import { RagMark } from '../parts/RagMark.tsx';
import { RAG_OPTIONS } from './reading.ts';
import styles from './Parts.module.css';

/** What every field in place needs to know of its record. */
export interface Owner {
  /** The record's own path: `/api/deliverables/…`. */
  readonly path: string;
  readonly version: number;
  readonly mayEdit: boolean;
  /** In a table's row: a blank is a dash, and the word “Edit” takes no room. */
  readonly compact?: boolean;
}

interface CellProps {
  readonly of: Owner;
  /** The server's name of the field. */
  readonly field: string;
  readonly label: string;
}

interface PlainProps extends CellProps {
  readonly kind: FieldKind;
  readonly value: string;
  readonly options?: readonly Option[];
  /** From the words typed to what is sent; the words themselves when absent. */
  readonly read?: (words: string) => unknown;
  readonly children?: ReactNode;
}

/** Any field of a record, saved with the record's version. */
export function FieldCell({ of, field, label, read, children, ...input }: PlainProps): ReactNode {
  const editor = useRecordEditor(of.path, of.version);
  const compact = of.compact === true;
  const shown = compact && input.value === '' ? <span className={styles.note}>–</span> : children;
  const edited = (
    <EditableField label={label} mayEdit={of.mayEdit} save={editor.saveField(field, read)} {...input}>
      {shown}
    </EditableField>
  );
  return compact ? <span className={styles.compact}>{edited}</span> : edited;
}

/** A date in words, shown with its uncertainty. */
export function DateCell({ date, ...cell }: CellProps & { readonly date: PartialDate | null }): ReactNode {
  return (
    <FieldCell {...cell} kind="partialDate" value={date?.raw ?? ''}>
      {date === null ? '' : <PartialDateText date={date} />}
    </FieldCell>
  );
}

/** A day of the calendar. */
export function DayCell({ date, ...cell }: CellProps & { readonly date: string | null }): ReactNode {
  return (
    <FieldCell {...cell} kind="date" value={date ?? ''} read={(words) => (words === '' ? null : words)}>
      {date === null ? '' : <CivilDate date={date} />}
    </FieldCell>
  );
}

/** Red, amber or green, as somebody reported it. */
export function RagCell({
  rag,
  raw,
  ...cell
}: CellProps & { readonly rag: Rag; readonly raw?: string | null }): ReactNode {
  return (
    <FieldCell {...cell} kind="select" value={rag} options={RAG_OPTIONS}>
      <span className={styles.rag}>
        <RagMark rag={rag} words />
        {raw !== undefined && raw !== null && raw.toLowerCase() !== rag && (
          <span className={styles.note}> written “{raw}”</span>
        )}
      </span>
    </FieldCell>
  );
}

/** How a date typed in words will sort in a table: its last day, or the words. */
export const sortOf = (date: PartialDate | null): string | null =>
  date === null ? null : (date.latest ?? readPartialDate(date.raw).raw);
