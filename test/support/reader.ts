/** Somebody at the screen: a page of a real browser that remembers everything that went wrong on it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface Reader {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of the console, scripts and the content security policy since the last call; empty when all went well. */
  faults(): string[];
  /** Goes there and waits until the page has its heading and has stopped asking. */
  open(path: string): Promise<void>;
}

export interface ReaderOptions {
  readonly url: string;
  readonly width?: number;
  readonly person?: string;
}

/** A new window with nothing remembered, signed in as the person where one is named. */
export async function newReader(browser: Browser, options: ReaderOptions): Promise<Reader> {
  const context = await browser.newContext({
    baseURL: options.url,
    viewport: { width: options.width ?? 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(20_000);
  if (options.person !== undefined) {
    const signedIn = await context.request.post('/api/session', { data: { personId: options.person } });
    if (!signedIn.ok()) throw new Error(`Could not sign in as ${options.person}: ${await signedIn.text()}`);
  }
  const page = await context.newPage();
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      found.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => found.push(`script: ${error.message}`));
  return {
    context,
    page,
    faults: () => found.splice(0),
    open: async (path) => {
      await page.goto(path);
      await settled(page);
    },
  };
}

/** Waits until the page has its heading and nothing is on its way. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** What axe finds against WCAG 2.2 AA, each with the elements and why; empty when nothing is wrong. */
export async function inaccessible(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    // Rows of a long table are alike: the first dozen stand for all, at a tenth of the time.
    .exclude('[data-rows] > :nth-child(n + 13)')
    // Pandect has no frames; the mode for pages that have some opens a window for each look.
    .setLegacyMode(true)
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}
