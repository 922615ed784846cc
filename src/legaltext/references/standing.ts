import type { Provision } from '../provision.ts';

/** Whether a provision still says something, or only marks the place of one that is gone. */
export type Standing = 'in-force' | 'repealed' | 'moved';

const REPEALED =
  /^[[(]?\s*(?:repealed|revoked|omitted|deleted|expired|spent|lapsed|vacated|not used|no longer used|intentionally (?:left blank|omitted|deleted))\b/i;
const MOVED =
  /^[[(]?\s*(?:recodified|renumbered|redesignated|transferred|moved|relocated|re-?numbered)\b(?:\s+(?:as|to|at)\b|[.\])]|$)/i;
/** The one line of a stub is short; a provision that begins with one of those words and goes on says something. */
const LONGEST_STUB = 200;

/**
 * A stub keeps the number of what stood there, with a line such as "Repealed." or "Recodified as § 7-101." in place of
 * its words. An attribute `status` of `repealed` or `moved` says so too.
 */
export function standingOf(provision: Provision): Standing {
  const { status } = provision.attributes;
  if (status === 'repealed' || status === 'moved') return status;
  if (provision.children.some((child) => child.kind !== 'note')) return 'in-force';
  const words = provision.text.words;
  if (words.length > LONGEST_STUB) return 'in-force';
  if (words === '') return provision.tail.isEmpty ? ofWords(provision.heading.words) : 'in-force';
  return ofWords(words);
}

const ofWords = (words: string): Standing =>
  words.length > LONGEST_STUB
    ? 'in-force'
    : REPEALED.test(words)
      ? 'repealed'
      : MOVED.test(words)
        ? 'moved'
        : 'in-force';
