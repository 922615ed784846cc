import type { HouseStyle } from '../house-styles/model.ts';
import type { ProvisionId, TextPart } from '../provision.ts';
import type { Version } from '../version.ts';

/** Another text whose provisions may be cited, by names such as `BSC` and `Balancing and Settlement Code`. */
export interface OtherCode {
  readonly names: readonly string[];
  readonly version: Version;
  readonly style: HouseStyle;
}

export interface ReferenceOptions {
  readonly also?: readonly OtherCode[];
}

/** Where words stand, or would stand: references are resolved as from there. */
export interface ReferenceContext extends ReferenceOptions {
  readonly version: Version;
  readonly style: HouseStyle | readonly HouseStyle[];
  readonly from: ProvisionId;
  readonly part?: TextPart;
}
