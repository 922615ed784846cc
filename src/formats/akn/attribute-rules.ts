import { AKN, PANDECT, XML, XMLNS, XSI } from './namespaces.ts';
import { isXmlText } from './xml-writer.ts';

/*
 * Which attributes the schema allows on which elements, and of which form their values must be. An attribute that does not
 * fit is not dropped: it is written in Pandect's own attribute (see kept.ts).
 */

type Form =
  | 'string'
  | 'id'
  | 'uri'
  | 'uris'
  | 'integer'
  | 'boolean'
  | 'date'
  | 'instant'
  | 'time'
  | 'language'
  | readonly string[];

const STATUS =
  'removed temporarilyRemoved translated editorial edited verbatim incomplete unknown undefined ignored'.split(' ');
const PLACEMENT = ['side', 'left', 'right', 'bottom', 'inline'];

const CORE: Readonly<Record<string, Form>> = {
  class: 'string',
  style: 'string',
  title: 'string',
  status: STATUS,
  period: 'uri',
  eId: 'id',
  wId: 'id',
  GUID: 'id',
  refersTo: 'uris',
  alternativeTo: 'uri',
  'xml:lang': 'language',
};
const REFERENCE: Readonly<Record<string, Form>> = { eId: 'id', wId: 'id', GUID: 'id' };
const QUOTE: Readonly<Record<string, Form>> = { startQuote: 'string', endQuote: 'string', inlineQuote: 'string' };
const NOTE: Readonly<Record<string, Form>> = { marker: 'string', placement: PLACEMENT, placementBase: 'uri' };
const SPEECH: Readonly<Record<string, Form>> = {
  by: 'uri',
  as: 'uri',
  startTime: 'instant',
  endTime: 'instant',
  to: 'uri',
};

/** Attributes beyond the core; `!` after a name means that the element must have it. */
const MORE: Readonly<Record<string, Readonly<Record<string, Form>>>> = {
  hcontainer: { 'name!': 'string' },
  formula: { 'name!': 'string' },
  container: { 'name!': 'string' },
  block: { 'name!': 'string' },
  inline: { 'name!': 'string' },
  marker: { 'name!': 'string' },
  subFlow: { 'name!': 'string' },
  debateSection: { 'name!': 'string' },
  speechGroup: { ...SPEECH, 'by!': 'uri' },
  speech: { ...SPEECH, 'by!': 'uri' },
  question: { ...SPEECH, 'by!': 'uri' },
  answer: { ...SPEECH, 'by!': 'uri' },
  td: { rowspan: 'integer', colspan: 'integer' },
  th: { rowspan: 'integer', colspan: 'integer' },
  table: { width: 'integer', border: 'integer', cellspacing: 'integer', cellpadding: 'integer' },
  tocItem: { 'href!': 'uri', 'level!': 'integer' },
  li: { value: 'string' },
  quotedStructure: { ...QUOTE, for: 'uri' },
  embeddedStructure: { ...QUOTE, href: 'uri' },
  authorialNote: NOTE,
  ref: { 'href!': 'uri' },
  rref: { 'from!': 'uri', 'upTo!': 'uri' },
  a: { 'href!': 'uri', target: 'string' },
  affectedDocument: { 'href!': 'uri' },
  relatedDocument: { 'href!': 'uri' },
  mod: { for: 'uri' },
  mmod: { for: 'uri' },
  rmod: { for: 'uri', 'from!': 'uri', 'upTo!': 'uri' },
  quotedText: { ...QUOTE, for: 'uri' },
  embeddedText: { ...QUOTE, href: 'uri' },
  remark: { type: ['sceneDescription', 'phenomenon', 'caption', 'translation'] },
  recordedTime: { type: ['startEvent', 'endEvent'], 'time!': 'time' },
  time: { 'time!': 'time' },
  date: { 'date!': 'date' },
  docDate: { 'date!': 'date' },
  vote: { 'by!': 'uri', as: 'uri', choice: 'uri' },
  opinion: { 'by!': 'uri', type: ['dissenting', 'agreeing', 'null'] },
  placeholder: { originalText: 'string' },
  fillIn: { width: 'string' },
  noteRef: { ...NOTE, 'href!': 'uri' },
  eol: { number: 'string', breakAt: 'integer', breakWith: 'string' },
  eop: { number: 'string', breakAt: 'integer', breakWith: 'string' },
  docProponent: { as: 'uri' },
  legislature: { value: 'string' },
  session: { value: 'string' },
  docCommittee: { value: 'string' },
  party: { as: 'uri', 'refersTo!': 'uris' },
  judge: { as: 'uri', 'refersTo!': 'uris' },
  person: { as: 'uri', 'refersTo!': 'uris' },
  lawyer: { as: 'uri', for: 'uri', empoweredBy: 'uri', 'refersTo!': 'uris' },
  entity: { 'name!': 'string', 'refersTo!': 'uris' },
  quantity: { normalized: 'string', 'refersTo!': 'uris' },
  img: { 'src!': 'uri', alt: 'string', width: 'integer', height: 'integer' },
};
const REFERS = ['organization', 'concept', 'object', 'event', 'location', 'process', 'role', 'term'];

