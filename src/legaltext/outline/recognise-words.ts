/** What kind of words a line holds, told from its beginning and its end alone. */

const LONGEST_HEADING = 160;
/** Words that sentences have and headings do not. */
const OBLIGES =
  /(?:^|\s)(?:shall|must|may|means?|is|are|was|were|has|have|will|should|includes?|applies|apply)(?:\s|$)/;

/** A short line that begins with a capital, does not end as a sentence or a clause does, and obliges nobody. */
export function looksLikeHeading(words: string): boolean {
  if (words === '' || words.length > LONGEST_HEADING) return false;
  if (!/^["'“‘([]?[\p{Lu}\p{N}]/u.test(words)) return false;
  if (/[.;:,–—-]$|\s(?:and|or)$/.test(words)) return false;
  return words.split(/\s+/).length <= 16 && !OBLIGES.test(words);
}

/** Whether a paragraph that ends so is over: a line after it is no wrapped rest of it. */
export function endsAsClause(words: string): boolean {
  return /(?:[.;:!?,–—]["'”’)\]]?|\s(?:and|or|and\/or))$/.test(words.slice(-12));
}

/** Whether words lead in to what stands under them. */
export function leadsIn(words: string): boolean {
  return /[:–—-]["'”’)\]]?$/.test(words.slice(-4));
}

/** In quotes, or bold as Markdown writes it. */
const QUOTED_TERM = /^(?:\*\*)?[“"‘'][^“”"‘’\n]{1,200}[”"’'](?:\*\*)?|^\*\*[^*\n]{1,200}\*\*/;
const DEFINES =
  /^(?:[,(][^:;]{0,120})?\s*(?:\([^()]{0,120}\)\s*)?(?:or [“"‘'][^“”"‘’\n]{1,120}[”"’']\s*)*(?:shall\s+)?(?:means?|have|has|ha(?:s|ve) the meaning|includes?|bears?|refers?|denotes?|is|are|be)\b/;

/** A line that defines a term: the term in quotes, then "means", "has the meaning" and the like. */
export function isDefinitionLine(words: string): boolean {
  const term = QUOTED_TERM.exec(words.slice(0, 210));
  return term !== null && DEFINES.test(words.slice(term[0].length, term[0].length + 400).trimStart());
}
