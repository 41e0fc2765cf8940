import { expectWholeResult, resultOf, runModel } from '@/e2e/fixtures/scenario-page';
import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'yorkshire' });

const NEW_SCENARIO = '/scenarios/new?region=TR-yorkshire-and-the-humber&lever=golden-hello';

test('a stored run shows identical numbers when it is opened again', async ({ page }) => {
  await page.goto(NEW_SCENARIO);
  await page.getByRole('checkbox', { name: 'Golden hello (one-off payment)' }).check();
  const { runId } = await runModel(page);
  await expectWholeResult(page);
  const streamed = await resultOf(page).innerText();
  expect(streamed).toContain(runId);
  await page.reload();
  await expectWholeResult(page);
  expect(await resultOf(page).innerText()).toBe(streamed);
});

test('gains, costs and losses of an offer stand on one screen, with the regime', async ({ page }) => {
  await page.goto(NEW_SCENARIO);
  await page.getByRole('checkbox', { name: 'Golden hello (one-off payment)' }).check();
  await runModel(page);
  await expectWholeResult(page);
  const result = resultOf(page);
  await expect(
    result.getByText(/2024 recruitment rounds: before the Medical Training \(Prioritisation\) Act 2026/),
  ).toBeVisible();
  await expect(result.getByRole('term').filter({ hasText: 'Cost for each extra post filled' })).toBeVisible();
  await expect(result.getByRole('heading', { name: 'Population need' })).toBeVisible();
  await expect(result.getByRole('heading', { name: 'Satisfying careers' })).toBeVisible();
  const losses = result.getByRole('figure', { name: 'Who gains and who loses' });
  await losses.getByText('View as a table').click();
  await expect(losses.getByRole('rowheader')).toHaveText([
    'This region',
    'Other modelled regions together',
    'Elsewhere or nowhere',
  ]);
});

test('who had it open while somebody saved it is told, keeps what they set, and may save in its place', async ({
  page,
}) => {
  await page.goto(NEW_SCENARIO);
  const { scenarioId, runId } = await runModel(page);
  const second = await page.context().newPage();
  await second.goto(`/scenarios/${scenarioId}`);
  await second.getByLabel('Name of the scenario').fill('Of the second tab');
  await page.getByLabel('Name of the scenario').fill('Of the first tab');
  await page.getByLabel('Extra posts to fill').fill('7');
  await runModel(page);
  await second.getByRole('button', { name: 'Run the model' }).click();
  const told = second.getByRole('alert').filter({ hasText: 'The model did not run' });
  await expect(told).toContainText(/saved this scenario on .* after you opened it/);
  await expect(second.getByLabel('Name of the scenario')).toHaveValue('Of the second tab');
  await expect(second.getByLabel('Extra posts to fill')).toHaveValue('10');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Of the first tab');
  const again = await runModel(second);
  expect(again.scenarioId).toBe(scenarioId);
  expect(again.runId).not.toBe(runId);
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('Of the second tab');
});

test('progress is shown until the draws come in', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/v1/runs/*/stream', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(NEW_SCENARIO);
  await runModel(page);
  await expect(page.getByRole('progressbar')).toBeVisible();
  release();
  await expectWholeResult(page);
});

test('a reader who leaves while the draws come in finds the result on the way back', async ({ page }) => {
  await page.goto(NEW_SCENARIO);
  await runModel(page);
  const address = page.url();
  await page.goto('/help');
  await page.goto(address);
  await expectWholeResult(page);
});

test.describe('before a browser has asked for the draws', () => {
  test.use({ javaScriptEnabled: false });

  test('the stream gives partial results first, then the stored one for good', async ({ page, requestAs }) => {
    await page.goto(NEW_SCENARIO);
    const { runId } = await runModel(page);
    const api = await requestAs('yorkshire');
    const first = (await (await api.get(`/api/v1/runs/${runId}/stream`)).text()).trim().split('\n');
    expect(first.length).toBeGreaterThan(1);
    expect(first[0]).toContain('"kind":"partial"');
    expect(first.at(-1)).toContain('"kind":"done"');
    const again = (await (await api.get(`/api/v1/runs/${runId}/stream`)).text()).trim();
    expect(again).toBe(first.at(-1));
  });
});

test('an earlier run of a scenario stays reachable after the inputs have changed', async ({ page }) => {
  await page.goto(NEW_SCENARIO);
  const first = await runModel(page);
  await expectWholeResult(page);
  await page.getByLabel('Extra posts to fill').fill('4');
  const second = await runModel(page);
  expect(second.scenarioId).toBe(first.scenarioId);
  expect(second.runId).not.toBe(first.runId);
  await expect(page.getByRole('heading', { name: 'What would it cost to fill 4 more ST3 posts?' })).toBeVisible();
  await page.getByText('Receipt, inputs and earlier runs').click();
  await page
    .getByRole('link', { name: /^Run of/ })
    .last()
    .click();
  await expect(page.getByRole('heading', { name: 'What would it cost to fill 10 more ST3 posts?' })).toBeVisible();
});

test('a scenario that was put away can be taken back', async ({ page }) => {
  await page.goto(NEW_SCENARIO);
  await page.getByLabel('Name of the scenario').fill('To put away and take back');
  await runModel(page);
  await page.goto('/scenarios');
  const kept = page.getByRole('table', { name: 'Scenarios of your regions' });
  await kept.getByRole('button', { name: 'Put away: To put away and take back' }).first().click();
  await page.getByText(/Put away \(\d+\)$/).click();
  await page.getByRole('button', { name: 'Take back: To put away and take back' }).first().click();
  await expect(kept.getByRole('link', { name: 'To put away and take back' }).first()).toBeVisible();
});
