/** Questions that papers answer from the record. */
export { documentPaper, type DocumentPaperKind } from './queries/document-paper.ts';
export { packPaper } from './queries/pack-paper.ts';
