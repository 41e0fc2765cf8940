import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'commissioner' });

test('the table of regions sorts by value and by name, and says so to a screen reader', async ({ page }) => {
  await page.goto('/regions');
  const table = page.getByRole('table', { name: /^All areas/ });
  await expect(table.getByRole('columnheader', { name: /Need \(core\)/ })).toHaveAttribute('aria-sort', 'descending');
  await expect(table.getByRole('rowheader').first()).toHaveText('North East');
  await table.getByRole('link', { name: /Need \(core\).*sort ascending/ }).click();
  await expect(table.getByRole('columnheader', { name: /Need \(core\)/ })).toHaveAttribute('aria-sort', 'ascending');
  await expect(table.getByRole('rowheader').first()).toHaveText('Thames Valley');
  await table.getByRole('link', { name: /^Area.*sort/ }).click();
  await expect(table.getByRole('rowheader').first()).toHaveText('East Midlands');
});

test('the table finds an area by a part of its name and says when none has it', async ({ page }) => {
  await page.goto('/regions');
  await page.getByLabel('Find an area').fill('york');
  await page.getByRole('button', { name: 'Find' }).click();
  const table = page.getByRole('table', { name: /^All areas/ });
  await expect(table.getByRole('rowheader')).toHaveText(['Yorkshire and the Humber']);
  await page.getByLabel('Find an area').fill('atlantis');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(table.getByText('No area’s name contains “atlantis”.')).toBeVisible();
});

test('the map changes between tiles and bubbles without losing the indicator, and leads to an area', async ({
  page,
}) => {
  await page.goto('/regions?indicator=specialty-fill-rate&breakdown=ST3');
  const map = page.getByRole('figure', { name: /^Where: Posts filled, ST3/ });
  await map.getByRole('link', { name: 'Bubbles' }).click();
  await expect(page).toHaveURL(/view=bubbles/);
  await expect(page).toHaveURL(/indicator=specialty-fill-rate/);
  await expect(map.getByText('Area of a circle: people, Census 2021.')).toBeVisible();
  await map.getByRole('link', { name: 'Tiles' }).click();
  await expect(page).not.toHaveURL(/view=/);
  await map.getByRole('link', { name: /^London: 97\.4%/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('London');
});

test('the address holds the whole view: opened elsewhere it shows the same', async ({ page, context }) => {
  await page.goto('/regions');
  await page.getByRole('link', { name: 'Integrated care boards' }).click();
  await expect(page).toHaveURL(/type=icb/);
  await page.getByLabel('Indicator').selectOption({ label: 'Deprivation (IMD)' });
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/indicator=imd-score/);
  await page.getByRole('link', { name: 'Bubbles' }).click();
  await expect(page).toHaveURL(/view=bubbles/);
  const table = page.getByRole('table', { name: /^All areas/ });
  await table.getByRole('link', { name: /^Area.*sort/ }).click();
  await expect(page).toHaveURL(/sort=name/);
  const rows = await table.innerText();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('link', { name: 'Integrated care boards' })).toHaveAttribute('aria-current', 'page');
  await expect(other.getByRole('link', { name: 'Bubbles' })).toHaveAttribute('aria-current', 'page');
  await expect(other.getByLabel('Indicator').locator('option:checked')).toHaveText('Deprivation (IMD)');
  expect(await other.getByRole('table', { name: /^All areas/ }).innerText()).toBe(rows);
});

test('another area and another comparator are chosen in one place, in the address', async ({ page }) => {
  await page.goto('/regions/TR-yorkshire-and-the-humber');
  const bar = page.getByRole('search', { name: 'Area and comparison' });
  await bar.getByLabel('Area', { exact: true }).selectOption({ label: 'West Midlands' });
  await bar.getByLabel('Compared with').selectOption({ label: 'United Kingdom' });
  await bar.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/\/regions\/TR-west-midlands\?compare=/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('West Midlands');
  await expect(bar.getByLabel('Compared with').locator('option:checked')).toHaveText('United Kingdom');
});

test('no rank and no nought stands where a region has no figure', async ({ page }) => {
  await page.goto('/regions?indicator=specialty-fill-rate&breakdown=ST3');
  const row = page.getByRole('table', { name: /^All areas/ }).getByRole('row', { name: /^North East / });
  await expect(row).toContainText('Not loaded');
  await expect(row).not.toContainText('0.0%');
});
