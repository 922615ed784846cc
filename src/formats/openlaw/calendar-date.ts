/** Whether the words are a date of the calendar in the form `2020-12-31`, of any year: some laws are centuries old. */
export function isCalendarDate(words: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(words)) return false;
  const date = new Date(`${words}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(words);
}
