import type { XmlElement } from '../xml-tree.ts';
import {
  MODIFICATION_KINDS,
  type Modification,
  type ModificationArgument,
  type ModificationMatter,
  type ModificationPeriod,
} from './model.ts';
import { all, keptIn, onlyElements, Taking } from './taking.ts';

function argument(element: XmlElement): ModificationArgument | undefined {
  const taking = new Taking(element);
  const kept = keptIn(element);
  if (kept === undefined) return undefined;
  return {
    href: taking.optional('href'),
    pos: taking.optional('pos'),
    upTo: taking.optional('upTo'),
    exclusion: taking.flag('exclusion'),
    incomplete: taking.flag('incomplete'),
    attributes: taking.rest(),
    kept,
  };
}

function matter(element: XmlElement): ModificationMatter | undefined {
  const taking = new Taking(element);
  const kept = keptIn(element);
  return kept === undefined ? undefined : { href: taking.optional('href'), attributes: taking.rest(), kept };
}

function period(element: XmlElement): ModificationPeriod | undefined {
  const taking = new Taking(element);
  const kept = keptIn(element);
  return kept === undefined ? undefined : { period: taking.optional('period'), attributes: taking.rest(), kept };
}

const PARTS: ReadonlySet<string> = new Set(
  'source destination force efficacy application duration condition previous old new domain'.split(' '),
);

/** A modification of any kind; undefined when something in it has no field. */
export function readModification(element: XmlElement): Modification | undefined {
  const kind = MODIFICATION_KINDS.find((each) => element.name === `${each}Mod`);
  const taking = new Taking(element);
  const type = taking.optional('type');
  const parts = onlyElements(element);
  if (kind === undefined || type === null || parts === undefined || parts.some((part) => !PARTS.has(part.name)))
    return undefined;
  const of = (name: string): readonly XmlElement[] => parts.filter((part) => part.name === name);
  /** The one of this name, null when there is none, undefined when there are more or it has no fields. */
  const one = <Value>(name: string, read: (each: XmlElement) => Value | undefined): Value | null | undefined => {
    const [first, second] = of(name);
    return first === undefined ? null : second === undefined ? read(first) : undefined;
  };
  const sources = all(of('source'), argument);
  const destinations = all(of('destination'), argument);
  const [force, efficacy, application, duration] = [
    one('force', period),
    one('efficacy', period),
    one('application', period),
    one('duration', period),
  ];
  const [condition, previous, domain] = [one('condition', matter), one('previous', matter), one('domain', matter)];
  const old = all(of('old'), matter);
  const fresh = all(of('new'), matter);
  if (
    sources === undefined ||
    destinations === undefined ||
    force === undefined ||
    efficacy === undefined ||
    application === undefined ||
    duration === undefined ||
    condition === undefined ||
    previous === undefined ||
    domain === undefined ||
    old === undefined ||
    fresh === undefined
  )
    return undefined;
  return {
    kind,
    type,
    id: taking.optional('eId'),
    sources,
    destinations,
    force,
    efficacy,
    application,
    duration,
    condition,
    previous,
    old,
    new: fresh,
    domain,
    period: taking.optional('period'),
    status: taking.optional('status'),
    exclusion: taking.flag('exclusion'),
    incomplete: taking.flag('incomplete'),
    attributes: taking.rest(),
  };
}
