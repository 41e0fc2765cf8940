import { readFileSync } from 'node:fs';
import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'yorkshire' });

const CHARTED = ['/regions', '/regions/TR-yorkshire-and-the-humber', '/regions/E92000001', '/regions/E54000008'];

for (const path of CHARTED) {
  test(`every chart of ${path} has a sentence, a source and a table with rows`, async ({ page }) => {
    await page.goto(path);
    const charts = page
      .getByRole('main')
      .locator('figure')
      .filter({ has: page.locator('[data-drawing]') });
    await expect(charts.first()).toBeVisible();
    const papers = await charts.evaluateAll((figures) =>
      figures.map((figure) => ({
        title: figure.querySelector('h2, h3, h4')?.textContent ?? '',
        drawing: figure.querySelector('[data-drawing] svg')?.getAttribute('aria-label') ?? '',
        source: /Source: .+ Release /.test(figure.querySelector('figcaption')?.textContent ?? ''),
        rows: figure.querySelectorAll('details table tbody tr').length,
        heads: figure.querySelectorAll('details table th[scope=col]').length,
      })),
    );
    expect(
      papers.filter(
        ({ title, drawing, source, rows, heads }) => !(title && drawing && source && rows > 0 && heads > 1),
      ),
    ).toEqual([]);
  });
}

test('a chart becomes interactive when the pointer reaches it, and still again when asked', async ({ page }) => {
  await page.goto('/regions/E92000001');
  const chart = page.getByRole('region', { name: 'Over time' }).locator('figure').first();
  await expect(page.locator('svg path.recharts-curve')).toHaveCount(0);
  await chart.scrollIntoViewIfNeeded();
  await chart.getByRole('img').first().hover();
  await expect(chart.locator('svg path.recharts-curve').first()).toBeAttached();
  await chart.getByRole('button', { name: 'Back to the still chart' }).click();
  await expect(chart.locator('svg path.recharts-curve')).toHaveCount(0);
});

test('a chart becomes interactive from the keyboard', async ({ page }) => {
  await page.goto('/regions/E92000001');
  const chart = page.getByRole('region', { name: 'Over time' }).locator('figure').first();
  await chart.getByRole('button', { name: 'Explore the chart' }).focus();
  await page.keyboard.press('Enter');
  await expect(chart.locator('svg path.recharts-curve').first()).toBeAttached();
});

for (const format of ['CSV', 'XLSX']) {
  test(`the table of a chart is downloaded as ${format} with its source`, async ({ page }) => {
    await page.goto('/regions/E92000001');
    const chart = page.getByRole('region', { name: 'Over time' }).locator('figure').first();
    const downloading = page.waitForEvent('download');
    await chart.getByRole('button', { name: format, exact: true }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toMatch(new RegExp(`-E92000001\\.${format.toLowerCase()}$`));
    await expect(chart.getByText(`${format} file made.`)).toBeVisible();
    const bytes = readFileSync(await file.path());
    if (format === 'XLSX') expect(bytes.toString('latin1', 0, 2)).toBe('PK');
    else {
      const [head = '', ...rows] = bytes.toString().trim().split('\r\n');
      for (const column of ['status', 'status_mark', 'source', 'licence', 'disclosure_rule', 'release'])
        expect(head.split(',')).toContain(column);
      expect(head).toContain('area_code,area_name');
      for (const row of rows) expect(row).toContain('E92000001,England');
    }
  });
}
