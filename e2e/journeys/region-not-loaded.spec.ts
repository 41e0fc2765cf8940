import { expectWholeResult, resultOf, runModel, typeRound } from '@/e2e/fixtures/scenario-page';
import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'northeast' });

test('the North East page says what is not loaded and what would load it', async ({ page }) => {
  await page.goto('/regions/TR-north-east');
  const vacancy = page.getByRole('region', { name: 'Vacancy' });
  await expect(vacancy.getByText('Not loaded').first()).toBeVisible();
  await expect(vacancy.getByText(/load that file/).first()).toBeVisible();
  const retention = page.getByRole('region', { name: 'Retention' });
  await expect(retention.getByText('Not loaded').first()).toBeVisible();
  await expect(retention.getByText(/load your own retention\.csv/)).toBeVisible();
  await page.getByRole('link', { name: 'what would load it' }).first().click();
  await expect(page).toHaveURL(/#figure-/);
});

test('the North East manager types posts and accepts and gets a result from them', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Model a package' }).click();
  await expect(page.getByText('Posts and accepts of North East are not loaded')).toBeVisible();
  await page.getByLabel('Name of the scenario').fill('Typed in');
  await typeRound(page, 'North East', { posts: '60', accepts: '45' });
  await page.getByRole('checkbox', { name: 'Golden hello (one-off payment)' }).check();
  await runModel(page);
  await expectWholeResult(page);
  await expect(resultOf(page).getByText('45 of 60 posts', { exact: true })).toBeVisible();
  await expect(resultOf(page).getByRole('figure', { name: 'Who gains and who loses' })).toBeVisible();
  await page.getByText('Receipt, inputs and earlier runs').click();
  await expect(page.getByText('North East: 45 of 60 posts accepted, typed')).toBeVisible();
});

test('an error stands beside its field and nothing that was typed is lost', async ({ page }) => {
  await page.goto('/scenarios/new?region=TR-north-east');
  await page.getByLabel('Name of the scenario').fill('More accepts than posts');
  await page.getByRole('radio', { name: 'ST4, higher training' }).check();
  await typeRound(page, 'North East', { posts: '30', accepts: '31' });
  await page.getByRole('checkbox', { name: 'Golden hello (one-off payment)' }).check();
  await page.getByLabel('Extra posts to fill').fill('7');
  await page.getByRole('button', { name: 'Run the model' }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'The model did not run' });
  await expect(summary.getByRole('link', { name: 'Accepts, North East: no more than the 30 posts.' })).toBeVisible();
  await expect(page.getByLabel('Accepts, North East')).toHaveAccessibleDescription(/no more than the 30 posts/);
  await expect(page.getByLabel('Accepts, North East')).toHaveValue('31');
  await expect(page.getByLabel('Posts, North East')).toHaveValue('30');
  await expect(page.getByLabel('Name of the scenario')).toHaveValue('More accepts than posts');
  await expect(page.getByRole('radio', { name: 'ST4, higher training' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Golden hello (one-off payment)' })).toBeChecked();
  await expect(page.getByLabel('Extra posts to fill')).toHaveValue('7');
  await summary.getByRole('link').click();
  await expect(page.getByLabel('Accepts, North East')).toBeFocused();
});

test('a level without posts and accepts is refused with what to do', async ({ page }) => {
  await page.goto('/scenarios/new?region=TR-north-east');
  await page.getByRole('button', { name: 'Run the model' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The model did not run' })).toContainText(
    'Posts and accepts at ST3 are not loaded for this region: type them in.',
  );
});
