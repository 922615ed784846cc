import { failed, ok, type Result } from '../../values/result.ts';
import type { Profile } from '../codes/answers.ts';

/** A reference in its parts, as the server takes it. */
export interface ReferenceParts {
  readonly body: string;
  readonly scheme: string;
  readonly number: number;
  readonly suffix: string;
}

interface BodyGrammar {
  readonly shortName: string;
  readonly profile: Pick<Profile, 'schemes'> | null;
}

/**
 * Reads a reference as its body writes them: letters in any case, spaces, a hyphen and leading noughts do not matter.
 * Fails with a sentence that names the letters the body knows.
 */
export function readReference(words: string, body: BodyGrammar): Result<ReferenceParts, string> {
  const schemes = body.profile?.schemes ?? [];
  const known = schemes.map(({ scheme, separator, digits }) => `${scheme}${separator}${'0'.repeat(digits - 1)}1`);
  const refuse = (): Result<never, string> =>
    failed(
      known.length === 0
        ? `${body.shortName} has no profile in force, so its references cannot be read. Give it one under Codes.`
        : `${body.shortName} writes references like ${known.join(' or ')}. Check the letters and the number.`,
    );
  const parts = /^([a-z]*)[\s-]*(\d{1,8})\s*([a-z]{0,6})$/i.exec(words.trim());
  if (parts === null) return refuse();
  const [, letters = '', digits = '', suffix = ''] = parts;
  const scheme = schemes.find((one) => one.scheme.toLowerCase() === letters.toLowerCase());
  if (scheme === undefined) return refuse();
  return ok({ body: body.shortName, scheme: scheme.scheme, number: Number(digits), suffix: suffix.toUpperCase() });
}
