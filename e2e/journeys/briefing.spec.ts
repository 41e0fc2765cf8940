import { makeBriefing } from '@/e2e/fixtures/briefing-page';
import { hasPdftotext, outlineTitles, pageCount, printedText } from '@/e2e/fixtures/pdf';
import { readRecords } from '@/e2e/fixtures/records';
import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'yorkshire' });

const ASK = 'Fund a pilot of twelve-month placements';

test('a briefing prints the asks that were typed, and none where none was', async ({ page }) => {
  await page.goto('/briefings/new?area=TR-yorkshire-and-the-humber');
  await page.getByText('Add what you are asking for').click();
  const first = page.getByRole('group', { name: 'Ask 1' });
  await first.getByLabel('What you ask').fill(ASK);
  await first.getByLabel('Of whom').fill('The regional board');
  await makeBriefing(page);
  await expect(page.getByRole('heading', { name: 'What we are asking' })).toBeVisible();
  await expect(page.getByRole('article').getByRole('listitem').filter({ hasText: ASK })).toContainText(
    'The regional board',
  );
  await page.goto(`/briefings/${readRecords('yorkshire').briefingId}`);
  await expect(page.getByRole('heading', { name: 'Key messages' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What we are asking' })).toHaveCount(0);
});

test('the web page and the tagged PDF of a briefing have the same title and headings', async ({ page, requestAs }) => {
  const { briefingId, runId } = readRecords('yorkshire');
  await page.goto(`/briefings/${briefingId}`);
  const article = page.getByRole('article');
  await expect(article.getByRole('heading', { name: /^Option modelled/ })).toBeVisible();
  const headings = await article.getByRole('heading', { level: 2 }).allInnerTexts();
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  const pdf = await (await (await requestAs('yorkshire')).get(`/api/v1/briefings/${briefingId}/pdf`)).body();
  expect(pdf.toString('latin1')).toContain('<pdfuaid:part>1<');
  expect(pdf.toString('latin1')).toContain(`>${title}</rdf:li>`);
  expect(outlineTitles(pdf)).toEqual(expect.arrayContaining(headings));
  await expect(article).toContainText(runId);
  await expect(article).toContainText(/management information, not official statistics/i);
});

test('a briefing with a modelled option has three or four pages', async ({ requestAs }) => {
  const pdf = await (await requestAs('yorkshire')).get(`/api/v1/briefings/${readRecords('yorkshire').briefingId}/pdf`);
  expect([3, 4]).toContain(pageCount(await pdf.body()));
});

test('a second download of a briefing has the same bytes', async ({ requestAs }) => {
  const api = await requestAs('yorkshire');
  const address = `/api/v1/briefings/${readRecords('yorkshire').briefingId}/pdf`;
  const [first, second] = [await (await api.get(address)).body(), await (await api.get(address)).body()];
  expect(first.equals(second)).toBe(true);
});

test('the PDF prints key messages, costs, losers and the run as the web page shows them', async ({
  page,
  requestAs,
}) => {
  test.skip(!hasPdftotext, 'pdftotext is not installed');
  const { briefingId, runId } = readRecords('yorkshire');
  await page.goto(`/briefings/${briefingId}`);
  const pdf = await (await (await requestAs('yorkshire')).get(`/api/v1/briefings/${briefingId}/pdf`)).body();
  const printed = printedText(pdf);
  const shown = async (name: string) =>
    (
      await page
        .locator('article section', { has: page.getByRole('heading', { name }) })
        .first()
        .innerText()
    ).replaceAll(/\s+/g, ' ');
  const messages = await shown('Key messages');
  expect(messages).toContain('108 of 127 posts (85.0%) were filled in 2024');
  expect(printed).toContain('108 of 127 posts (85.0%) were filled in 2024');
  const losers = (
    await page.getByRole('heading', { name: 'Who loses' }).locator('xpath=following-sibling::p[1]').innerText()
  ).replaceAll(/\s+/g, ' ');
  expect(printed).toContain(losers);
  expect(printed.split(`Run ${runId}`).length - 1).toBeGreaterThanOrEqual(pageCount(pdf));
});

test.describe('as a commissioner', () => {
  test.use({ role: 'commissioner' });

  test('a briefing of a board is made from its page and kept in the list', async ({ page }) => {
    await page.goto('/regions?type=icb');
    await page
      .getByRole('table', { name: /^All areas/ })
      .getByRole('rowheader')
      .first()
      .getByRole('link')
      .click();
    await page.waitForURL(/\/regions\/E54/);
    const board = await page.getByRole('heading', { level: 1 }).innerText();
    await page.getByRole('link', { name: 'Make a briefing' }).click();
    await expect(page.getByLabel('Area', { exact: true }).locator('option:checked')).toHaveText(board);
    await makeBriefing(page);
    await page.goto('/briefings');
    await expect(
      page
        .getByRole('row')
        .filter({ hasText: board })
        .getByRole('link', { name: /^Download the PDF/ }),
    ).toBeVisible();
  });
});
