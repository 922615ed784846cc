import type { ReactNode } from 'react';
import { CivilDate } from '../parts/dates.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import type { HorizonBody } from './answers.ts';
import { useHorizonReturn, type ReturnKey } from './useHorizonReturn.ts';
import { choices, RETURN_WORDS } from './words.ts';
import styles from './Horizon.module.css';

interface ReturnFactsProps {
  readonly body: HorizonBody;
  readonly held: ReturnKey;
}

const orNull = (words: string): string | null => (words === '' ? null : words);

/** What is known of a return itself, edited where it stands. */
export function ReturnFacts({ body, held }: ReturnFactsProps): ReactNode {
  const { edit } = useHorizonReturn(held);
  const of = `of ${body.body}`;
  return (
    <dl className={styles.return}>
      <div>
        <dt>Return</dt>
        <dd>
          <EditableField
            label={`Return ${of}`}
            kind="select"
            value={body.state}
            options={choices(RETURN_WORDS)}
            mayEdit
            save={(state, manner) => edit({ state }, manner)}
          />
        </dd>
      </div>
      <div>
        <dt>Received</dt>
        <dd>
          <EditableField
            label={`Day received ${of}`}
            kind="date"
            value={body.received ?? ''}
            mayEdit
            save={(received, manner) => edit({ received: orNull(received) }, manner)}
          >
            {body.received === null ? '' : <CivilDate date={body.received} />}
          </EditableField>
        </dd>
      </div>
      <div>
        <dt>Its log is headed</dt>
        <dd>
          <EditableField
            label={`Date of the log ${of}`}
            kind="date"
            value={body.logDate ?? ''}
            mayEdit
            save={(logDate, manner) => edit({ logDate: orNull(logDate) }, manner)}
          >
            {body.logDate === null ? '' : <CivilDate date={body.logDate} />}
          </EditableField>
        </dd>
      </div>
      <div>
        <dt>Source</dt>
        <dd>
          <EditableField
            label={`Source ${of}`}
            kind="text"
            value={body.source}
            mayEdit
            save={(source, manner) => edit({ source }, manner)}
          />
        </dd>
      </div>
      <div>
        <dt>Note</dt>
        <dd>
          <EditableField
            label={`Note on the return ${of}`}
            kind="longText"
            value={body.note}
            mayEdit
            save={(note, manner) => edit({ note }, manner)}
          />
        </dd>
      </div>
    </dl>
  );
}
