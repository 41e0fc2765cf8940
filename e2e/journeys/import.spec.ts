import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'analyst', theme: 'light' });

const FILL = 'Specialty and level,Posts,Accepts\nCardiology ST4,40,30\nPsychiatry CT1,20,22\n';
const file = { name: 'fill-rates.csv', mimeType: 'text/csv', buffer: Buffer.from(FILL) };

test('a table that doesn’t say its year and area is sent with both; what was typed stays where it is refused', async ({
  page,
}) => {
  await page.goto('/data/import');
  const [period, area] = [page.getByLabel('Period (optional)'), page.getByLabel('Area (optional)')];
  await page.getByLabel('File', { exact: true }).setInputFiles(file);
  await period.fill('2025/27');
  await area.selectOption({ label: 'Wessex' });
  await page.getByRole('button', { name: 'Send and check' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The file was not taken' })).toContainText(
    'Write a year (2025)',
  );
  await expect(period).toHaveValue('2025/27');
  await expect(period).toHaveAttribute('aria-invalid', 'true');
  await expect(area).toHaveValue('TR-wessex');

  await period.fill('2025');
  await page.getByRole('button', { name: 'Send and check' }).click();
  await page.waitForURL(/\/data\/import\/[0-9a-f-]{36}$/);
  await expect(page.getByText('2025, TR-wessex')).toBeVisible();
});

test('the preview says what checks find, and discarding leaves nothing behind', async ({ page }) => {
  await page.goto('/data/import');
  const posts =
    'period_end,area_code,specialty,level,establishment_fte,in_post_fte\n2026-06-30,TR-wessex,Cardiology,ST4,41,30\n';
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'posts.csv', mimeType: 'text/csv', buffer: Buffer.from(posts) });
  await page.getByRole('button', { name: 'Send and check' }).click();
  await page.waitForURL(/\/data\/import\/[0-9a-f-]{36}$/);
  const flags = page.getByRole('region', { name: 'Quality flags' });
  await expect(flags).toContainText('missing area');
  await expect(flags).toContainText('East Midlands has no row');
  await page.getByRole('button', { name: 'Discard what is staged' }).click();
  await expect(page.getByText('cancelled or withdrawn', { exact: true })).toBeVisible();
});
