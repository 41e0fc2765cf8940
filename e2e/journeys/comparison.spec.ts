import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'yorkshire' });

const YORKSHIRE = '/regions/TR-yorkshire-and-the-humber';
const COMPARED = `${YORKSHIRE}?view=compare`;

test('a region has its profile and its comparison, each with an address, and keeps the view for another area', async ({
  page,
}) => {
  await page.goto(YORKSHIRE);
  const views = page.getByRole('navigation', { name: 'View of this area' });
  await expect(page.getByRole('heading', { name: 'How it compares' })).toHaveCount(0);
  await views.getByRole('link', { name: 'How it compares' }).click();
  await expect(page).toHaveURL(/view=compare/);
  await expect(page.getByRole('heading', { name: 'How it compares' })).toBeVisible();
  const bar = page.getByRole('search', { name: 'Area and comparison' });
  await bar.getByLabel('Area', { exact: true }).selectOption({ label: 'West Midlands' });
  await bar.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/TR-west-midlands\?view=compare/);
  await expect(views.getByRole('link', { name: 'How it compares' })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('link', { name: 'What could be done' }).click();
  await expect(page.getByRole('region', { name: 'What doctors said, and what could be done' })).toBeVisible();
});

test('each row of the comparison says value, comparator, reading and range in one sentence', async ({ page }) => {
  await page.goto(COMPARED);
  const compares = page.getByRole('region', { name: 'How it compares', exact: true });
  await expect(
    compares.getByRole('img', {
      name: /^Posts filled, ST3, Yorkshire and the Humber 85\.0% \(77\.8 to 90\.2\), similar \(United Kingdom\); United Kingdom 90\.1%; 83\.8% to 97\.4% over 3 of 11 areas/,
    }),
  ).toBeVisible();
  const download = page.waitForEvent('download');
  await compares.getByRole('link', { name: 'CSV, this table' }).click();
  expect((await download).suggestedFilename()).toBe('how-it-compares-TR-yorkshire-and-the-humber.csv');
});

test('an earlier year of the same area is a comparator, named as such', async ({ page }) => {
  await page.goto(COMPARED);
  const bar = page.getByRole('search', { name: 'Area and comparison' });
  await bar.getByLabel('Compared with').selectOption({ label: '2023, the same area' });
  await bar.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/compare=period%3A2023/);
  const row = page
    .getByRole('table', { name: /beside England, the UK and the other areas/ })
    .getByRole('row', { name: /^Posts filled, ST3/ });
  await expect(row).toContainText('(Yorkshire and the Humber, 2023)');
});

test('a region’s similar areas come with reasons, and peers of one’s own choice take their place', async ({ page }) => {
  await page.goto(COMPARED);
  const similar = page.getByRole('table', { name: /^Areas most similar to/ });
  await expect(similar.getByRole('rowheader')).toHaveCount(5);
  await expect(similar.getByRole('row').nth(1).getByRole('listitem')).toHaveCount(3);
  await page.getByText('Compare with areas of your own choice').click();
  await page.getByRole('checkbox', { name: 'London', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Wessex', exact: true }).check();
  await page.getByRole('button', { name: 'Compare with these' }).click();
  await expect(page).toHaveURL(/peers=TR-london/);
  await expect(page.getByRole('columnheader', { name: 'Your peers' })).toBeVisible();
  await page.getByText(/^▸?Your peers: London and Wessex\. Change them/).click();
  await page.getByRole('link', { name: 'Back to similar areas' }).click();
  await expect(page.getByRole('columnheader', { name: 'Similar areas' })).toBeVisible();
});

test('the heatmap prints values and four kinds of absence, and starts from the chosen area', async ({ page }) => {
  await page.goto('/regions');
  await page.getByRole('link', { name: 'All indicators' }).click();
  const rug = page.getByRole('table', { name: /^All indicators against England/ });
  const row = rug.getByRole('row', { name: /^Posts filled, ST3/ });
  await expect(row).toContainText('83.8, lower, worse');
  await expect(row).toContainText('x, not loaded');
  await page.getByLabel('Start from').selectOption({ label: 'London' });
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(rug.getByRole('columnheader').nth(2)).toContainText('London');
  await page.getByRole('link', { name: 'By name' }).click();
  await expect(rug.getByRole('columnheader').nth(2)).toContainText('East Midlands');
});

test('two indicators are set against each other with n, slope and a warning', async ({ page }) => {
  await page.goto('/regions?type=icb&view=association&x=imd-score&y=need-index-core');
  const chart = page.getByRole('figure').filter({ has: page.locator('#association-title') });
  await expect(chart).toContainText(/42 areas\. Slope \S+ \(95% interval \S+ to \S+\)/);
  await expect(page.getByText('Areas are not people')).toBeVisible();
  await expect(page.getByLabel('Across').locator('option:checked')).toHaveText('Deprivation (IMD)');
});

test('a funnel with too few areas is not drawn, and says why', async ({ page }) => {
  await page.goto('/regions?indicator=specialty-fill-rate&breakdown=ST3');
  await expect(
    page.getByText('No funnel plot: it needs counts for at least 10 areas, and 3 of 11 have them.'),
  ).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('views, order and peers work from the address and by form', async ({ page }) => {
    await page.goto('/regions?view=rug&area=TR-wessex');
    await expect(page.getByRole('columnheader', { name: /Wessex/ })).toBeVisible();
    await page.getByText('Compare with areas of your own choice').click();
    await page.getByRole('checkbox', { name: 'South West', exact: true }).check();
    await page.getByRole('button', { name: 'Compare with these' }).click();
    await expect(page.getByText(/Your peers, marked ◆: South West\./)).toBeVisible();
    await page.goto(`${COMPARED}&order=distance`);
    await expect(page.getByRole('link', { name: 'Furthest from the comparator first' })).toHaveAttribute(
      'aria-current',
      'page',
    );
  });
});
