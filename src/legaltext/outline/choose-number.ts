import type { HouseStyle } from '../house-styles/model.ts';
import { choicesFor, IN_SEQUENCE, SCORES, type Choice } from './choose-level.ts';
import type { NoteDoubt } from './doubt.ts';
import { labelsAt, type Label } from './labels.ts';
import type { OutlineLine } from './lines.ts';
import type { OpenProvisions } from './open-provisions.ts';
import { leadsIn, looksLikeHeading } from './recognise-words.ts';

/** How many lines are looked at to tell whether (i) is a letter or a Roman one. */
const LOOK_AHEAD = 200;
const CITES_NEXT =
  /(?:paragraphs?|sections?|clauses?|sub-?paragraphs?|sub-?sections?|sub-?clauses?|items?|schedules?|annex|part|§§?)$/i;

/** Tells whether a line begins with a number of its own or only with words that look like one, and which number it is. */
export class NumberChooser {
  private readonly style: HouseStyle;
  private readonly lines: readonly OutlineLine[];
  private readonly open: OpenProvisions;
  private readonly indented: boolean;
  private readonly doubt: NoteDoubt;

  constructor(
    style: HouseStyle,
    lines: readonly OutlineLine[],
    open: OpenProvisions,
    indented: boolean,
    doubt: NoteDoubt,
  ) {
    this.style = style;
    this.lines = lines;
    this.open = open;
    this.indented = indented;
    this.doubt = doubt;
  }

  /** The number a line begins with, or null when the line is words. */
  choose(line: OutlineLine, at: number): Choice | null {
    const labels = labelsAt(this.style, line.words);
    if (labels.length === 0) return null;
    const runsOn = this.open.runsOn(line);
    const choices = choicesFor(this.style, this.open.list, labels, line.indent, this.open.lastOfLevel);
    const best = this.settleRoman(choices, line, at);
    if (best === undefined) return null;
    const { label, score } = best;
    const { form } = label.level.number;
    const sentence = /^\p{Ll}/u.test(label.rest) && form !== 'bracketed' && !label.apart;
    if (line.heading !== true) {
      if (form === 'keyword' && !(label.apart || looksLikeHeading(label.rest))) return null;
      if (form === 'keyword' && runsOn && !(label.apart && label.rest === label.rest.toUpperCase())) return null;
      if (sentence && (runsOn || score < IN_SEQUENCE || label.read.segments.length === 1)) {
        // "1.9 metres" in the middle of a sentence is plainly words; where a line begins anew, people look themselves.
        if (!runsOn && label.read.segments.length > 1)
          this.doubt(
            line,
            'number-or-words',
            'words',
            `“${label.number}” does not go on from the last number, and a small letter follows; taken as words.`,
          );
        return null;
      }
      if (runsOn && form === 'bracketed' && CITES_NEXT.test(this.open.lastWords.slice(-20))) return null;
      if (runsOn && score < IN_SEQUENCE) {
        this.doubt(
          line,
          'number-or-words',
          'words',
          `“${label.number}” stands in the middle of a sentence and does not go on from the last number; taken as words.`,
        );
        return null;
      }
    }
    if (score < IN_SEQUENCE) {
      const jump = score === SCORES.skipping;
      this.doubt(
        line,
        jump ? 'level-jump' : 'number-out-of-sequence',
        label.number,
        jump
          ? `“${label.number}” begins without the number above it; taken as a provision all the same.`
          : `“${label.number}” does not go on from ${this.lastNumberText(best)}; taken as a provision all the same.`,
      );
    }
    return best;
  }

  private lastNumberText(choice: Choice): string {
    const last = this.open.list[choice.under + 1]?.number ?? '';
    return last === '' ? 'the number before it' : `“${last}”`;
  }

  /** (i) after (h), (v) after (u) and (x) after (w) go on with letters or begin Roman numbers: what comes next tells. */
  private settleRoman(choices: readonly Choice[], line: OutlineLine, at: number): Choice | undefined {
    const [best] = choices;
    if (best === undefined || best.score < IN_SEQUENCE) return best;
    const roman = choices.find((each) => each.score >= IN_SEQUENCE && isOf(each.label, 'roman'));
    const letter = choices.find((each) => each.score >= IN_SEQUENCE && isOf(each.label, 'letter'));
    if (roman === undefined || letter === undefined) return best;
    const upper = /[A-Z]/.test(best.label.number);
    const sign = best.label.number.slice(1, -1).toLowerCase();
    const nextRoman = { i: 'ii', v: 'vi', x: 'xi', c: 'ci', d: 'di', l: 'li', m: 'mi' }[sign];
    const nextLetter = String.fromCharCode(sign.charCodeAt(0) + 1);
    const dress = (letters: string): string => `(${upper ? letters.toUpperCase() : letters})`;
    for (let ahead = at + 1; ahead < Math.min(this.lines.length, at + LOOK_AHEAD); ahead += 1) {
      const words = this.lines[ahead]?.words ?? '';
      if (nextRoman !== undefined && words.startsWith(dress(nextRoman))) return roman;
      if (words.startsWith(dress(nextLetter))) return letter;
      const [first] = words.startsWith('(') ? [] : labelsAt(this.style, words);
      if (first?.apart === true && first.level.rank <= (this.open.list[letter.under]?.rank ?? 0)) break;
    }
    const deeper = line.indent > this.open.top.indent && this.open.top.level === letter.label.level;
    const chosen = deeper || (this.indented ? false : leadsIn(this.open.lastWords)) ? roman : letter;
    this.doubt(
      line,
      'letter-or-roman',
      chosen === roman ? 'a Roman number' : 'a letter',
      `“${best.label.number}” may go on with the letters or begin Roman numbers; taken as ${chosen === roman ? 'a Roman number' : 'a letter'}.`,
    );
    return chosen;
  }
}

const isOf = (label: Label, family: 'roman' | 'letter'): boolean =>
  label.level.number.form === 'bracketed' && label.level.number.series.endsWith(family);
