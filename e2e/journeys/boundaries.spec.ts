import { expectAccessible } from '@/e2e/fixtures/axe';
import { expectNoSidewaysScroll } from '@/e2e/fixtures/narrow';
import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'analyst', theme: 'light' });

const MAP = '/regions?type=nhs_region&view=boundaries';

/** Squares for six of the seven NHS regions, and one that nobody knows. */
const REGIONS: readonly (readonly [string, number, number, number])[] = [
  ['E40000003', -0.4, 51.3, 0.3],
  ['E40000005', -1.5, 50.8, 0.9],
  ['E40000006', -5.5, 50.1, 1.5],
  ['E40000007', 0.4, 51.8, 1],
  ['E40000010', -3, 53.2, 1],
  ['E40000011', -2.2, 52.2, 1],
  ['E40999999', -2, 54.6, 1],
];

const ring = (west: number, south: number, size: number) => [
  [west, south],
  [west, south + size],
  [west + size, south + size],
  [west + size, south],
  [west, south],
];

const FILE = JSON.stringify({
  type: 'FeatureCollection',
  licence: 'Squares made for a test.',
  features: REGIONS.map(([code, west, south, size]) => ({
    type: 'Feature',
    properties: { NHSER24CD: code, NHSER24NM: `Square ${code}` },
    geometry: { type: 'Polygon', coordinates: [ring(west, south, size)] },
  })),
});

/** A publication waits for the one before it: another test's may be under way. */
const PUBLISHED_MS = 60_000;

test('a boundary file that an analyst publishes gives a map that keys move through, with its licence', async ({
  page,
}) => {
  test.setTimeout(3 * PUBLISHED_MS);
  await page.goto('/data/import');
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'squares.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(FILE) });
  await page.getByRole('button', { name: 'Send and check' }).click();
  await page.waitForURL(/\/data\/import\/[0-9a-f-]{36}$/);
  // The same file twice is one import: a second run of this test finds it published.
  const publish = page.getByRole('button', { name: 'Publish' });
  const isPublished = page.getByText('published', { exact: true });
  await expect(publish.or(isPublished).first()).toBeVisible();
  if (await publish.isVisible()) {
    await publish.click();
    await expect(publish).toHaveCount(0, { timeout: PUBLISHED_MS });
  }

  await page.goto('/regions?type=nhs_region');
  await page.getByRole('link', { name: 'Boundaries' }).click();
  await expect(page).toHaveURL(MAP);
  const map = page.locator('#map');
  await expect(map.getByText('Squares made for a test.')).toBeVisible();
  await expect(map.getByText(/Codes: region 2024/)).toBeVisible();
  await expect(map.getByText(/doesn’t have them \(1, 1 of them with a figure\)/)).toBeVisible();
  await expect(map.getByText(/not in this list.*Square E40999999/)).toBeVisible();

  const areas = map.locator('[data-drawing] svg a');
  await expect(areas).toHaveCount(6);
  await expect(areas.first()).toHaveAttribute('tabindex', '0');
  await areas.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(areas.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(areas.nth(5)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(areas.nth(5)).not.toBeFocused();
  expect(await map.locator('[data-drawing] svg a:focus').count()).toBe(0);
  await page.keyboard.press('Shift+Tab');
  await expect(areas.nth(5)).toBeFocused();
  await expect(map.getByRole('link', { name: /^London: .*, class \d of \d/ })).toBeVisible();

  await expectNoSidewaysScroll(page, 'map');
  await page.setViewportSize({ width: 1280, height: 720 });
  await expectAccessible(page, 'light');
  await page.locator('html').evaluate((element) => element.classList.replace('light', 'dark'));
  await expectAccessible(page, 'dark');
  await areas.nth(5).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/regions\/E40/);
});

test('without a boundary file the map is not offered, and its address leads to the tiles', async ({ page }) => {
  await page.goto('/regions?type=training_region&view=boundaries');
  await expect(page).toHaveURL('/regions');
  await expect(page.getByRole('link', { name: 'Boundaries' })).toHaveCount(0);
});
