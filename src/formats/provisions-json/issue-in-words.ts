import type { z } from 'zod';

/** The kinds of values of JSON, as people call them. */
const VALUES: Readonly<Record<string, string>> = {
  string: 'words in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in square brackets',
  object: 'an object in curly brackets',
};

const inQuotes = (value: unknown): string => (typeof value === 'string' ? `“${value}”` : String(value));

const oneOf = (values: readonly unknown[]): string => values.map(inQuotes).join(' or ');

/** What is wrong with a value, in a plain sentence after a colon. What our own checks say stands as they say it. */
export function issueInWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `it must be ${VALUES[issue.expected] ?? `a value of the kind ${issue.expected}`}, and is missing or is something else.`;
    case 'invalid_value':
      return `it must be ${oneOf(issue.values)}.`;
    case 'invalid_union':
      return 'it is none of the forms that can stand here.';
    case 'unrecognized_keys':
      return `it has the ${issue.keys.length === 1 ? 'name' : 'names'} ${issue.keys.map(inQuotes).join(', ')}, which this form does not know. Take it out, or correct its spelling.`;
    case 'too_small':
      return `it must be at least ${String(issue.inclusive === false ? Number(issue.minimum) + 1 : issue.minimum)}.`;
    case 'too_big':
      return `it must be at most ${String(issue.maximum)}.`;
    case 'custom':
      return issue.message;
    default:
      return 'it does not have the form that it must have.';
  }
}
