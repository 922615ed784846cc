/** Documents that meetings keep in versions: minutes, headline reports, attachments. Content is structure, never HTML. */

export const DOCUMENT_KINDS = ['minutes', 'headline-report', 'attachment', 'paper'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_KIND_LABELS: Readonly<Record<DocumentKind, string>> = {
  minutes: 'Minutes',
  'headline-report': 'Headline report',
  attachment: 'Attachment',
  paper: 'Paper',
};

export const DOCUMENT_STATES = ['draft', 'approved'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly heading: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** A heading and its words: one point of an update or a note. */
export interface HeadedItem {
  readonly heading: string;
  readonly text: string;
}

export const NOTE_KINDS = ['programme-update', 'status', 'next-step', 'statement', 'note'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];
