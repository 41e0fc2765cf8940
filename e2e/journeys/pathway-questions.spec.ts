import { expect, test } from '@/e2e/fixtures/test';

/** Runs are computed on a machine that does other things too. */
const RUN_MS = 120_000;

test.use({ role: 'demo-manager' });

test('a saved run is asked what each lever adds, what could be reached, and what it would take', async ({ page }) => {
  test.setTimeout(5 * RUN_MS);
  await page.goto('/scenarios/pathway/new?lever=golden-hello,one-region-guarantee');
  await page.getByRole('button', { name: 'Save and run' }).click();
  const questions = page.getByRole('region', { name: 'Ask more of this run' });
  await expect(questions).toBeVisible({ timeout: RUN_MS });
  await expect(
    page.getByText(/^In \d{4}, the last year of the offer, (doctors with|no class of doctors)/),
  ).toBeVisible();

  await questions.getByRole('button', { name: 'Take the levers apart' }).click();
  const waterfall = page.getByRole('figure', { name: /^Levers alone and together/ });
  await expect(waterfall).toBeVisible({ timeout: RUN_MS });
  await waterfall.getByText('View as a table').click();
  await expect(waterfall.getByRole('rowheader')).toHaveText([
    'One-region guarantee, alone',
    'Golden hello (one-off payment), alone',
    'Together beyond that (interaction)',
    'This run, all levers',
  ]);
  const means = await waterfall
    .locator('tbody td:nth-child(2)')
    .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
  const [whole = Number.NaN, ...parts] = means.toReversed();
  expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(whole, 6);

  await questions.getByLabel(/^Worth making from so many specialty posts more/).fill('5');
  await questions.getByRole('button', { name: 'Work out what it is worth knowing' }).click();
  await expect(page.getByText(/^Where the offer is worth making from 5\.0 posts more over the run/)).toBeVisible({
    timeout: RUN_MS,
  });

  await questions.getByRole('button', { name: 'Work out the break-even effect' }).click();
  await expect(page.getByText(/^Effect that is enough for one more post/)).toBeVisible({ timeout: RUN_MS });

  await questions.getByRole('button', { name: 'Work out the frontier' }).click();
  const what = questions.getByRole('region', { name: 'What each mix is, and gives up' });
  await expect(what).toContainText('A: ', { timeout: RUN_MS });
  await expect(page.getByText('The two are never added up.')).toBeVisible();

  await questions.getByLabel('Vacancy at most (%)').fill('0');
  await questions.getByRole('button', { name: 'Work out what it takes' }).click();
  await expect(page.getByText(/can’t be reached: even the most that these levers can be/)).toBeVisible({
    timeout: RUN_MS,
  });

  // What was asked stands in the address.
  await page.reload();
  await expect(what).toContainText('A: ', { timeout: RUN_MS });
  await expect(page.getByText(/can’t be reached/)).toBeVisible({ timeout: RUN_MS });
});

test('runs beyond the four that can be compared are named, not cut', async ({ page }) => {
  test.setTimeout(2 * RUN_MS);
  const ids = ['golden-hello', 'coaching', 'early-notice', 'lead-employer', 'study-budget'];
  const runs: string[] = [];
  for (const lever of ids) {
    await page.goto(`/scenarios/pathway/new?lever=${lever}`);
    await page.getByRole('button', { name: 'Save and run' }).click();
    await page.waitForURL(/\/scenarios\/runs\//);
    runs.push(new URL(page.url()).pathname.split('/').at(-1) ?? '');
  }
  await page.goto(`/scenarios/compare?${runs.map((run) => `runs=${run}`).join('&')}`);
  await expect(page.getByText('At most four are compared. Left out:')).toBeVisible();
});
