import type { OfficePackage } from '../office/package.ts';
import { attribute, childAt, childrenOf, numberAttribute, walk } from '../xml/element.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import type { ListStyles } from './bullets.ts';

/** The place of a shape on its slide, from the top left, in EMU (914,400 to the inch). */
export interface Place {
  readonly top: number;
  readonly left: number;
}

/** What a slide takes over from its layout and its master. */
export interface SlideLayout {
  /** `title`, `secHead`, `obj`… (ECMA-376 part 1, 19.7.15). */
  readonly type: string;
  placeOf(placeholder: XmlElement): Place | undefined;
  listStylesOf(placeholder: XmlElement): ListStyles;
}

/** The placeholder mark of a shape: `p:nvSpPr/p:nvPr/p:ph`. */
export function placeholderOf(shape: XmlElement): XmlElement | undefined {
  const properties = childrenOf(shape).find((child) => child.name.startsWith('nv'));
  return childAt(properties, 'nvPr', 'ph');
}

/** The kind of a placeholder; one without a type holds content. */
export const placeholderType = (placeholder: XmlElement): string => attribute(placeholder, 'type') ?? 'obj';

export function ownPlace(shape: XmlElement): Place | undefined {
  const transform = childAt(shape, 'spPr', 'xfrm') ?? childAt(shape, 'grpSpPr', 'xfrm') ?? childAt(shape, 'xfrm');
  const offset = childAt(transform, 'off');
  const top = numberAttribute(offset, 'y');
  const left = numberAttribute(offset, 'x');
  return top === undefined || left === undefined ? undefined : { top, left };
}

const TITLES = new Set(['title', 'ctrTitle']);
const BODIES = new Set(['body', 'obj', 'subTitle', 'tbl', 'chart', 'dgm', 'media', 'clipArt', 'pic']);

const sameKind = (one: string, other: string): boolean =>
  one === other || (TITLES.has(one) && TITLES.has(other)) || (BODIES.has(one) && BODIES.has(other));

function findPlaceholder(root: XmlElement | undefined, sought: XmlElement): XmlElement | undefined {
  if (root === undefined) return undefined;
  const shapes = [...walk(root)].filter((element) => element.name === 'sp' && placeholderOf(element) !== undefined);
  const index = attribute(sought, 'idx');
  const type = placeholderType(sought);
  const matching = (test: (placeholder: XmlElement) => boolean) =>
    shapes.find((shape) => {
      const placeholder = placeholderOf(shape);
      return placeholder !== undefined && test(placeholder);
    });
  return (
    (index === undefined ? undefined : matching((placeholder) => attribute(placeholder, 'idx') === index)) ??
    matching((placeholder) => sameKind(placeholderType(placeholder), type))
  );
}

/** The layout of `slide`, with the master behind it; parts that are missing give nothing. */
export function readLayout(
  office: OfficePackage,
  slide: string,
  roots: Map<string, XmlElement | undefined>,
): SlideLayout {
  const root = (name: string | undefined): XmlElement | undefined => {
    if (name === undefined) return undefined;
    if (!roots.has(name)) roots.set(name, office.part(name));
    return roots.get(name);
  };
  const layoutName = office.related(slide, 'slideLayout');
  const layout = root(layoutName);
  const master = root(layoutName === undefined ? undefined : office.related(layoutName, 'slideMaster'));
  const shapesFor = (placeholder: XmlElement) =>
    [findPlaceholder(layout, placeholder), findPlaceholder(master, placeholder)].filter((shape) => shape !== undefined);

  return {
    type: attribute(layout, 'type') ?? '',
    placeOf: (placeholder) =>
      shapesFor(placeholder)
        .map(ownPlace)
        .find((place) => place !== undefined),
    listStylesOf: (placeholder) => {
      const type = placeholderType(placeholder);
      const style = TITLES.has(type) ? 'titleStyle' : BODIES.has(type) ? 'bodyStyle' : 'otherStyle';
      return [
        ...shapesFor(placeholder).map((shape) => childAt(shape, 'txBody', 'lstStyle')),
        childAt(master, 'txStyles', style),
      ];
    },
  };
}
