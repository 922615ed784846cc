/**
 * Every page there is, from the same `pages.ts` files that the application finds, so that a new page is tested without
 * anybody remembering it. Pages with a parameter take their example from the record.
 */
import type { BrowserContext } from 'playwright-core';
import type { PageDefinition } from '../../src/web/app/pages.ts';

const defined: readonly PageDefinition[] = Object.values(
  import.meta.glob<{ readonly pages: readonly PageDefinition[] }>(
    // The application's own file of that name gathers the others.
    ['../../src/web/*/pages.ts', '!../../src/web/app/pages.ts'],
    { eager: true },
  ),
).flatMap((module) => module.pages);

/** Where a page with a parameter finds its example: the list asked, and how an item of it leads to the page. */
const EXAMPLES: Readonly<Record<string, readonly [list: string, hrefOf: (item: Item) => string]>> = {
  '/register/$reference': ['/api/modifications?limit=1&sort=-moved', (item) => item.href],
  '/meetings/$reference': ['/api/meetings?limit=1&state=papers-issued', (item) => `/meetings/${item.reference}`],
  '/groups/$name': ['/api/groups', (item) => `/groups/${item.shortName}`],
  '/actions/$reference': ['/api/actions?limit=1', (item) => `/actions/${item.reference}`],
  '/decisions/$reference': ['/api/decisions?limit=1', (item) => `/decisions/${item.reference}`],
  '/plan/$reference': ['/api/milestones?limit=1', (item) => item.href],
  '/change-requests/$reference': ['/api/change-requests?limit=1', (item) => item.href],
  '/risks/$reference': ['/api/risks?limit=1', (item) => item.href],
  '/codes/$name': ['/api/codes', (item) => `/codes/${item.shortName}`],
  '/intake/$id': ['/api/intakes', (item) => `/intake/${item.id}`],
};

interface Item {
  readonly id: string;
  readonly href: string;
  readonly reference: string;
  readonly shortName: string;
}

/** The paths of all pages, parameters with a dollar sign. */
export const pagePaths: readonly string[] = defined.map(({ path }) => path);

/**
 * The address of a page, with an example of the record in place of its parameter.
 *
 * @throws when the page has no example, or the record has nothing for it.
 */
export async function addressOf(path: string, context: BrowserContext): Promise<string> {
  if (!path.includes('$')) return path;
  const example = EXAMPLES[path];
  if (example === undefined) throw new Error(`Say in test/support/every-page.ts where ${path} finds its example.`);
  const [list, hrefOf] = example;
  const answer = await context.request.get(list);
  const { items } = (await answer.json()) as { readonly items?: readonly Item[] };
  const item = items?.[0];
  if (item === undefined) throw new Error(`${list} has nothing to show on ${path}: ${await answer.text()}`);
  return hrefOf(item);
}
