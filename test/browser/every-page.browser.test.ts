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

/** Looks at the page as it is now, in both themes and at both widths; answers everything that is wrong. */
async function lookAtIt(where: string): Promise<string[]> {
  const { page } = reader;
  const wrong: string[] = [];
  const say = (how: string, found: readonly string[]): void => {
    wrong.push(...found.map((words) => `${where} ${how}: ${words}`));
  };
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: 'light' });
  await settled(page);
  say('wide, light', await inaccessible(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  // The themes differ in nothing but colour.
  say('wide, dark', await inaccessible(page, ['color-contrast', 'link-in-text-block']));
  await page.setViewportSize(NARROW);
  await settled(page);
  say('narrow, dark', await inaccessible(page));
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (beyond > 0) say('narrow', [`is ${String(beyond)} px wider than the screen`]);
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: 'light' });
  say('console', reader.faults());
  return wrong;
}

it.each(pagePaths)('%s is accessible, fits and is quiet, behind each of its tabs too', async (path) => {
  const address = await addressOf(path, reader.context);
  await reader.open(address);
  const wrong = await lookAtIt(address);
  const tabs = reader.page.locator('main [role=tab]');
  for (let index = 1; index < (await tabs.count()); index += 1) {
    const tab = tabs.nth(index);
    await tab.click();
    wrong.push(...(await lookAtIt(`${address}, tab ${await tab.innerText()}`)));
  }
  expect(wrong).toEqual([]);
});

it.each(['/?since=CCAG-11', '/register?asAt=CCAG-11&since=CCAG-10', '/plan?since=CCAG-11', '/actions?asAt=CCAG-11'])(
  '%s is accessible with its marks of change and of the past',
  async (address) => {
    await reader.open(address);
    expect(await lookAtIt(address)).toEqual([]);
  },
);
