import { DENIAL } from '@/e2e/fixtures/console-guard';
import { expect, test } from '@/e2e/fixtures/test';

const MARK = 'every place, person and figure on this page is invented';

test.describe('the switch between countries', () => {
  test.use({ role: 'yorkshire' });

  test('leads to the fictional country and back; each shows its own areas only, and one is marked', async ({
    page,
  }) => {
    await page.goto('/regions/TR-yorkshire-and-the-humber');
    await expect(page.getByText(MARK)).toHaveCount(0);
    await page.getByLabel('Country', { exact: true }).selectOption('demonstration');
    await page.getByRole('search', { name: 'Area and comparison' }).getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/\/regions\?country=demonstration$/);
    await expect(page.getByText(MARK)).toBeVisible();
    const table = page.getByRole('table', { name: /^All areas/ });
    await expect(table.getByRole('rowheader')).toHaveCount(11);
    await expect(table.getByText('Yorkshire and the Humber')).toHaveCount(0);
    const csv = await page.request.get(
      (await page.getByRole('link', { name: /^CSV/ }).last().getAttribute('href')) ?? '',
    );
    expect(csv.headers()['content-disposition']).toContain('-demonstration.csv');
    expect(await csv.text()).not.toContain('TR-yorkshire');
    await table.getByRole('link', { name: 'Kelvarrow' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kelvarrow');
    await expect(page.getByText(MARK)).toBeVisible();
    await expect(page.getByLabel('Compared with').getByRole('option', { name: 'England' })).toHaveCount(0);
    await page.getByLabel('Country', { exact: true }).selectOption('england');
    await page.getByRole('search', { name: 'Area and comparison' }).getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/\/regions\?country=england$|\/regions$/);
    await expect(page.getByText(MARK)).toHaveCount(0);
    await expect(page.getByRole('table', { name: /^All areas/ }).getByText('Kelvarrow')).toHaveCount(0);
  });

  test('a comparator of the other country is dropped from the address', async ({ page }) => {
    await page.goto('/regions/XD-TR-kelvarrow?compare=E92000001');
    await expect(page).toHaveURL(/\/regions\/XD-TR-kelvarrow$/);
    await page.goto('/regions?compare=XD-TR-kelvarrow');
    await expect(page).toHaveURL(/\/regions$/);
  });
});

test.describe('the account of the fictional region', () => {
  test.use({ role: 'demo-manager', allowedErrors: [DENIAL] });

  test('models and briefs there, marked on every page, and reaches nothing of England’s regions', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByText(MARK)).toBeVisible();
    await page.getByRole('link', { name: 'Model a package' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Model a package for Kelvarrow');
    await expect(page.getByText(MARK)).toBeVisible();
    await page.goto('/scenarios/new?region=TR-north-east');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not within your role and scope');
  });
});
