/** The action log. */
import { VERDICT_WORDS } from '../../formats/pack/labels.ts';
import {
  paragraphsOf,
  printable,
  wordsCell,
  type PrintedCell,
  type PrintedTable,
} from '../../formats/printed/model.ts';
import type { PaperAction } from '../model.ts';
import { countOf, paperDate } from '../words.ts';
import { columns } from './blocks.ts';

/** `RECOMMEND CLOSED: …`: the verdict stands out, and the words follow. */
function updateCell(action: PaperAction): PrintedCell {
  if (action.verdict === null) return wordsCell(action.update);
  const [verdict] = VERDICT_WORDS[action.verdict];
  const [first = '', ...rest] = paragraphsOf(action.update ?? '');
  return {
    kind: 'words',
    paragraphs: [
      [{ text: `${verdict.toUpperCase()}:`, strong: true }, ...(first === '' ? [] : [{ text: ` ${first}` }])],
      ...rest.map((text) => [{ text }]),
    ],
  };
}

/** The table of actions, with what is proposed or agreed of each. */
export function actionTable(actions: readonly PaperAction[]): PrintedTable {
  return {
    kind: 'table',
    summary: `Action log, ${countOf(actions.length, 'action')}`,
    columns: columns('actions', { reference: 9, raised: 9, text: 34, owner: 14, due: 9, update: 30 }),
    rows: actions.map((action) => [
      { kind: 'words', paragraphs: [[{ text: printable(action.reference), strong: true }]] },
      wordsCell(paperDate(action.raised)),
      wordsCell(action.text),
      wordsCell(action.owners),
      wordsCell(paperDate(action.due)),
      updateCell(action),
    ]),
  };
}
