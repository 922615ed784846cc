import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useGet } from '../api/queries.ts';
import { useAddress, useChangeAddress } from '../app/navigate.ts';
import { oneOf } from '../app/search.ts';
import type { Vocabulary } from '../codes/answers.ts';
import { stepOf, useVocabulary } from '../codes/vocabulary.ts';
import { Button } from '../parts/Button.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PictureFrame } from '../parts/picture/PictureFrame.tsx';
import { useRowKeys } from '../parts/rowKeys.ts';
import { filterRows, type Column } from '../parts/tableRows.ts';
import { useTableState } from '../parts/tableState.ts';
import { TableToolbar } from '../parts/TableToolbar.tsx';
import { printCivilDate } from '../../values/partial-date.ts';
import type { RegisterItem, Timeline, TimelineBar } from './answers.ts';
import { REGISTER_DEFAULTS } from './columns.tsx';
import { tellBar } from './inFlightWords.ts';
import { layInFlight } from './inFlightLayout.ts';
import { AXIS_ROOM, InFlightDrawing } from './InFlightDrawing.tsx';
import { Legend } from './InFlightLegend.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import styles from './InFlight.module.css';

interface InFlightProps {
  readonly items: readonly RegisterItem[];
  readonly columns: readonly Column<RegisterItem>[];
}

/** Every change on a line of time, by code; it shows what the register's filters let through. */
export function InFlight({ items, columns }: InFlightProps): ReactNode {
  const timeline = useGet<Timeline>('/api/modifications/timeline');
  const vocabulary = useVocabulary();
  const asTable = oneOf(useAddress()['view']) === 'table';
  const filterable = useMemo(() => columns.filter((one) => one.filter !== undefined).map(({ id }) => id), [columns]);
  const [state, change] = useTableState(filterable, REGISTER_DEFAULTS);
  const kept = useMemo(() => filterRows(items, columns, state), [items, columns, state]);
  return (
    <>
      {asTable ? null : (
        <TableToolbar
          caption="Changes in flight"
          rows={items}
          kept={kept}
          columns={columns}
          shown={columns.filter((column) => column.hidden !== true)}
          state={state}
          onChange={change}
          picture
        />
      )}
      <Loaded query={timeline} what="the picture of changes in flight">
        {(answer) =>
          kept.length === 0 && !asTable ? (
            <EmptyState
              title={items.length === 0 ? 'No change is on record' : 'Nothing fits these filters'}
              {...(items.length === 0
                ? {}
                : { action: { label: 'Clear the filters', run: () => change({ clear: true }) } })}
            />
          ) : (
            <Picture
              timeline={answer}
              kept={kept}
              vocabulary={vocabulary}
              table={<RegisterTable items={items} columns={columns} />}
            />
          )
        }
      </Loaded>
    </>
  );
}

interface PictureProps {
  readonly timeline: Timeline;
  readonly kept: readonly RegisterItem[];
  readonly vocabulary: Vocabulary;
  readonly table: ReactNode;
}

function Picture({ timeline, kept, vocabulary, table }: PictureProps): ReactNode {
  const address = useAddress();
  const changeAddress = useChangeAddress();
  const whole = oneOf(address['period']) === 'all';
  const asTable = oneOf(address['view']) === 'table';
  const [spoken, setSpoken] = useState<TimelineBar | null>(null);
  const container = useRef<HTMLDivElement>(null);
  useRowKeys(container);
  const shown = useMemo(() => {
    const ids = new Set(kept.map(({ id }) => id));
    const lanes = timeline.lanes
      .map((lane) => ({ ...lane, bars: lane.bars.filter((bar) => ids.has(bar.id)) }))
      .filter((lane) => lane.bars.length > 0);
    return { ...timeline, lanes };
  }, [timeline, kept]);
  const step = (stage: string | null): number | null => stepOf(vocabulary, stage)?.at ?? null;
  const lay = (width: number) => layInFlight(shown, width, step, whole);
  const count = shown.lanes.reduce((sum, lane) => sum + lane.bars.length, 0);
  const isCut = shown.lanes.some((lane) => lane.bars.some((bar) => bar.start < lay(1200).scale.first));
  return (
    <div ref={container}>
      <PictureFrame
        title="In flight"
        description={`${String(count)} ${count === 1 ? 'change' : 'changes'} by code. Each bar runs from the day a change was raised to today (${printCivilDate(timeline.today)}) and grows as it moves through the shared stages; what is expected lies ahead, and fades out where nobody knows the day. Broken vertical lines are each code’s release days.`}
        height={(width) => lay(width).height + AXIS_ROOM * 2}
        minWidth={640}
        table={table}
      >
        {(width) => (
          <InFlightDrawing layout={lay(width)} today={timeline.today} vocabulary={vocabulary} onSpeak={setSpoken} />
        )}
      </PictureFrame>
      {asTable ? null : (
        <div className={styles.foot}>
          <p className={`${styles.spoken ?? ''} screen-only`} aria-hidden="true">
            {spoken === null
              ? 'Point at a change, or go to it with j and k, to read it here.'
              : tellBar(spoken, vocabulary)}
          </p>
          <Legend vocabulary={vocabulary} />
          {isCut || whole ? (
            <p className="screen-only">
              <Button look="quiet" onClick={() => changeAddress({ period: whole ? undefined : 'all' })}>
                {whole ? 'Show the time most changes run in' : 'Show the whole time'}
              </Button>
            </p>
          ) : null}
          {timeline.cut ? <p role="note">There are more changes than fit. Filter to see the others.</p> : null}
        </div>
      )}
    </div>
  );
}
