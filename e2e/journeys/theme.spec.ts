import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'yorkshire', colorScheme: 'light' });

test('dark colours stay on after a reload and on other pages', async ({ page }) => {
  await page.goto('/');
  const html = page.locator('html');
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await expect(html).toHaveClass('dark');
  const canvas = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  await page.reload();
  await expect(html).toHaveClass('dark');
  await page.getByRole('link', { name: 'Regions', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Regions');
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(canvas);
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await expect(html).toHaveClass('light');
});
