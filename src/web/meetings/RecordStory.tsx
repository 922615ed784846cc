import type { ReactNode } from 'react';
import type { FieldChange } from '../api/client.ts';
import { useGet } from '../api/queries.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { HistoryList, ProvenanceList, type HistoryEntry } from '../parts/HistoryList.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { printCivilDate } from '../../values/partial-date.ts';
import { capital } from '../parts/words.ts';

interface SourceSpot {
  readonly field: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly intakeId: string;
  readonly fileName: string;
  readonly meetingDate: string | null;
}

interface RecordHistoryProps {
  /** The record's own: `/api/actions/CCAG08-06`. */
  readonly path: string;
  /** Puts a change into words where its values are not told as they are kept. */
  readonly tell?: (change: FieldChange) => FieldChange;
}

/** What happened to a record, newest first. */
export function RecordHistory({ path, tell = (change) => change }: RecordHistoryProps): ReactNode {
  const history = useGet<{ readonly items: readonly HistoryEntry[] }>(`${path}/history`, {}, { atMoment: false });
  return (
    <Loaded query={history} what="the history">
      {(answer) => (
        <HistoryList entries={answer.items.map((entry) => ({ ...entry, changes: entry.changes.map(tell) }))} />
      )}
    </Loaded>
  );
}

/** `action:CCAG08-06 updates.0.words` → `Updates 0 words`; the record's own name comes first and says nothing new. */
const fieldInWords = (field: string): string => {
  const space = field.indexOf(' ');
  return space < 0 ? '' : capital(field.slice(space + 1).replaceAll(/[.-]/g, ' '));
};

/** Where a record's values came from: the words of each pack, and a way to their place in it. */
export function RecordProvenance({ kind, id }: { readonly kind: string; readonly id: string }): ReactNode {
  const provenance = useGet<{ readonly items: readonly SourceSpot[] }>(
    '/api/provenance',
    { kind, id },
    { atMoment: false },
  );
  return (
    <Loaded query={provenance} what="where this came from">
      {({ items }) => {
        const spots = items.filter((item) => item.raw.trim() !== '');
        return spots.length === 0 ? (
          <EmptyState title="Written here">
            Nothing of this record was read from a pack. The history says who wrote it.
          </EmptyState>
        ) : (
          <ProvenanceList
            provenance={spots.map((item) => ({
              label: fieldInWords(item.field),
              quote: item.raw.trim(),
              source: `${item.fileName}${item.meetingDate === null ? '' : `, ${printCivilDate(item.meetingDate)}`}`,
              href: `/intake/${item.intakeId}?at=${String(item.start)}-${String(item.end)}`,
            }))}
          />
        );
      }}
    </Loaded>
  );
}
