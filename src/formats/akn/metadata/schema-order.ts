/*
 * The order that the schema has for what stands in metadata. It means nothing there, so that reading puts things in this
 * order as writing does: what was read is equal to what is read of it again.
 */

/** The properties of a level of an identification. */
export const PROPERTIES = (
  'FRBRthis FRBRuri FRBRalias FRBRdate FRBRauthor componentInfo preservation FRBRcountry FRBRsubtype FRBRnumber FRBRname ' +
  'FRBRprescriptive FRBRversionNumber FRBRauthoritative FRBRmasterExpression FRBRlanguage FRBRtranslation FRBRportion FRBRformat'
).split(' ');

/** The blocks of metadata. */
export const BLOCKS =
  'identification publication classification lifecycle workflow analysis temporalData references notes proprietary presentation'.split(
    ' ',
  );

/** Values in the order of their names; those of other names last, and equals as they were. */
export function inOrder<Value>(
  values: readonly Value[],
  order: readonly string[],
  nameOf: (value: Value) => string,
): readonly Value[] {
  const rank = (value: Value): number => {
    const at = order.indexOf(nameOf(value));
    return at < 0 ? order.length : at;
  };
  return [...values].sort((a, b) => rank(a) - rank(b));
}
