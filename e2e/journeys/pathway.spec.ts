import { accountOf } from '@/e2e/fixtures/accounts';
import { signIn, submitSignIn } from '@/e2e/fixtures/sign-in';
import { expect, test } from '@/e2e/fixtures/test';

/** Two runs are computed on a machine that does other things too. */
const RUN_MS = 120_000;

test('a manager compares a guarantee with a supplement for ST3s and sends the better one within 12 steps', async ({
  page,
  steps,
  browser,
}) => {
  test.setTimeout(3 * RUN_MS);
  await page.goto('/sign-in');
  await steps.do('sign in', () => submitSignIn(page, accountOf('demo-manager')));
  await steps.do('go to scenarios', () => page.getByRole('link', { name: 'Scenarios', exact: true }).first().click());
  await steps.do('start one', () => page.getByRole('link', { name: 'New scenario, Kelvarrow' }).click());
  for (const lever of ['One-region guarantee', 'Supplement for posts in a place']) {
    const offered = page.getByRole('checkbox', { name: lever });
    // Not `check`, which looks at once: the lever is on when its evidence has come with the rest of the page.
    await steps.do(`offer: ${lever}`, () => offered.click());
    await expect(offered).toBeChecked();
    const offer = page.getByRole('region', { name: lever });
    await steps.do('to ST3 entrants', () => offer.getByLabel('Who enters at').selectOption('ST3/ST4'));
  }
  await steps.do('run each on its own', () =>
    page.getByRole('button', { name: 'Run each on its own and compare' }).click(),
  );
  const outcomes = page.getByRole('table', { name: 'What they change, median and 80% interval' });
  await expect(outcomes.getByRole('columnheader')).toHaveCount(3, { timeout: RUN_MS });
  await expect(page.getByRole('table', { name: 'Inputs that differ' })).toContainText('not offered');
  await expect(page.getByText('Not on the same draws')).toHaveCount(0);
  await steps.do('open the better one', () => page.getByRole('link', { name: /Open and send A/ }).click());
  await steps.do('name the commissioner', () =>
    page.getByLabel('E-mail address of the person').fill(accountOf('demo-commissioner').email),
  );
  await steps.do('send', () => page.getByRole('button', { name: 'Send this run' }).click());
  await expect(page.getByText('can see this run now')).toBeVisible();
  expect(steps.count()).toBeLessThanOrEqual(12);

  const address = page.url().replace(/#.*$/, '');
  const other = await browser.newContext();
  const commissioner = await other.newPage();
  await signIn(commissioner, 'demo-commissioner');
  await commissioner.goto('/scenarios');
  await commissioner.getByRole('table', { name: 'Sent to you' }).getByRole('link').first().click();
  await expect(commissioner).toHaveURL(address);
  await expect(commissioner.getByText(/^In the model, with/)).toBeVisible();
  await expect(commissioner.getByRole('heading', { name: 'Send this run' })).toHaveCount(0);
  await commissioner.getByRole('textbox', { name: 'Comment' }).fill('Who pays for the last two years?');
  await commissioner.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(commissioner.getByText('Who pays for the last two years?')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Who pays for the last two years?')).toBeVisible();
  await page.getByRole('button', { name: /^Take back from/ }).click();
  await expect(page.getByText(/; taken back /)).toBeVisible();
  expect((await commissioner.request.get(`/api/v1/pathway-runs/${address.split('/').at(-1)}`)).status()).toBe(403);
  await other.close();
});

test.describe('the builder', () => {
  test.use({ role: 'demo-manager' });

  test('shows numbers while it is set, says why something can’t be modelled, and keeps what was typed', async ({
    page,
  }) => {
    test.setTimeout(2 * RUN_MS);
    await page.goto('/scenarios/pathway/new?lever=golden-hello');
    await expect(page.getByText(/^In the model, with golden hello/)).toBeVisible({ timeout: RUN_MS });
    await expect(page.getByRole('heading', { name: /Population need/ })).toBeVisible();
    await expect(page.getByRole('heading', { name: /Satisfying careers/ })).toBeVisible();
    await page.getByLabel('How strong, 80% interval, high end').press('ArrowRight');
    await expect(page.getByText('100% of the evidence to 105% of the evidence')).toBeVisible();
    await page.getByLabel('Last intake').fill('2020');
    await expect(page.getByText('This can’t be modelled')).toBeVisible({ timeout: RUN_MS });
    await page.getByLabel('Your reason (kept with the run)').fill('A trial');
    await page.getByRole('button', { name: 'Save and run' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'was not saved' })).toContainText('ends no earlier');
    await expect(page.getByLabel('Your reason (kept with the run)')).toHaveValue('A trial');
    await expect(page.getByLabel('Last intake')).toHaveValue('2020');
  });

  test('says what its numbers rest on, and counts employer’s costs where it is told to', async ({ page }) => {
    test.setTimeout(2 * RUN_MS);
    await page.goto('/scenarios/pathway/new?lever=one-region-guarantee,golden-hello');
    const guarantee = page.getByRole('region', { name: 'One-region guarantee' });
    await guarantee.getByText('Why this number').click();
    await expect(guarantee.getByText('Probability that an unwanted move is avoided', { exact: true })).toBeVisible();
    await expect(guarantee.getByText('0.242 (probability, 0 to 1); 80% of draws 0.134 to 0.378')).toBeVisible();
    await page.locator('summary', { hasText: /Assumptions$/ }).click();
    await page.locator('summary', { hasText: 'Why people stay where they are' }).click();
    await expect(page.getByRole('heading', { name: 'S1b Years in a region and staying' })).toBeVisible();
    await page
      .getByLabel('Employer’s costs of payments')
      .selectOption({ label: '17.5% on payments to doctors (assumption)' });
    await page.getByRole('button', { name: 'Save and run' }).click();
    await page.getByText('What was offered and assumed, and the receipt').click({ timeout: RUN_MS });
    await expect(page.getByText('Employer’s costs: 17.5% on payments to doctors (an assumption)')).toBeVisible();
  });
});
