/**
 * The address bar's words, kept plain: `?asAt=CCAG-11&code=REC&sort=-raised`, never JSON, so that people can read,
 * shorten and mend the links they share. Every value is a string; a name given several times is a list.
 */
export type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

/** `?a=1&b=x&b=y` → `{ a: '1', b: ['x', 'y'] }`. */
export function parseSearch(words: string): Record<string, string | string[]> {
  const params = new URLSearchParams(words);
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const [first = '', ...more] = params.getAll(name);
      return [name, more.length === 0 ? first : [first, ...more]];
    }),
  );
}

/** The reverse of `parseSearch`; absent and empty values are left out, and commas and colons stay readable. */
export function printSearch(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
      if (typeof one === 'string' && one !== '') params.append(name, one);
      else if (typeof one === 'number' || typeof one === 'boolean') params.append(name, String(one));
    }
  }
  const words = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return words === '' ? '' : `?${words}`;
}

/** One value of the address as a string; the first, where there are several. */
export function oneOf(value: string | readonly string[] | undefined): string | null {
  const first = typeof value === 'object' ? value[0] : value;
  return first === undefined || first === '' ? null : first;
}

/** A record's address as the server gives it (`/meetings/CCAG-12#agenda_1`, `/plan?tab=status`) as the router takes it. */
export function placeOf(href: string): {
  readonly to: string;
  readonly search?: Record<string, string | string[]>;
  readonly hash?: string;
} {
  const [, to = href, search = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(href) ?? [];
  return {
    to,
    ...(search.length > 1 ? { search: parseSearch(search) } : {}),
    ...(hash.length > 1 ? { hash: hash.slice(1) } : {}),
  };
}
