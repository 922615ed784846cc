import { finding, proseOf, type Detector } from './examined.ts';

/** Words no sentence ends with. */
const LITTLE_WORDS =
  /(?<![\p{L}'’-])(?:to|of|for|and|or|but|the|a|an|with|by|from|into|that|which|because|have|has|been|is|are|was|were|will|would|could|should|may|must|their|its)$/iu;

/** Verbs that want an object: after `to` they cannot end a sentence. */
const WANTS_OBJECT =
  /\bto (?:build|provide|support|deliver|ensure|make|develop|create|include|enable|confirm|address|define|manage|produce|give|bring|allow|require)$/i;

/** True when a bracket opens and never closes; a closing one alone (`1)`) is a number's. */
function opened(text: string): boolean {
  let depth = 0;
  for (const mark of text.matchAll(/[()]/g)) depth = mark[0] === '(' ? depth + 1 : Math.max(0, depth - 1);
  return depth > 0;
}

/** Prose that stops short: at a word that wants another, at a mark that leads on, or inside a bracket. */
export const unfinishedSentence: Detector = ({ contents }) =>
  proseOf(contents).flatMap((prose) => {
    const text = prose.text.trim();
    const stops = LITTLE_WORDS.test(text) || WANTS_OBJECT.test(text) || /[/,(–—-]$/.test(text);
    if (!stops && !opened(text)) return [];
    return [
      finding(
        'unfinished-sentence',
        prose.about,
        prose.span,
        stops
          ? `The words of ${prose.name} stop short: “…${text.slice(-40)}”.`
          : `A bracket in the words of ${prose.name} is never closed: “${text.slice(text.lastIndexOf('(')).slice(0, 40)}…”.`,
        { words: 'Ask for the rest of the sentence.', path: prose.path },
      ),
    ];
  });
