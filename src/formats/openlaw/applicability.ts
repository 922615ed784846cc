import { isCalendarDate } from './calendar-date.ts';
import type { FoundInstruction } from './list-instructions.ts';
import { joinPath } from './list-instructions.ts';
import { walkPath, type LawDocument } from './law-document.ts';
import type { XmlElement } from './scan-xml/xml-element.ts';

/** From when a part of a law applies: a civil date, or not while a mark says so. */
export type Applies = { readonly kind: 'from'; readonly date: string } | { readonly kind: 'not' };

/**
 * The applicability marks of all laws, by the element of a law that each is on. A mark puts a date on a part of a law, or
 * on the whole of it where it names no part; `notfunded` and `pending` mean not in force. The nearest mark around an
 * instruction counts; of two on one element, that of the later law.
 */
export class Applicability {
  private readonly marks = new Map<XmlElement, Applies>();

  /** Reads the marks of the laws as they now stand; `laws` in order of their dates. */
  constructor(laws: readonly LawDocument[]) {
    const byName = new Map(laws.map((law) => [law.name, law]));
    const walk = (element: XmlElement, law: LawDocument): void => {
      for (const child of element.children) {
        if (typeof child === 'string') continue;
        if (child.name === 'codify:applicability') this.take(child, byName.get(child.attributes['doc'] ?? law.name));
        else if (child.holdsInstructions) walk(child, law);
      }
    };
    for (const law of laws) walk(law.root, law);
  }

  private take(mark: XmlElement, law: LawDocument | undefined): void {
    if (law === undefined) return;
    const { way, rest } = walkPath(law.root, joinPath([], mark.attributes['path'] ?? ''));
    const element = way.at(-1);
    if (rest.length > 0 || element === undefined) return;
    const date = civilDate(mark.attributes['date'] ?? '');
    this.marks.set(element, date === undefined ? { kind: 'not' } : { kind: 'from', date });
  }

  /** The mark directly on an element. */
  on(element: XmlElement): Applies | undefined {
    return this.marks.get(element);
  }

  /** The nearest mark on an element or around it, unless it is cancelled on the way. */
  around(element: XmlElement): Applies | undefined {
    for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent) {
      const mark = this.marks.get(at);
      if (mark !== undefined) return mark;
      if (at.attributes['codify:applicability'] === 'effective') return undefined;
    }
    return undefined;
  }

  /** When an instruction of `law` applies. */
  of(law: LawDocument, { element }: FoundInstruction): Applies {
    const mark = element.parent === undefined ? undefined : this.around(element.parent);
    return mark ?? { kind: 'from', date: law.effective };
  }
}

/** Whether the date of a mark has figures, as a date does, and is none of the calendar. */
export function isNoDate(words: string): boolean {
  const date = civilDate(words);
  return date === undefined ? /\d/u.test(words) : !isCalendarDate(date);
}

/** A real date, also one written as `10/8/16`; undefined for words such as `notfunded`. */
function civilDate(words: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(words)) return words;
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/u.exec(words) ?? [];
  if (month === undefined || day === undefined || year === undefined) return undefined;
  return `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
