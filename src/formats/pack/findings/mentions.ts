/** All references of a pack, own and mentioned, with the record each stands in: for detectors. */
import { referenceKey, type Reference } from '../../../values/reference.ts';
import type { Span } from '../../document/model.ts';
import type { Field, Mention, PackContents } from '../model.ts';

export interface PlacedReference {
  readonly about: string;
  readonly body: string | null;
  readonly reference: Reference;
  readonly key: string;
  readonly raw: string;
  readonly span: Span;
  readonly names: string | null;
  readonly alsoReadAs: readonly string[];
  /** It names the record it stands in. */
  readonly own: boolean;
}

/** In order of the source; one place that two records share is given once. */
export function placedReferences(contents: PackContents): PlacedReference[] {
  const found = new Map<string, PlacedReference>();
  const place = (about: string, body: string | null, field: Field<Reference>, mention: Mention | null): void => {
    const at = `${field.span.start}-${field.span.end}`;
    if (found.has(at)) return;
    found.set(at, {
      about,
      body,
      reference: field.value,
      key: referenceKey(field.value),
      raw: field.raw,
      span: field.span,
      names: mention?.names ?? null,
      alsoReadAs: mention?.alsoReadAs ?? [],
      own: mention === null,
    });
  };
  for (const change of contents.modifications) place(change.key, change.body, change.reference, null);
  for (const issue of contents.issues) place(issue.key, issue.body, issue.reference, null);
  for (const request of contents.changeRequests) place(request.key, null, request.reference, null);
  const inRecord = (about: string, body: string | null, mentions: readonly Mention[]): void => {
    for (const mention of mentions) place(about, body, mention, mention);
  };
  for (const change of contents.modifications) inRecord(change.key, change.body, change.mentions);
  for (const issue of contents.issues) inRecord(issue.key, issue.body, issue.mentions);
  for (const action of contents.actions) inRecord(action.key, null, action.mentions);
  for (const update of [...contents.updates, ...contents.programmeUpdates])
    for (const item of update.items) inRecord(update.key, null, item.mentions);
  for (const request of contents.changeRequests) inRecord(request.key, null, request.mentions);
  for (const one of contents.recommendations) inRecord(one.key, null, one.mentions);
  for (const risk of contents.risks) inRecord(risk.key, null, risk.mentions);
  if (contents.statusSummary !== null) inRecord(contents.statusSummary.key, null, contents.statusSummary.mentions);
  for (const section of contents.sections) inRecord(section.key, null, section.mentions);
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}
