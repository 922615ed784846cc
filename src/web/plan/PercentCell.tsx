import type { ReactNode } from 'react';
import { useRecordEditor } from '../api/queries.ts';
import { EditableField } from '../parts/EditableField.tsx';
import type { StatusReport } from './answers.ts';
import type { Owner } from './Cells.tsx';
import { readWhole } from './reading.ts';
import shared from './Parts.module.css';
import styles from './SmallRecords.module.css';

const WIDTH = 48;

/** How much is complete: a small bar and the figure. */
export function PercentCell({ of, report }: { readonly of: Owner; readonly report: StatusReport }): ReactNode {
  const editor = useRecordEditor(of.path, of.version);
  const percent = report.percentComplete;
  return (
    <span className={shared.compact}>
      <EditableField
        label={`Percent complete told to ${report.meetingKey}`}
        kind="text"
        value={percent === null ? '' : String(percent)}
        mayEdit={of.mayEdit}
        save={async (words, manner) => {
          const read = readWhole('the percent complete', words.replace('%', ''), '65');
          return read.kind === 'failed' ? read : editor.save({ percentComplete: read.value }, manner);
        }}
      >
        {percent === null ? (
          ''
        ) : (
          <>
            <svg width={WIDTH} height={8} className={styles.bar} aria-hidden="true">
              <rect width={WIDTH} height={8} className={styles.whole} />
              <rect width={(WIDTH * percent) / 100} height={8} className={styles.part} />
            </svg>
            {percent}&nbsp;%
          </>
        )}
      </EditableField>
    </span>
  );
}
