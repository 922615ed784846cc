import type { Provision, ProvisionId } from '../provision.ts';
import type { Text } from '../text.ts';
import type { Version } from '../version.ts';

/** Which text a group of instructions amends: "Section 22 of that Act is amended as follows." */
const LEADS_IN =
  /\b(?:is|are) (?:further )?amended (?:as follows|as set out|in accordance with|by subsections?|by paragraphs?)\b|\b(?:is|are) amended\s*[:—–-]*\s*$/i;
/** The document named in a lead-in, after what of it is amended, or by itself. */
const OF_ANOTHER =
  /\b(?:of|in|to) (?:the )?(that (?:Act|Order|Code|Law|Agreement)|\p{Lu}[^.;:]{0,160}?\b(?:Act|Order|Regulations|Code|Agreement|Law|Rules)\b(?: (?:of )?\d{4})?)/u;
const ANOTHER = /^(?:The )?(\p{Lu}[^.;:]{0,160}?\b(?:Act|Order|Regulations|Rules) \d{4})/u;
/** What instructions begin with, and what they tell to do. */
const INSTRUCTS = /^\s*(?:In|After|Before|For|At|Omit|From|Section|Subsection|Paragraph|Schedule|Part|Chapter)\b/i;
const TELLS = /\b(?:insert|substitute|omit|omitted|inserted|substituted|repealed|amended|add|delete|leave out)\b/i;
/** So many provisions before are looked at for the lead-in. */
const REACH = 200;

/**
 * The text that an instruction amends, where a provision before it, or one around it, says that it is another one:
 * "(1) Section 5 of the Finance Act 2003 is amended as follows. (2) In subsection (3), after “tax” insert “or duty”."
 * Null where these words are no such instruction. Looks at the provision, those around it and those before them.
 */
export function amendedText(version: Version, from: ProvisionId, text: Text): string | null {
  if (!INSTRUCTS.test(text.words) || !(TELLS.test(text.words) || /[—–-]\s*$/.test(text.words))) return null;
  const path = version.pathTo(from).toReversed();
  for (const [index, provision] of path.entries()) {
    if (index > 0 && LEADS_IN.test(provision.text.words)) return documentIn(provision);
    const siblings = path[index + 1]?.children ?? [];
    const at = siblings.findIndex(({ id }) => id === provision.id);
    for (const before of siblings.slice(Math.max(0, at - REACH), Math.max(at, 0)).toReversed())
      if (LEADS_IN.test(before.text.words)) return documentIn(before);
    // Another section is another matter.
    if (provision.kind === 'section') return null;
  }
  return null;
}

function documentIn({ text }: Provision): string | null {
  return OF_ANOTHER.exec(text.words)?.[1] ?? ANOTHER.exec(text.words)?.[1] ?? null;
}
