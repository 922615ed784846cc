import type { ReactNode } from 'react';
import { printCivilDate } from '../../values/partial-date.ts';
import { useGet } from '../api/queries.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { ProvenanceList } from '../parts/HistoryList.tsx';
import { Loaded } from '../parts/Loaded.tsx';

interface ProvenanceAnswer {
  readonly items: readonly {
    readonly field: string;
    readonly raw: string;
    readonly start: number;
    readonly end: number;
    readonly intakeId: string;
    readonly fileName: string;
    readonly meetingDate: string | null;
  }[];
}

/** `modification:REC/R/44/ title` → `Title`; the record as a whole has no field. */
const fieldOf = (field: string): string => {
  const name = /\s(.+)$/.exec(field)?.[1] ?? '';
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[.-]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The words in the packs each value was read from, with the way to the place itself. */
export function Sources({ id }: { readonly id: string }): ReactNode {
  const provenance = useGet<ProvenanceAnswer>('/api/provenance', { kind: 'modification', id });
  return (
    <Loaded query={provenance} what="where this was read">
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title="Not read from a paper">It was typed in by hand; its history says by whom.</EmptyState>
        ) : (
          <ProvenanceList
            provenance={items
              .filter(({ raw }) => raw.trim() !== '')
              .map((item) => ({
                label: fieldOf(item.field),
                quote: item.raw.trim(),
                source: `${item.fileName}${item.meetingDate === null ? '' : `, ${printCivilDate(item.meetingDate)}`}`,
                href: `/intake/${item.intakeId}?at=${String(item.start)}-${String(item.end)}`,
              }))}
          />
        )
      }
    </Loaded>
  );
}
