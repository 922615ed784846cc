/**
 * How many cases each property is tried on: 300 in `npm test`; `npm run nightly` asks for 10,000. Used as
 * `fc.assert(fc.property(…), { numRuns: PROPERTY_RUNS })`.
 */
export const PROPERTY_RUNS = Number(process.env['PANDECT_PROPERTY_RUNS'] ?? 300);
