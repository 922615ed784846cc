import { attribute, childAt, childrenOf, numberAttribute } from '../xml/element.ts';
import type { XmlElement } from '../xml/parse-xml.ts';

/** What a paragraph is by its style and its own properties. */
export interface ParagraphKind {
  /** 1 for the outermost heading; undefined for running text. */
  readonly headingLevel: number | undefined;
  /** A line of a table of contents. */
  readonly contents: boolean;
  readonly list: { readonly numId: string; readonly level: number } | undefined;
}

export interface Styles {
  kindOf(properties: XmlElement | undefined): ParagraphKind;
}

/** Styles based on one another, nearest first; a ring of styles (a damaged file) ends where it closes. */
function chainOf(styles: ReadonlyMap<string, XmlElement>, id: string | undefined): readonly XmlElement[] {
  const chain: XmlElement[] = [];
  for (let style = styles.get(id ?? ''); style !== undefined && !chain.includes(style);) {
    chain.push(style);
    style = styles.get(attribute(childAt(style, 'basedOn'), 'val') ?? '');
  }
  return chain;
}

/** The level a style's name tells: `heading 2`, `Title`. Word keeps these names in English in every language. */
function levelOfName(name: string): number | undefined {
  const heading = /^heading (\d)$/iu.exec(name);
  if (heading !== null) return Number(heading[1]);
  return /^title$/iu.test(name) ? 1 : undefined;
}

function levelOfOutline(properties: XmlElement | undefined): number | undefined {
  const outline = numberAttribute(childAt(properties, 'outlineLvl'), 'val');
  // 9 means body text (ECMA-376 part 1, 17.3.1.20).
  return outline === undefined || outline < 0 || outline > 8 ? undefined : outline + 1;
}

export function readStyles(root: XmlElement | undefined): Styles {
  const all = childrenOf(root, 'style').filter((style) => attribute(style, 'type') === 'paragraph');
  const styles = new Map(all.map((style) => [attribute(style, 'styleId') ?? '', style]));
  const standard = all.find((style) => ['1', 'true', 'on'].includes(attribute(style, 'default') ?? ''));

  return {
    kindOf(properties) {
      const id = attribute(childAt(properties, 'pStyle'), 'val') ?? attribute(standard, 'styleId');
      const chain = chainOf(styles, id);
      // A document without a styles part still names its styles by their usual ids.
      const names =
        chain.length > 0
          ? chain.map((style) => attribute(childAt(style, 'name'), 'val') ?? '')
          : [(id ?? '').replace(/^(Heading)(\d)$/u, '$1 $2')];
      const places = [properties, ...chain.map((style) => childAt(style, 'pPr'))];
      const numbered = places.map((place) => childAt(place, 'numPr'));
      const numId = numbered
        .map((place) => attribute(childAt(place, 'numId'), 'val'))
        .find((value) => value !== undefined);
      const level = numbered
        .map((place) => numberAttribute(childAt(place, 'ilvl'), 'val'))
        .find((value) => value !== undefined);
      return {
        headingLevel:
          places.map(levelOfOutline).find((value) => value !== undefined) ??
          names.map(levelOfName).find((value) => value !== undefined),
        contents: names.some((name) => /^toc \d$/iu.test(name)),
        list: numId === undefined || numId === '0' ? undefined : { numId, level: Math.min(8, Math.max(0, level ?? 0)) },
      };
    },
  };
}
