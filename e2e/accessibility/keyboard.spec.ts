import { tabThrough } from '@/e2e/fixtures/keyboard';
import type { runModel } from '@/e2e/fixtures/scenario-page';
import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'yorkshire' });

test('the skip link comes first and leads to the content', async ({ page }) => {
  await page.goto('/regions');
  const [first] = await tabThrough(page, 1);
  expect(first).toMatchObject({ name: 'Skip to the content', focusVisible: true });
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('Tab reaches sections, choices, map areas, bars, table and search in reading order, with a visible focus', async ({
  page,
}) => {
  await page.goto('/regions');
  const stops = await tabThrough(page, 90);
  const at = (test: (stop: (typeof stops)[number]) => boolean) => stops.findIndex(test);
  const order = [
    at(({ name }) => name === 'Skip to the content'),
    at(({ name, href }) => name === 'Regions' && href === '/regions'),
    at(({ name }) => name === 'Switch between light and dark'),
    at(({ tag }) => tag === 'select'),
    at(({ name }) => name === 'Integrated care boards'),
    at(({ name }) => name === 'Bubbles'),
    at(({ name }) => /^London: 0\.93, class/.test(name)),
    at(({ name }) => /^North East: 1\.12(?!.*class)/.test(name)),
    at(({ tag }) => tag === 'input'),
    at(({ name }) => name === 'Find'),
    at(({ tag, name }) => tag === 'section' && /^All areas/.test(name)),
    at(({ name, href }) => name === 'Thames Valley' && href === '/regions/TR-thames-valley'),
  ];
  expect(order).not.toContain(-1);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(stops.filter(({ focusVisible, tag }) => !focusVisible && tag !== 'body')).toEqual([]);
});

test('a scenario is filled in and run with the keyboard alone', async ({ page }) => {
  await page.goto('/scenarios/new?region=TR-yorkshire-and-the-humber');
  await page.getByRole('radio', { name: 'ST3, higher training' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'ST4, higher training' })).toBeChecked();
  await expect(page.getByText('Yorkshire and the Humber: 134 of 157 posts accepted')).toBeVisible();
  const stops = await tabThrough(page, 45);
  expect(stops.map(({ name }) => name)).toContain('Run the model');
  expect(stops.filter(({ focusVisible, tag }) => !focusVisible && tag !== 'body')).toEqual([]);
  await page.getByRole('button', { name: 'Run the model' }).focus();
  await runModelByKeyboard(page);
  await expect(page.getByRole('heading', { name: /^What would it cost to fill 10 more ST4 posts/ })).toBeVisible();
});

const runModelByKeyboard = async (page: Parameters<typeof runModel>[0]) => {
  await page.keyboard.press('Enter');
  await page.waitForURL(/\?run=/);
};

test('a choice by keyboard waits for its button', async ({ page }) => {
  await page.goto('/regions/TR-yorkshire-and-the-humber');
  await page.getByLabel('Compared with').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('Compared with').locator('option:checked')).toHaveText('United Kingdom');
  await expect(page).toHaveURL(/\/regions\/TR-yorkshire-and-the-humber$/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/compare=K02000001/);
});
