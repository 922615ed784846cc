import type { SourceFormat } from '../formats/document/model.ts';

const MEDIA_TYPES: Readonly<Record<SourceFormat, string>> = {
  text: 'text/plain; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The media type under which a pack of this format is kept and given out again. */
export const mediaTypeOf = (format: SourceFormat): string => MEDIA_TYPES[format];
