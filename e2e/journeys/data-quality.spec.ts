import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'commissioner', theme: 'light' });

test('flags lead from the data page to each figure that a check found, and to a file of them', async ({ page }) => {
  await page.goto('/data');
  await page.getByRole('link', { name: 'Data quality' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Data quality');
  await page.getByLabel('Kind', { exact: true }).selectOption({ label: 'missing area' });
  await page.getByRole('main').getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/check=missing_area/);
  const row = page.getByRole('row').filter({ hasText: 'Specialty training fill rate' });
  await expect(row).toContainText('has no row in the newest period');
  await expect(row).toContainText('no rank is given');
  await row.getByRole('link', { name: 'missing area' }).click();
  await expect(page.getByRole('table').last()).toContainText('CT1/ST1');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /CSV/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('stead-data-quality.csv');
});

test('a choice without a flag says so, and leads back to all of them', async ({ page }) => {
  await page.goto('/data/quality?indicator=imd-score&check=range');
  await expect(page.getByText('No flags for this choice')).toBeVisible();
  await page.getByRole('link', { name: 'Show all' }).click();
  await expect(page.getByRole('table').first()).toContainText('old source');
});

test('a figure from a source that is late has a quiet mark, in words', async ({ page }) => {
  await page.goto('/data/patients-per-gp-incl-trainees');
  const mark = page.getByText('Check: old source').first();
  await mark.click();
  await expect(page.getByText(/Comes out every month/).first()).toBeVisible();
});
