/** What the lists of this capability can be narrowed and sorted by, as it stands in the address. */
import { z } from 'zod';
import { CivilDateSchema } from '../../platform/http/schemas.ts';

/** Several values of a filter, separated by commas in the URL. */
export const listOf = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z
    .string()
    .max(500)
    .default('')
    .transform((words) => words.split(',').filter((word) => word !== ''))
    .pipe(z.array(z.enum(values)));

/** Names, separated by commas in the URL. */
export const Names = z
  .string()
  .max(500)
  .default('')
  .transform((words) => words.split(',').filter((word) => word !== ''));

export const OptionalDate = CivilDateSchema.optional();
export const Order = z.enum(['asc', 'desc']);
