/** Cuts the source into stretches that are drawn alike: by the record they were read into, and what is odd about them. */
import type { Finding, Review, ReviewRecord, Span } from './answers.ts';

export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Key of the narrowest record that the stretch was read into; null for none. */
  readonly record: string | null;
  readonly findings: readonly Finding[];
  readonly state: 'read' | 'structure' | 'unread' | 'blank';
}

const covers = (span: Span, start: number, end: number): boolean => span.start <= start && span.end >= end;

/** What has begun and not ended while going through the text from its start. */
class Open<Item> {
  #next = 0;
  #open: { readonly item: Item; readonly span: Span }[] = [];
  readonly #waiting: readonly { readonly item: Item; readonly span: Span }[];

  constructor(items: readonly { readonly item: Item; readonly span: Span }[]) {
    this.#waiting = [...items].sort((a, b) => a.span.start - b.span.start);
  }

  over(start: number, end: number): readonly { readonly item: Item; readonly span: Span }[] {
    for (
      let next = this.#waiting[this.#next];
      next !== undefined && next.span.start <= start;
      next = this.#waiting[this.#next]
    ) {
      this.#open.push(next);
      this.#next += 1;
    }
    this.#open = this.#open.filter(({ span }) => span.end > start);
    return this.#open.filter(({ span }) => covers(span, start, end));
  }
}

const lengthOf = (span: Span): number => span.end - span.start;

/** The whole text in order, nothing left out. Cost grows with the text and its marks, not with their product. */
export function segmentsOf(review: Pick<Review, 'text' | 'records' | 'findings' | 'structure' | 'unread'>): Segment[] {
  const recordSpans = review.records.flatMap((record: ReviewRecord) =>
    record.spans.map((span) => ({ item: record, span })),
  );
  const findingSpans = review.findings.map((finding) => ({ item: finding, span: finding.span }));
  const structureSpans = review.structure.map(({ span }) => ({ item: null, span }));
  const unreadSpans = review.unread.map((span) => ({ item: null, span }));
  const cuts = new Set<number>([0, review.text.length]);
  for (const { span } of [...recordSpans, ...findingSpans, ...structureSpans, ...unreadSpans]) {
    cuts.add(span.start);
    cuts.add(span.end);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const records = new Open(recordSpans);
  const findings = new Open(findingSpans);
  const structure = new Open(structureSpans);
  const unread = new Open(unreadSpans);
  return edges.slice(1).flatMap((end, at) => {
    const start = edges[at] ?? 0;
    if (start === end) return [];
    const over = records.over(start, end);
    const record = [...over].sort((a, b) => lengthOf(a.item.span) - lengthOf(b.item.span))[0]?.item.key ?? null;
    const isUnread = unread.over(start, end).length > 0;
    const isStructure = structure.over(start, end).length > 0;
    return [
      {
        start,
        end,
        record,
        findings: findings.over(start, end).map(({ item }) => item),
        state:
          record !== null
            ? ('read' as const)
            : isUnread
              ? ('unread' as const)
              : isStructure
                ? ('structure' as const)
                : ('blank' as const),
      },
    ];
  });
}
