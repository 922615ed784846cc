/** Linking records from either of their pages, and putting right what a code returned to the horizon log. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';
import { newReader, type Reader } from '../support/reader.ts';

let product: Product;
let browser: Browser;
let reader: Reader;
let page: Page;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ empty: false }), launchBrowser()]);
  reader = await newReader(browser, { url: product.url, person: 'person_secretariat' });
  page = reader.page;
});
afterAll(() => Promise.all([browser.close(), product.stop()]));

const section = (heading: string): Locator =>
  page.locator('main section').filter({ has: page.getByRole('heading', { level: 2, name: heading }) });
const linked = (reference: string): Locator =>
  section('Linked records').getByRole('link', { name: reference, exact: true });

it.each([
  ['/risks/R-001', 'M10', '/plan/M10', 'R-001'],
  ['/plan/M8', 'CCAG11-01', '/actions/CCAG11-01', 'M8'],
  ['/register/REC-R0044', 'CR0002', '/change-requests/CR0002', 'REC R0044'],
])('links %s with %s from its own page, and shows it on both', async (path, other, otherPath, reference) => {
  await reader.open(path);
  await section('Linked records').getByRole('button', { name: 'Link a record' }).click();
  await page.getByRole('dialog').getByLabel('Reference').fill(other);
  await page.getByRole('dialog').getByRole('button', { name: other }).click();
  await linked(other).waitFor();
  await reader.open(otherPath);
  await linked(reference).waitFor();
});

it('takes a link away from its other end, and puts it back on undo', async () => {
  await reader.open('/plan/M10');
  const unlink = page.getByRole('button', { name: 'Unlink R-001' });
  await unlink.click();
  await page.getByRole('region', { name: 'Notes' }).getByText('M10 is no longer linked with R-001.').waitFor();
  await linked('R-001').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await linked('R-001').waitFor();
});

it.each([
  ['/plan/M10', 'Related to R-001'],
  ['/risks/R-001', 'Related to M10'],
])('tells in the history of %s what it was linked with', async (path, words) => {
  await reader.open(path);
  await page.getByRole('tabpanel', { name: 'History' }).getByRole('insertion').getByText(words).first().waitFor();
  await page.getByRole('tabpanel', { name: 'History' }).getByRole('deletion').getByText(words).waitFor();
});

it('lets nobody link who may not edit', async () => {
  const observer = await newReader(browser, { url: product.url, person: 'person_observer' });
  await observer.open('/plan/M10');
  await observer.page.getByRole('heading', { name: 'Linked records' }).waitFor();
  expect(await observer.page.getByRole('button', { name: /^(?:Link a record|Unlink .*)$/ }).count()).toBe(0);
  await observer.context.close();
});

const LOG = '/register?tab=log';
const entry = (reference: string): Locator => page.getByRole('article', { name: new RegExp(`^${reference} `) });

it('takes a change out of a return and puts it in again, with what was told of it', async () => {
  await reader.open(LOG);
  await entry('DP206').hover();
  await entry('DP206').getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it out' }).click();
  await entry('DP206').waitFor({ state: 'detached' });
  await section('SEC:').getByRole('button', { name: 'Add a change' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reference').fill('R0044');
  await dialog.getByRole('button', { name: 'Add the change' }).click();
  await dialog.getByText('SEC has no change “R0044” on record').waitFor();
  await dialog.getByLabel('Reference').fill('dp 206');
  await dialog.getByLabel('What was told').fill('It waits for the next panel.');
  await dialog.getByRole('button', { name: 'Add the change' }).click();
  await entry('DP206').getByText('It waits for the next panel.').waitFor();
});

it('edits the status as returned in place, and keeps what was typed when somebody was quicker', async () => {
  await reader.open(LOG);
  const log = await reader.context.request.get('/api/horizon');
  const { bodies } = (await log.json()) as {
    readonly bodies: readonly {
      readonly id: string;
      readonly body: string;
      readonly entries: readonly { readonly id: string; readonly version: number; readonly reference: string }[];
    }[];
  };
  const sec = bodies.find(({ body }) => body === 'SEC');
  const quick = sec?.entries.find(({ reference }) => reference === 'MP162');
  await entry('MP162').hover();
  await entry('MP162')
    .getByRole('button', { name: /^Edit Status of MP162/ })
    .click();
  const field = entry('MP162').getByRole('textbox');
  await field.fill('Decided');
  const quicker = await reader.context.request.patch(
    `/api/horizon/returns/${sec?.id ?? ''}/entries/${quick?.id ?? ''}`,
    {
      headers: { 'if-match': `"${String(quick?.version)}"` },
      data: { words: 'Expected before the year ends.' },
    },
  );
  expect(quicker.status(), await quicker.text()).toBe(200);
  await field.press('Enter');
  await entry('MP162').getByText('Look at what changed').waitFor();
  expect(await field.inputValue()).toBe('Decided');
  expect(reader.faults().every((fault) => fault.includes('412') || fault.includes('404'))).toBe(true);
  await entry('MP162').getByRole('button', { name: /mine/i }).click();
  await entry('MP162').getByText('Decided').waitFor();
  await entry('MP162').getByText('Expected before the year ends.').waitFor();
});

it('removes a return, says that the code is silent, and takes a new one', async () => {
  await reader.open(LOG);
  await section('DCUSA:').getByRole('button', { name: 'Remove the return' }).click();
  await page.getByRole('dialog').getByText('what was returned of 2 changes goes with it').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove the return' }).click();
  await section('DCUSA:').getByText('DCUSA has made no return').waitFor();
  await section('DCUSA:').getByRole('button', { name: 'Record its return' }).click();
  await page.getByRole('dialog').getByLabel('What it returned').selectOption({ label: 'It has no change to tell of' });
  await page.getByRole('dialog').getByRole('button', { name: 'Record the return' }).click();
  await section('DCUSA:').getByText('DCUSA returned that it has no change to tell of.').waitFor();
  await section('DCUSA:')
    .getByRole('button', { name: /^Edit Source of DCUSA/ })
    .click();
  await section('DCUSA:').getByRole('textbox').fill('A letter');
  await section('DCUSA:').getByRole('textbox').press('Enter');
  await section('DCUSA:').getByText('A letter').waitFor();
  expect(reader.faults()).toEqual([]);
});
