/** The small text of the chapter on collisions, and what is said of changes to it. */
import type { Instrument } from '../../instrument.ts';
import { provision, version } from '../../testing/builders.ts';
import type { Version } from '../../version.ts';
import { collide } from '../collide.ts';
import type { CollideOptions } from '../collision-index.ts';
import { told } from './changes.ts';

export const base = version(
  provision(
    '2',
    'Meters',
    provision('2.3', 'Readings are half-hourly and validated.', provision('(a)', 'half-hourly readings; and')),
    provision('2.4', 'Each reading is kept.'),
  ),
  provision('Annex A', 'Forms.', provision('1', 'The form is blue.')),
);

export const collisionsOf = (
  instruments: readonly Instrument[],
  options?: CollideOptions,
  text: Version = base,
): string[] => told(collide(instruments, text, options));
