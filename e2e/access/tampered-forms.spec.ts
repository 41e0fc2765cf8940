import type { Page } from '@playwright/test';
import { DENIAL } from '@/e2e/fixtures/console-guard';
import { readRecords } from '@/e2e/fixtures/records';
import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'yorkshire', allowedErrors: [DENIAL] });

const tamper = (page: Page, field: string, value: string) =>
  page
    .locator(`main input[name="${field}"]`)
    .first()
    .evaluate((input, changed) => input.setAttribute('value', changed), value);

/** Submits and gives the status of the action's answer. */
async function statusOf(page: Page, submit: () => Promise<void>): Promise<number> {
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await submit();
  return (await answered).status();
}

const run = (page: Page) => statusOf(page, () => page.getByRole('button', { name: 'Run the model' }).click());

test('a form sent with another region’s code is 403 and writes nothing', async ({ page, requestAs }) => {
  const theirs = await requestAs('northeast');
  const before = await (await theirs.get('/api/v1/scenarios')).json();
  await page.goto('/scenarios/new?region=TR-yorkshire-and-the-humber');
  await page.getByText('Type in other figures, or more regions').click();
  await page.getByLabel('Posts, North East').fill('60');
  await page.getByLabel('Accepts, North East').fill('50');
  await tamper(page, 'areaCode', 'TR-north-east');
  expect(await run(page)).toBe(403);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not within your role and scope');
  expect(await (await theirs.get('/api/v1/scenarios')).json()).toEqual(before);
});

test('a form sent with another region’s scenario is 403 and leaves that scenario as it was', async ({
  page,
  requestAs,
}) => {
  const { scenarioId } = readRecords('northeast');
  const theirs = await requestAs('northeast');
  const before = await (await theirs.get(`/api/v1/scenarios/${scenarioId}`)).json();
  await page.goto('/scenarios/new?region=TR-yorkshire-and-the-humber');
  await tamper(page, 'scenarioId', scenarioId);
  expect(await run(page)).toBe(403);
  expect(await (await theirs.get(`/api/v1/scenarios/${scenarioId}`)).json()).toEqual(before);
});

test('a form sent with a scenario id that can not exist is 403', async ({ page }) => {
  await page.goto('/scenarios/new?region=TR-yorkshire-and-the-humber');
  await tamper(page, 'scenarioId', 'not-an-id');
  expect(await run(page)).toBe(403);
});

test('another region’s scenario can not be put away', async ({ page, requestAs }) => {
  const { scenarioId } = readRecords('northeast');
  await page.goto('/scenarios');
  await tamper(page, 'id', scenarioId);
  expect(
    await statusOf(page, () =>
      page
        .getByRole('button', { name: /^Put away:/ })
        .first()
        .click(),
    ),
  ).toBe(403);
  const { scenario } = await (await (await requestAs('northeast')).get(`/api/v1/scenarios/${scenarioId}`)).json();
  expect(scenario.archived).toBe(false);
});

test('a note for another region is 403', async ({ page }) => {
  await page.goto('/regions/TR-yorkshire-and-the-humber');
  await page.getByLabel('Add a note').fill('Not mine to write');
  await tamper(page, 'areaCode', 'TR-north-east');
  expect(await statusOf(page, () => page.getByRole('button', { name: 'Save the note' }).click())).toBe(403);
});

test('a briefing with another region’s run is 403 and is not made', async ({ page, requestAs }) => {
  const { runId } = readRecords('northeast');
  await page.goto('/briefings/new?area=TR-yorkshire-and-the-humber');
  await tamper(page, 'run', runId);
  expect(await statusOf(page, () => page.getByRole('button', { name: 'Make the briefing' }).click())).toBe(403);
  const mine = await requestAs('yorkshire');
  expect(await (await mine.get('/briefings')).text()).not.toContain(runId);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a form sent with another region’s code is refused as well', async ({ page, requestAs }) => {
    const theirs = await requestAs('northeast');
    const before = await (await theirs.get('/api/v1/scenarios')).json();
    await page.goto('/scenarios/new?region=TR-yorkshire-and-the-humber');
    await page.getByText('Type in other figures, or more regions').click();
    await page.getByLabel('Posts, North East').fill('60');
    await page.getByLabel('Accepts, North East').fill('50');
    await tamper(page, 'areaCode', 'TR-north-east');
    // Next answers every refusal of an action with 404 where the form was posted without script.
    expect([403, 404]).toContain(await run(page));
    expect(await (await theirs.get('/api/v1/scenarios')).json()).toEqual(before);
  });
});