/** Elements that have no core attributes: those of documents, and references to documents. */
const BARE: Readonly<Record<string, Readonly<Record<string, Form>>>> = {
  componentRef: { ...REFERENCE, 'src!': 'uri', alt: 'string', 'showAs!': 'string', shortForm: 'string' },
  documentRef: { ...REFERENCE, 'href!': 'uri', 'showAs!': 'string', shortForm: 'string' },
  foreign: { ...REFERENCE, href: 'uri' },
  components: REFERENCE,
};
const OF_DOCUMENTS: Readonly<Record<string, Form>> = {
  'name!': 'string',
  contains: ['originalVersion', 'singleVersion', 'multipleVersions'],
};

interface Rules {
  readonly forms: ReadonlyMap<string, Form>;
  readonly required: readonly string[];
  readonly allowsForeign: boolean;
}

const cache = new Map<string, Rules>();

function rulesOf(element: string, isDocument: boolean): Rules {
  const known = cache.get(element);
  if (known !== undefined) return known;
  const listed: Readonly<Record<string, Form>> = isDocument
    ? element === 'portion'
      ? { 'includedIn!': 'uri' }
      : OF_DOCUMENTS
    : Object.hasOwn(BARE, element)
      ? (BARE[element] ?? {})
      : {
          ...CORE,
          ...(Object.hasOwn(MORE, element) ? MORE[element] : {}),
          ...(REFERS.includes(element) ? ({ 'refersTo!': 'uris' } satisfies Record<string, Form>) : {}),
        };
  const forms = new Map<string, Form>();
  const required: string[] = [];
  for (const [name, form] of Object.entries(listed)) {
    const bare = name.endsWith('!') ? name.slice(0, -1) : name;
    if (name !== bare) required.push(bare);
    forms.set(bare, form);
  }
  const rules: Rules = { forms, required, allowsForeign: !isDocument && element !== 'components' };
  cache.set(element, rules);
  return rules;
}

/** A date or an instant as XML Schema writes them, with a day that exists. */
function isDate(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/u.exec(value);
  if (parts === null) return false;
  const [, year, month, day, time = '', , zone = ''] = parts;
  if (year === '0000') return false;
  const instant = new Date(`${year ?? ''}-${month ?? ''}-${day ?? ''}T00:00:00Z`);
  const isDay = !Number.isNaN(instant.getTime()) && instant.getUTCDate() === Number(day);
  return isDay && (time === '' || isTime(time.slice(1))) && isZone(zone);
}

const isZone = (zone: string): boolean =>
  zone === '' || zone === 'Z' || (Number(zone.slice(1, 3)) < 14 && Number(zone.slice(4)) < 60);

function isTime(value: string): boolean {
  const parts = /^(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/u.exec(value);
  if (parts === null) return false;
  return Number(parts[1]) < 24 && Number(parts[2]) < 60 && Number(parts[3]) < 60 && isZone(parts[4] ?? '');
}

/** Stricter than the standard, so that no reader of addresses stumbles over one; spaces and letters of any script pass. */
const isUri = (value: string): boolean =>
  /^(?:[a-z][a-z0-9+.-]*:(?:\/\/[a-z0-9.-]*(?::\d{1,5})?(?=[/?#]|$))?)?(?:[\p{L}\p{N} \-._~/!$&'()*+,;=@]|%[0-9A-Fa-f]{2})*(?:\?(?:[\p{L}\p{N} \-._~/!$&'()*+,;=@:?]|%[0-9A-Fa-f]{2})*)?(?:#(?:[\p{L}\p{N} \-._~/!$&'()*+,;=@:?]|%[0-9A-Fa-f]{2})*)?$/iu.test(
    value,
  ) &&
  value === value.trim() &&
  !value.includes('  ');

function fits(form: Form, value: string): boolean {
  if (typeof form !== 'string') return form.includes(value);
  switch (form) {
    case 'string':
      return isXmlText(value);
    case 'id':
      return /^\S+$/u.test(value) && isXmlText(value);
    case 'uri':
      return isUri(value);
    case 'uris':
      return value.split(' ').every((each) => each !== '' && isUri(each));
    case 'integer':
      return /^[+-]?\d{1,9}$/u.test(value);
    case 'boolean':
      return value === 'true' || value === 'false' || value === '1' || value === '0';
    case 'date':
      return isDate(value);
    case 'instant':
      return isDate(value) && value.includes('T');
    case 'time':
      return isTime(value) || isDate(value);
    case 'language':
      return /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/u.test(value);
  }
}

/** Namespaces whose attributes mean something of their own, so that no other may be written as one of them. */
const OURS = [AKN, PANDECT, XML, XMLNS, XSI];

/** Whether `name="value"` may stand on `element`. Names in braces are of other namespaces, which nearly all allow. */
export function allows(element: string, isDocument: boolean, name: string, value: string): boolean {
  const rules = rulesOf(element, isDocument);
  if (name.startsWith('{'))
    return (
      !OURS.some((uri) => name.startsWith(`{${uri}}`)) &&
      rules.allowsForeign &&
      /^\{[^{}\s]+\}[A-Za-z_][\w.-]*$/u.test(name) &&
      isXmlText(name) &&
      isXmlText(value)
    );
  const form = rules.forms.get(name);
  return form !== undefined && fits(form, value);
}

/** The attributes that `element` cannot be without. */
export const requiredOf = (element: string, isDocument: boolean): readonly string[] =>
  rulesOf(element, isDocument).required;
