/** Questions that papers answer from the record. */
export { packPaper } from './queries/pack-paper.ts';
