/** The sample programme by keyboard: rows, the palette, editing in place and undo; and looking at it as it was. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';
import { newReader, settled, type Reader } from '../support/reader.ts';

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
beforeEach(() => page.setViewportSize({ width: 1440, height: 900 }));

const main = (): Locator => page.locator('main');
const path = (): string => new URL(page.url()).pathname;
const focusedRow = (): Promise<string> => page.locator('[data-row]:focus').innerText();

it('moves from row to row with j and k, and opens one with Enter', async () => {
  await reader.open('/register');
  await main().locator('[data-row]').first().waitFor();
  await page.keyboard.press('j');
  const first = await focusedRow();
  await page.keyboard.press('j');
  const second = await focusedRow();
  expect(second).not.toBe(first);
  await page.keyboard.press('k');
  expect(await focusedRow()).toBe(first);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/register/*');
});

it('finds a reference of any kind with Ctrl-K, however it is typed', async () => {
  await reader.open('/');
  for (const [typed, found] of [
    ['ccag 8-6', '/actions/CCAG08-06'],
    ['R44', '/register/REC-R0044'],
    ['CR 12', '/change-requests/CR0012'],
    ['m8', '/plan/M8'],
    ['CCAG 11', '/meetings/CCAG-11'],
  ] as const) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find a page or a reference' }).fill(typed);
    // The first choice is the record once the server has answered; before that there may be none.
    await page.waitForFunction(
      () => (document.querySelector('[role=listbox] [role=option]')?.textContent ?? '').match(/\d/) !== null,
    );
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${found}`);
  }
});

it('closes what is open with Escape, and gives the focus back', async () => {
  await reader.open('/actions');
  const keys = page.getByRole('button', { name: 'Keys' });
  await keys.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await keys.evaluate((element) => element === document.activeElement)).toBe(true);
});

it('goes to a place with g and its letter', async () => {
  await reader.open('/register');
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.waitForURL('**/plan');
});

it('edits a value in place by keyboard, and takes it back with undo', async () => {
  await reader.open('/change-requests/CR0012');
  const edit = main().getByRole('button', { name: 'Edit Title', exact: true }).first();
  await edit.focus();
  await page.keyboard.press('Enter');
  const field = main().getByRole('textbox', { name: 'Title' });
  const before = await field.inputValue();
  await field.fill('Words that nobody keeps');
  await page.keyboard.press('Escape');
  await main().getByText(before).first().waitFor();
  expect(await main().getByText('Words that nobody keeps').count()).toBe(0);

  await edit.focus();
  await page.keyboard.press('Enter');
  await field.fill('A title put right');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await page.reload();
  await settled(page);
  await main().getByText('A title put right').first().waitFor();

  await edit.focus();
  await page.keyboard.press('Enter');
  await field.fill('A title put right twice');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Title is as it was.').first().waitFor();
  await main().getByText('A title put right', { exact: true }).first().waitFor();
});

it('frames the past in amber, says which moment it is, and lets nobody edit it', async () => {
  await reader.open('/register/REC-R0044');
  const now = await main()
    .getByRole('button', { name: /^Edit / })
    .count();
  expect(now).toBeGreaterThan(0);
  await page.getByRole('button', { name: /^As at/ }).click();
  await page.getByRole('button', { name: /^CCAG-11/ }).click();
  await page.getByText('You are looking at the record as at').waitFor();
  await settled(page);
  expect(new URL(page.url()).searchParams.get('asAt')).toBe('CCAG-11');
  expect(
    await main()
      .getByRole('button', { name: /^Edit / })
      .count(),
  ).toBe(0);
  const frame = page.locator('[data-past] > [aria-hidden=true]').last();
  const colour = await frame.evaluate((element) => {
    const { borderTopWidth, borderTopColor } = getComputedStyle(element);
    const [red = 0, green = 0, blue = 0] = (borderTopColor.match(/\d+/g) ?? []).map(Number);
    return { width: borderTopWidth, amber: red > green && green > blue && red > 150 };
  });
  expect(colour).toEqual({ width: '4px', amber: true });
  // The moment goes along to the next page.
  await page.getByRole('link', { name: 'Plan', exact: true }).first().click();
  await page.waitForURL('**/plan?asAt=CCAG-11');
  await page.getByRole('button', { name: 'Return to now' }).click();
  await page.getByText('You are looking at the record as at').waitFor({ state: 'hidden' });
  expect(path()).toBe('/plan');
});

it('marks what changed since the last meeting', async () => {
  await reader.open('/register');
  expect(
    await main()
      .getByRole('button', { name: / changed: was / })
      .count(),
  ).toBe(0);
  await page.getByRole('button', { name: /^Compare with/ }).click();
  await page.getByRole('button', { name: /^CCAG-11/ }).click();
  const mark = main()
    .getByRole('button', { name: / changed: was / })
    .first();
  await mark.waitFor();
  await mark.focus();
  // Its story, for the eye: the old value struck, the new one underlined.
  await page.locator('del').first().waitFor();
});

it('asks for a forecast to be examined until its milestone is reached', async () => {
  await reader.open('/plan/M8');
  expect(await main().innerText()).toContain('Nobody has examined its forecast.');
  await reader.open('/plan/M3');
  expect(await main().innerText()).toContain('Reached');
  expect(await main().innerText()).not.toContain('Nobody has examined its forecast.');
});

it('went through all of that without an error in the console', () => {
  expect(reader.faults()).toEqual([]);
});
