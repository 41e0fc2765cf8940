import { makeBriefing } from '@/e2e/fixtures/briefing-page';
import { writeRecords } from '@/e2e/fixtures/records';
import { expectWholeResult, runModel, typeRound } from '@/e2e/fixtures/scenario-page';
import { expect, test } from '@/e2e/fixtures/test';

test.describe('North East', () => {
  test.use({ role: 'northeast' });

  test('a manager whose region is not loaded makes a scenario and a briefing of it', async ({ page }) => {
    await page.goto('/scenarios/new?region=TR-north-east');
    await page.getByLabel('Name of the scenario').fill('North East, for the access tests');
    await typeRound(page, 'North East', { posts: '60', accepts: '45' });
    const { scenarioId, runId } = await runModel(page);
    await expectWholeResult(page);
    await page.goto(`/briefings/new?area=TR-north-east&run=${runId}`);
    const briefingId = await makeBriefing(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('North East');
    writeRecords('northeast', { scenarioId, runId, briefingId });
  });
});

test.describe('Yorkshire and the Humber', () => {
  test.use({ role: 'yorkshire' });

  test('a manager whose region is loaded makes a scenario with an offer and a briefing of it', async ({ page }) => {
    await page.goto('/scenarios/new?region=TR-yorkshire-and-the-humber&lever=golden-hello');
    await page.getByLabel('Name of the scenario').fill('Yorkshire, for the accessibility tests');
    await page.getByLabel('Golden hello (one-off payment)').check();
    const { scenarioId, runId } = await runModel(page);
    await expectWholeResult(page);
    await page.goto(`/briefings/new?area=TR-yorkshire-and-the-humber&run=${runId}`);
    const briefingId = await makeBriefing(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Yorkshire and the Humber');
    writeRecords('yorkshire', { scenarioId, runId, briefingId });
  });
});
