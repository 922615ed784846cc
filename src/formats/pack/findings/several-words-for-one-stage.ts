import type { Field, StatusReading } from '../model.ts';
import { plainWords } from '../words.ts';
import { finding, type Detector } from './examined.ts';

/** Different status words that mean one shared stage: one finding for each stage. */
export const severalWordsForOneStage: Detector = ({ contents }) => {
  const byStage = new Map<string, { about: string; status: Field<StatusReading> }[]>();
  for (const record of [...contents.modifications, ...contents.issues]) {
    const stage = record.status?.value.stage ?? null;
    if (record.status === null || stage === null) continue;
    byStage.set(stage, [...(byStage.get(stage) ?? []), { about: record.key, status: record.status }]);
  }
  return [...byStage.entries()].flatMap(([stage, used]) => {
    const words = [...new Map(used.map(({ status }) => [plainWords(status.raw), status.raw])).values()];
    const [first] = used;
    if (words.length < 2 || first === undefined) return [];
    return [
      finding(
        'several-words-for-one-stage',
        first.about,
        first.status.span,
        `${words.map((word) => `“${word}”`).join(', ')} all mean the stage “${stage.replace(/-/g, ' ')}”.`,
        { words: 'Keep each word; they compare as one stage.' },
      ),
    ];
  });
};
