import type { ReactNode } from 'react';
import { printCivilDate } from '../../values/partial-date.ts';
import { useGet } from '../api/queries.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Section } from '../parts/FieldList.tsx';
import { HistoryList, ProvenanceList, type HistoryEntry } from '../parts/HistoryList.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { keyInWords } from '../parts/words.ts';

interface ProvenanceAnswer {
  readonly items: readonly {
    readonly field: string;
    /** The source's own words; empty for the span of the whole record. */
    readonly raw: string;
    readonly start: number;
    readonly end: number;
    readonly intakeId: string;
    readonly fileName: string;
    readonly meetingDate: string | null;
  }[];
}

interface PastProps {
  /** `milestone` */
  readonly kind: string;
  readonly id: string;
  /** The record's own path. */
  readonly path: string;
}

/** What happened to a record, and where its values were read. */
export function Past({ kind, id, path }: PastProps): ReactNode {
  return (
    <Section title="History and sources">
      <Tabs
        label="History and sources"
        name="past"
        tabs={[
          { id: 'history', label: 'History', content: () => <History path={path} /> },
          { id: 'sources', label: 'Sources', content: () => <Sources kind={kind} id={id} /> },
        ]}
      />
    </Section>
  );
}

/** The history of a record, by its own path. */
export function History({ path }: { readonly path: string }): ReactNode {
  const history = useGet<{ items: readonly HistoryEntry[] }>(`${path}/history`);
  return (
    <Loaded query={history} what="the history">
      {(answer) => <HistoryList entries={answer.items} />}
    </Loaded>
  );
}

/**
 * `milestone:M8 title` → `Title`, `risk:R-001 mitigations.0` → `Mitigations 1`: the key before the blank names the
 * record. A part read as a record of its own says which kind it is: `Recommendation: condition`.
 */
function labelOf(kind: string, field: string): string {
  const [key = '', path = ''] = field.split(' ');
  const own = key.slice(0, key.indexOf(':'));
  const name = keyInWords(own);
  const words = path
    .replaceAll(/\d+/g, (index) => String(Number(index) + 1))
    .replaceAll(/[._-]|(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  if (own !== kind) return words === '' ? name : `${name}: ${words}`;
  return keyInWords(words === '' ? 'whole record' : words);
}

function Sources({ kind, id }: { readonly kind: string; readonly id: string }): ReactNode {
  const sources = useGet<ProvenanceAnswer>('/api/provenance', { kind, id }, { atMoment: false });
  return (
    <Loaded query={sources} what="the sources">
      {(answer) => {
        const quoted = answer.items.filter((one) => one.raw !== '');
        return quoted.length === 0 ? (
          <EmptyState title="Written here">
            No value of it was read from a paper; the history says who wrote it.
          </EmptyState>
        ) : (
          <ProvenanceList
            provenance={quoted.map((one) => ({
              label: labelOf(kind, one.field),
              quote: one.raw,
              source: one.meetingDate === null ? one.fileName : `${one.fileName}, ${printCivilDate(one.meetingDate)}`,
              href: `/intake/${one.intakeId}?at=${String(one.start)}-${String(one.end)}`,
            }))}
          />
        );
      }}
    </Loaded>
  );
}
