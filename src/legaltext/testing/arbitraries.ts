/** Everything the properties of the engine are tried on, in one place. */
export { anyWords, texts, words } from './texts.ts';
export { versions } from './trees.ts';
export { concurrent, edit, edited, operationsOn, type Concurrent, type Edited } from './edits.ts';
export { amended, type Amended } from './instruments.ts';
