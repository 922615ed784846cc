/** The final namespace of Akoma Ntoso 3.0: what is written. */
export const AKN = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/** The final namespace and those of drafts (`…/3.0/WD17`, `…/3.0/CSD13`): what is read. */
export const isAknNamespace = (uri: string): boolean =>
  uri === AKN || (uri.startsWith(`${AKN}/`) && /^[A-Z]+\d+$/u.test(uri.slice(AKN.length + 1)));

/** What Akoma Ntoso has no place for is written under names of this namespace, which the schema allows on every element. */
export const PANDECT = 'urn:pandect:akn';
export const PANDECT_PREFIX = 'pandect';

export const XML = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS = 'http://www.w3.org/2000/xmlns/';
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
