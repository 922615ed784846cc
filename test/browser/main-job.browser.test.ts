/**
 * The main job, as the secretariat does it: a meeting pack comes in, is looked at beside its source, put right and
 * accepted; the pages show it; it goes out again as papers; and the next pack shows what changed since.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';
import { newReader, type Reader } from '../support/reader.ts';

const fixture = (name: string): string => resolve(import.meta.dirname, '../../src/formats/pack/fixtures', name);

let product: Product;
let browser: Browser;
let reader: Reader;
let page: Page;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ empty: true }), launchBrowser()]);
  reader = await newReader(browser, { url: product.url });
  page = reader.page;
});
afterAll(() => Promise.all([browser.close(), product.stop()]));

const box = async (element: Locator) => {
  const found = await element.boundingBox();
  if (found === null) throw new Error('This element is not on the screen');
  return found;
};

const finding = (words: string): Locator => page.locator('li', { hasText: words }).last();

const main = (): Locator => page.locator('main');

it('begins with an empty record that says what to do first', async () => {
  await reader.open('/');
  await main().getByText('Nothing is on record yet.').waitFor();
  await main().getByRole('link', { name: 'Read in a meeting pack' }).click();
  await main().getByText('Sign in as the secretariat').waitFor();
});

it('lets one sign in as the secretariat and reads a pack in', async () => {
  await page.getByRole('button', { name: 'Sign in as' }).click();
  await page.getByRole('menuitemradio', { name: 'Secretariat', exact: true }).click();
  await page.getByRole('button', { name: 'Secretariat', exact: true }).waitFor();
  await page.getByLabel('Meeting pack', { exact: true }).setInputFiles(fixture('ccag-31.txt'));
  await page.waitForURL('**/intake/intake_*');
  await main().getByRole('heading', { level: 1, name: 'CCAG 31 pack' }).waitFor();
});

it('shows the source beside what was read from it', async () => {
  const [source, records] = await Promise.all([
    box(page.getByRole('region', { name: 'Source' })),
    box(page.getByRole('tablist', { name: 'What was read' })),
  ]);
  expect(source.x + source.width).toBeLessThanOrEqual(records.x);
  expect(records.y).toBeLessThan(source.y + source.height);
  expect(source.y).toBeLessThan(records.y + 200);
});

it('scrolls the source to the place of a finding', async () => {
  const text = page.getByRole('region', { name: 'Text of the pack' });
  expect(await text.evaluate((element) => element.scrollTop)).toBe(0);
  await finding('26/2/240').getByRole('button', { name: 'Show in the source' }).click();
  const spot = text.locator('[data-spot]').first();
  await spot.waitFor();
  expect(await spot.innerText()).toContain('26/2/240');
  const [around, inside] = await Promise.all([box(text), box(spot)]);
  expect(inside.y).toBeGreaterThanOrEqual(around.y);
  expect(inside.y + inside.height).toBeLessThanOrEqual(around.y + around.height);
  expect(await text.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
});

it('takes a suggestion, and a correction of one’s own', async () => {
  await finding('26/2/240').getByRole('button', { name: 'Take “26 Feb 2024”' }).click();
  await finding('26/2/240').getByRole('button', { name: 'Reopen' }).waitFor();
  await finding('18/04/024').getByRole('button', { name: 'Correct…' }).click();
  const field = page.getByLabel('It should say');
  await field.fill('19 April 2024');
  await field.press('Enter');
  await finding('18/04/024').getByRole('button', { name: 'Reopen' }).waitFor();
  expect(await finding('18/04/024').innerText()).toContain('Corrected');
});

it('says what accepting would do, and then does it', async () => {
  await page.getByRole('tab', { name: 'If accepted' }).click();
  await main().getByText('Accepting would add').waitFor();
  await page.getByRole('button', { name: 'Accept into the record' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Accept the pack' }).click();
  await page.getByRole('tab', { name: 'What accepting did' }).waitFor();
  await main().getByText('Accepting added').waitFor();
});

it('shows what was accepted on the pages, corrected values and all', async () => {
  for (const [path, words] of [
    ['/', 'Undecided after CCAG-31'],
    ['/register', 'Register of Export Roles'],
    ['/register/REC-R0310', '26 Feb 2024'],
    ['/register/DCUSA-DCP402', '19 Apr 2024'],
    ['/meetings', 'CCAG-31'],
    ['/meetings/CCAG-31', 'Horizon Scanning Log'],
    ['/actions', 'CCAG28-02'],
    ['/actions/CCAG28-02', 'Say whether the export register needs new code'],
    ['/plan', 'Code changes delivered'],
    ['/change-requests', 'CR0047'],
  ] as const) {
    await reader.open(path);
    await main().getByText(words).filter({ visible: true }).first().waitFor();
  }
});

it.each([
  ['PDF', '%PDF-'],
  ['Word', 'PK\u0003\u0004'],
])('gives the pack out again as %s', async (label, magic) => {
  await reader.open('/meetings/CCAG-31');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    main().getByRole('link', { name: label, exact: true }).first().click(),
  ]);
  const content = readFileSync(await download.path());
  expect(content.length).toBeGreaterThan(5_000);
  expect(content.toString('latin1', 0, magic.length)).toBe(magic);
});

it('shows what changed since, once the next pack is in, and what stood before', async () => {
  const between = new Date().toISOString();
  const staged = await reader.context.request.post('/api/intakes', {
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'ccag-32.txt' },
    data: readFileSync(fixture('ccag-32-next-month.txt')),
  });
  const { id } = (await staged.json()) as { readonly id: string };
  const accepted = await reader.context.request.post(`/api/intakes/${id}/accept`, { data: {} });
  expect(accepted.ok(), await accepted.text()).toBe(true);

  await reader.open(`/register?since=${between}`);
  const row = (reference: string): Locator => main().locator('[data-row]', { hasText: reference });
  const marked = await main()
    .getByRole('button', { name: / changed: was / })
    .count();
  expect(marked).toBeGreaterThan(0);
  // What the next pack says nothing new of is not marked.
  expect(
    await row('DCP402')
      .getByRole('button', { name: / changed: was / })
      .count(),
  ).toBe(0);

  await reader.open(`/register?asAt=${between}`);
  await page.getByText('Editing is off').waitFor();
  expect(
    await main()
      .getByRole('button', { name: / changed: was / })
      .count(),
  ).toBe(0);
});

it('went through all of that without an error in the console', () => {
  expect(reader.faults()).toEqual([]);
});
