import { mainMetadata, type AknDocument } from '../akn/document.ts';
import { frbrValue } from '../akn/metadata/model.ts';

/**
 * Whose law an Akoma Ntoso document says it is, as ISO 3166 has it: `gb` for GB-UKM, `us` for us-dc. By its country, or the
 * beginning of its address (`/akn/us/act/…`). Null where it does not say, or says that it is unknown (`zz`).
 */
export function jurisdictionOf(akn: AknDocument | null): string | null {
  if (akn === null) return null;
  const metadata = mainMetadata(akn);
  const said =
    frbrValue(metadata, 'work', 'FRBRcountry') ??
    /^\/(?:akn\/)?([a-z]{2})(?:-[^/]*)?\//iu.exec(frbrValue(metadata, 'work', 'FRBRuri') ?? '')?.[1];
  const country = said?.toLowerCase().split('-')[0];
  if (country === undefined || country === 'zz') return null;
  // Not what the standard has, but what people write.
  return country === 'uk' ? 'gb' : country;
}

/** Whether an Akoma Ntoso document says that it is in another language than English (`en`, `eng`). */
export function isInAnotherLanguage(akn: AknDocument | null): boolean {
  const language = akn === null ? undefined : frbrValue(mainMetadata(akn), 'expression', 'FRBRlanguage');
  return language !== undefined && !['und', 'mis', 'zxx'].includes(language) && !/^en/iu.test(language);
}
