import { accountOf } from '@/e2e/fixtures/accounts';
import { makeBriefing } from '@/e2e/fixtures/briefing-page';
import { DENIAL } from '@/e2e/fixtures/console-guard';
import { runModel } from '@/e2e/fixtures/scenario-page';
import { signOut, submitSignIn } from '@/e2e/fixtures/sign-in';
import { expect, test } from '@/e2e/fixtures/test';

test.use({ javaScriptEnabled: false });

test('sign-in and sign-out work without JavaScript', async ({ page }) => {
  await page.goto('/sign-in');
  await submitSignIn(page, accountOf('yorkshire'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your region');
  await signOut(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
});

test.describe('signed out, at an address that needs an account', () => {
  test.use({ allowedErrors: [DENIAL] });

  test('the sign-in form is there without JavaScript', async ({ page }) => {
    await page.goto('/regions');
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  });
});

test.describe('signed in', () => {
  test.use({ role: 'yorkshire' });

  test('regions are sorted and found without JavaScript', async ({ page }) => {
    await page.goto('/regions');
    const table = page.getByRole('table', { name: /^All areas/ });
    await table.getByRole('link', { name: /Need \(core\).*sort ascending/ }).click();
    await expect(table.getByRole('rowheader').first()).toHaveText('Thames Valley');
    await page.getByLabel('Find an area').fill('west');
    await page.getByRole('button', { name: 'Find' }).click();
    await expect(table.getByRole('rowheader')).toHaveText(['South West', 'West Midlands', 'North West']);
  });

  test('a scenario is modelled without JavaScript: the result comes with the page that waits for it', async ({
    page,
  }) => {
    await page.goto('/scenarios/new?region=TR-yorkshire-and-the-humber&level=ST4');
    await page.getByRole('checkbox', { name: 'Golden hello (one-off payment)' }).check();
    await runModel(page);
    await page.getByRole('link', { name: 'Show the result' }).click();
    await expect(page).toHaveURL(/wait=1/);
    await expect(page.getByText('256 draws. Excess demand')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What would it cost to fill 10 more ST4 posts?' })).toBeVisible();
  });

  test('a briefing is made without JavaScript', async ({ page }) => {
    await page.goto('/briefings/new?area=TR-yorkshire-and-the-humber');
    await makeBriefing(page);
    await expect(page.getByRole('link', { name: 'Download the PDF' })).toBeVisible();
  });
});
