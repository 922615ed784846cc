/** Small readers that keep the sample's files short. */
import type { Party } from '../meetings/model/meeting.ts';
import { readPartialDate, type PartialDate } from '../values/partial-date.ts';
import type { Reference } from '../values/reference.ts';

/** `30/6/24` or any other date as a pack writes it. */
export const date = (words: string): PartialDate => readPartialDate(words);

/** `Programme (code lead)` → role and detail; several with commas between. */
export const parties = (words: string): Party[] =>
  words.split(', ').map((one) => {
    const parts = /^(.+?) \((.+)\)$/.exec(one);
    return parts === null ? { role: one, detail: null } : { role: parts[1] ?? one, detail: parts[2] ?? null };
  });

/** `R0044` of `REC` → its reference; `RI-0036` and `CP 1568` too. */
export function reference(body: string, words: string): Reference {
  const parts = /^([A-Za-z]+)[-\s]?(\d+)$/.exec(words);
  if (parts === null) throw new Error(`The sample writes “${words}”, which is no reference`);
  return { body, scheme: parts[1] ?? '', number: Number(parts[2]), suffix: '' };
}
