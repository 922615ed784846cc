import { Draft } from '../draft.ts';
import type { Instrument } from '../instrument.ts';
import type { Operation } from '../operation.ts';
import { resolveTarget } from '../resolve-target.ts';
import { contextOf, findSpan } from '../span.ts';
import type { Version } from '../version.ts';

/**
 * The same change, where operations that say only by positions which words they change say as well what stands around
 * these in the text they were drafted on: so that they find them again where other changes are made first, or fail. The
 * operations follow one another on that text; one that does not work on it stays as it is, and so do those that are worked
 * out on the text they meet. Costs what carrying them out costs, and for each such operation the text it changes.
 */
export function anchored(instrument: Instrument, draftedOn: Version): Instrument {
  const draft = new Draft(draftedOn);
  const parts = instrument.parts.map((part) => {
    if (typeof part.operations === 'function') {
      for (const operation of part.operations(draft)) draft.apply(operation);
      return part;
    }
    const operations = part.operations.map((operation) => {
      const made = withContext(operation, draft);
      draft.apply(operation);
      return made;
    });
    return { ...part, operations };
  });
  return { ...instrument, parts };
}

function withContext(operation: Operation, draft: Draft): Operation {
  if (operation.kind !== 'substitute' || operation.selection.by !== 'span') return operation;
  const { selection } = operation;
  const target = resolveTarget(draft, operation.target);
  if (selection.context !== undefined || target.kind === 'failed') return operation;
  const text = target.value[selection.part].words;
  const found = findSpan(text, selection);
  if (found.kind === 'failed') return operation;
  const { start, end } = found.value;
  return {
    ...operation,
    selection: { ...selection, words: text.slice(start, end), context: contextOf(text, start, end) },
  };
}
