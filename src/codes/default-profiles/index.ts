/** The bodies and profiles that a new record starts with. Data, to be corrected in the pages as the bodies change. */
import { BSC } from './bsc.ts';
import type { DefaultBody } from './common.ts';
import { CUSC } from './cusc.ts';
import { DCUSA } from './dcusa.ts';
import { GRID_CODE } from './grid-code.ts';
import { MHHS } from './mhhs.ts';
import { REC } from './rec.ts';
import { SEC } from './sec.ts';
import { UNC } from './unc.ts';

export type { DefaultBody };

export const DEFAULT_BODIES: readonly DefaultBody[] = [BSC, REC, SEC, DCUSA, CUSC, GRID_CODE, UNC, MHHS];
