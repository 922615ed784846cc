import { useState, type ReactNode } from 'react';
import type { Result } from '../../values/result.ts';
import type { Problem } from '../api/problem.ts';
import type { Saved, SaveManner } from '../api/queries.ts';
import { Button } from '../parts/Button.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import { Section } from '../parts/FieldList.tsx';
import type { FieldKind, Option } from '../parts/fields.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import styles from './Profile.module.css';

/** One column of a part of a profile: how a row's value is typed, shown and written back. */
export interface PartColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly kind: FieldKind;
  /** As it is typed. */
  readonly value: (row: Row) => string;
  /** The row with what was typed in it. */
  readonly write: (row: Row, words: string) => Row;
  readonly show?: (row: Row) => ReactNode;
  readonly options?: readonly Option[];
  readonly hint?: string;
  readonly required?: boolean;
}

interface PartTableProps<Row> {
  readonly title: string;
  /** What one row is: `stage`. */
  readonly one: string;
  readonly about?: ReactNode;
  readonly rows: readonly Row[];
  readonly columns: readonly PartColumn<Row>[];
  /** What people call a row. */
  readonly nameOf: (row: Row) => string;
  /** A row before anything is typed in it. */
  readonly blank: Row;
  readonly mayEdit: boolean;
  /** Saves all rows of the part. */
  readonly save: (rows: readonly Row[], manner?: SaveManner) => Promise<Result<Saved, Problem>>;
}

/** A part of a profile as a table whose every cell is edited where it stands; rows can be added and removed. */
export function PartTable<Row>(props: PartTableProps<Row>): ReactNode {
  const { title, one, about, rows, columns, nameOf, blank, mayEdit, save } = props;
  const [adding, setAdding] = useState(false);
  const add = async (values: Readonly<Record<string, string>>): Promise<Result<Saved, Problem>> =>
    save([...rows, columns.reduce((row, column) => column.write(row, values[column.id] ?? ''), blank)]);
  return (
    <Section
      title={title}
      count={rows.length}
      {...(mayEdit ? { actions: <Button onClick={() => setAdding(true)}>Add a {one}</Button> } : {})}
    >
      {about === undefined ? null : <p className={styles.about}>{about}</p>}
      {rows.length === 0 ? (
        <p className={styles.none}>None is on record.</p>
      ) : (
        <div className={styles.wide} tabIndex={0} role="group" aria-label={title}>
          <table className={styles.table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.id} scope="col">
                    {column.header}
                  </th>
                ))}
                {mayEdit ? (
                  <th scope="col" className="screen-only">
                    <span className="visually-hidden">Remove</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={`${nameOf(row)} ${String(index)}`}>
                  {columns.map((column) => (
                    <td key={column.id} data-label={column.header}>
                      <EditableField
                        label={`${column.header} of ${nameOf(row)}`}
                        kind={column.kind}
                        value={column.value(row)}
                        {...(column.options === undefined ? {} : { options: column.options })}
                        mayEdit={mayEdit}
                        save={(words, manner) =>
                          save(
                            rows.map((other, at) => (at === index ? column.write(other, words) : other)),
                            manner,
                          )
                        }
                      >
                        {column.show?.(row) ?? shown(column, row)}
                      </EditableField>
                    </td>
                  ))}
                  {mayEdit ? (
                    <td className={`${styles.tools ?? ''} screen-only`}>
                      <ConfirmButton
                        label="Remove"
                        look="quiet"
                        question={`Remove the ${one} “${nameOf(row)}”?`}
                        consequence="It goes from this profile; its history stays. What is on record under it keeps its own words."
                        confirm={`Remove the ${one}`}
                        onConfirm={() => save(rows.filter((_, at) => at !== index))}
                      />
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <FormDialog
        open={adding}
        title={`Add a ${one}`}
        submit={`Add the ${one}`}
        onClose={() => setAdding(false)}
        onSubmit={add}
        fields={columns.map((column) => ({
          name: column.id,
          label: column.header,
          kind: column.kind,
          initial: column.value(blank),
          ...(column.options === undefined ? {} : { options: column.options }),
          ...(column.hint === undefined ? {} : { hint: column.hint }),
          ...(column.required === true ? { required: true } : {}),
        }))}
      />
    </Section>
  );
}

const shown = <Row,>(column: PartColumn<Row>, row: Row): string => {
  const value = column.value(row);
  return column.options?.find((option) => option.value === value)?.label ?? value;
};
