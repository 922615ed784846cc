/** The list with the element at `from` moved to `to`; a place outside the list is its nearest end. Pure. */
export function moved<Item>(list: readonly Item[], from: number, to: number): readonly Item[] {
  const item = list.slice(from, from + 1);
  const rest = [...list.slice(0, from), ...list.slice(from + 1)];
  const at = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, at), ...item, ...rest.slice(at)];
}
