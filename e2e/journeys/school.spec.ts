import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'school' });

test('medical school staff see what is loaded about their school and what would load the rest', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your medical school');
  const school = page.getByRole('region', { name: 'University of Leeds' });
  await expect(school.getByRole('heading', { name: 'Into GP training' })).toBeVisible();
  await expect(school.getByText('19.2%')).toBeVisible();
  await expect(school.getByText('Where your entrants come from')).toBeVisible();
  await expect(school.getByText(/^Not loaded\. Your own intake file \(intake\.csv/)).toBeVisible();
  await expect(school.getByText(/school_foundation\.csv/)).toBeVisible();
});

test('every medical school has a page', async ({ page }) => {
  await page.goto('/schools');
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/schools\/[a-z-]+$/);
  await expect(page.getByText(/^Not loaded\./).first()).toBeVisible();
});
