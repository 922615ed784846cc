import type { HouseStyle } from './model.ts';
import { BSC } from './styles/bsc.ts';
import { DCUSA } from './styles/dcusa.ts';
import { REC } from './styles/rec.ts';
import { SEC } from './styles/sec.ts';
import { UK_ACT } from './styles/uk-act.ts';
import { UNC } from './styles/unc.ts';
import { US_CODE } from './styles/us-code.ts';

/** Every house style there is. */
export const HOUSE_STYLES: readonly HouseStyle[] = [BSC, REC, SEC, DCUSA, UNC, US_CODE, UK_ACT];

/** The style with this id (`bsc`, `rec`, `sec`, `dcusa`, `unc`, `us-code`, `uk-act`); undefined when there is none. */
export function houseStyle(id: string): HouseStyle | undefined {
  return HOUSE_STYLES.find((style) => style.id === id);
}

export { BSC, DCUSA, REC, SEC, UK_ACT, UNC, US_CODE };
