import type { Provision } from '../../../legaltext/provision.ts';
import type { Text } from '../../../legaltext/text.ts';
import type { Modification } from '../metadata/model.ts';
import { addressOf } from './addresses.ts';
import type { QuotedMatter } from './quoted-matter.ts';

/** What one modification quotes of the document it stands in: words taken out, words and provisions put in. */
export class MatterOfModification {
  private readonly modification: Modification;
  private readonly quoted: QuotedMatter;

  constructor(modification: Modification, quoted: QuotedMatter) {
    this.modification = modification;
    this.quoted = quoted;
  }

  /** The words that an address leads to, with the marks in them; undefined where it leads to no quoted words. */
  wordsAt(href: string | null): Text | undefined {
    const { work, fragment } = addressOf(href ?? '');
    return work === '' && fragment !== null ? this.quoted.words(fragment) : undefined;
  }

  oldWords(): string | undefined {
    return this.modification.old.map(({ href }) => this.wordsAt(href)).find((words) => words !== undefined)?.words;
  }

  newWords(): Text | undefined {
    return this.modification.new.map(({ href }) => this.wordsAt(href)).find((words) => words !== undefined);
  }

  /** The provisions put in: those it names as new, or else those that stand in the words it comes from. */
  newProvisions(): readonly Provision[] {
    const named = this.modification.new.flatMap(({ href }) => {
      const { fragment } = addressOf(href ?? '');
      return fragment === null ? [] : (this.quoted.provisions(fragment) ?? []);
    });
    if (named.length > 0 || this.modification.new.length > 0) return named;
    return this.modification.sources.flatMap(({ href }) => {
      const { fragment } = addressOf(href ?? '');
      return fragment === null ? [] : this.quoted.provisionsOfMod(fragment);
    });
  }
}
