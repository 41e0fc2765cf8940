import { expect, test } from '@/e2e/fixtures/test';

test.describe('an analyst', () => {
  test.use({ role: 'analyst', theme: 'light' });

  test('fits a model, and the same receipt comes out again', async ({ page }) => {
    await page.goto('/journeys/models?country=demonstration&model=return_home');
    const receipt = page.getByText(/^Receipt [0-9a-f]{20}, fitted/);
    await page.getByRole('button', { name: /^Fit / }).click();
    await expect(receipt).toBeVisible();
    const first = await receipt.textContent();
    await expect(page.getByRole('heading', { name: /terms are clear of 0/ })).toBeVisible();
    await expect(page.getByText('why they do is not known')).toBeVisible();
    await page.getByRole('button', { name: 'Fit again' }).click();
    await expect(page.getByRole('button', { name: 'Fit again' })).toBeEnabled();
    await expect(receipt).toHaveText(first ?? '');
  });

  test('is told what is missing where nothing that carries it is loaded', async ({ page }) => {
    await page.goto('/journeys/models');
    await expect(page.getByText('Nothing that carries this model is loaded for this country')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Fit / })).toHaveCount(0);
  });
});

test.describe('a commissioner', () => {
  test.use({ role: 'commissioner', theme: 'light' });

  test('goes from the findings to who does which job, against a named base, with its table', async ({ page }) => {
    await page.goto('/findings?country=demonstration');
    await expect(page.getByRole('link', { name: 'Models of journeys' })).toHaveCount(0);
    await page.getByRole('link', { name: 'Who does which job' }).click();
    const figure = page.getByRole('figure', { name: /^Women are under-represented in/ });
    await expect(figure).toContainText('Base: everybody who reached specialty training');
    await figure.getByText('View as a table').click();
    const surgery = figure.getByRole('row').filter({ hasText: 'Surgery' });
    await expect(surgery).toContainText('under-represented');
    await expect(page.getByRole('table').last()).toContainText('Least deprived fifth');
  });
});
