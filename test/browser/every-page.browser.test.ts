/**
 * Every page with the sample programme in it: nothing for axe to find in either theme and at either width, nothing wider
 * than a small screen, no error in the console and nothing that the content security policy had to stop.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { addressOf, pagePaths } from '../support/every-page.ts';
import { startProduct, type Product } from '../support/product.ts';
import { inaccessible, newReader, settled, type Reader } from '../support/reader.ts';

const PACK = resolve(import.meta.dirname, '../../src/formats/pack/fixtures/ccag-31.txt');
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

let product: Product;
let browser: Browser;
let reader: Reader;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ empty: false }), launchBrowser()]);
  reader = await newReader(browser, { url: product.url, person: 'person_secretariat' });
  // The sample has no pack under review; the review page needs one.
  const staged = await reader.context.request.post('/api/intakes', {
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'ccag-31.txt' },
    data: readFileSync(PACK),
  });
  expect(staged.status(), await staged.text()).toBeLessThan(300);
});
afterAll(() => Promise.all([browser.close(), product.stop()]));

interface Look {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly scheme: 'light' | 'dark';
}

const WIDE_LIGHT: Look = { name: 'wide, light', size: WIDE, scheme: 'light' };
const WIDE_DARK: Look = { name: 'wide, dark', size: WIDE, scheme: 'dark' };
const NARROW_LIGHT: Look = { name: 'narrow, light', size: NARROW, scheme: 'light' };
const NARROW_DARK: Look = { name: 'narrow, dark', size: NARROW, scheme: 'dark' };

/** Looks at the page as it is now; answers everything that is wrong. */
async function lookAtIt(where: string, looks: readonly Look[]): Promise<string[]> {
  const { page } = reader;
  const wrong: string[] = [];
  for (const { name, size, scheme } of looks) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: scheme });
    // From the top, where the bar that stays in place covers nothing.
    await page.evaluate(() => window.scrollTo(0, 0));
    const found = await inaccessible(page);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (beyond > 0) found.push(`is ${String(beyond)} px wider than the screen`);
    wrong.push(...found.map((words) => `${where}, ${name}: ${words}`));
  }
  wrong.push(...reader.faults().map((words) => `${where}, console: ${words}`));
  return wrong;
}

it.each(pagePaths)('%s is accessible in both themes, fits and is quiet, behind each of its tabs too', async (path) => {
  const { page } = reader;
  const address = await addressOf(path, reader.context);
  await page.setViewportSize(WIDE);
  await reader.open(address);
  const wrong = await lookAtIt(address, [WIDE_LIGHT, WIDE_DARK, NARROW_DARK, NARROW_LIGHT]);
  const tabs = page.locator('main [role=tab]');
  for (let index = 1; index < (await tabs.count()); index += 1) {
    const tab = tabs.nth(index);
    await tab.click();
    await settled(page);
    // What stands behind tabs is made of the same parts: one look at each, in turn.
    wrong.push(
      ...(await lookAtIt(`${address}, tab ${await tab.innerText()}`, [index % 2 === 0 ? WIDE_DARK : NARROW_LIGHT])),
    );
  }
  expect(wrong).toEqual([]);
});

it.each(['/?since=CCAG-11', '/register?asAt=CCAG-11&since=CCAG-10', '/plan?since=CCAG-11', '/actions?asAt=CCAG-11'])(
  '%s is accessible with its marks of change and of the past',
  async (address) => {
    await reader.open(address);
    expect(await lookAtIt(address, [WIDE_LIGHT, NARROW_DARK])).toEqual([]);
  },
);
