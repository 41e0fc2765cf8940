import { expect, test } from '@/e2e/fixtures/test';

test.describe('a school of which nothing is loaded', () => {
  test.use({ role: 'school' });

  test('its staff see what is published about it and which files would load the rest', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your medical school');
    const school = page.getByRole('region', { name: 'University of Leeds', exact: true });
    await expect(school.getByText(/Not loaded\. The school’s own intake file \(intake\.csv/)).toBeVisible();
    const figures = page.getByRole('region', { name: 'Published figures of University of Leeds' });
    await expect(figures.getByRole('heading', { name: 'Into GP training' })).toBeVisible();
    await expect(figures.getByText('19.2%')).toBeVisible();
    await school.getByRole('link', { name: 'Where graduates go' }).click();
    await expect(page.getByText(/school_foundation\.csv/)).toBeVisible();
  });

  test('every medical school has a page', async ({ page }) => {
    await page.goto('/schools');
    await page.getByRole('main').getByRole('link').first().click();
    await expect(page).toHaveURL(/\/schools\/[a-z-]+$/);
    await expect(page.getByRole('heading', { name: /^Published figures of/ })).toBeVisible();
  });
});

test.describe('a school with a cohort', () => {
  test.use({ role: 'demo-school' });

  test('shows cold spots, distances, authorities, groups and destinations, each with its source', async ({ page }) => {
    await page.goto('/schools/xd-kelvarrow');
    const cold = page.getByRole('region', { name: /authorities send fewer than expected/ });
    await expect(cold.getByText(/Deprivation isn’t part of what is expected/)).toBeVisible();
    await expect(cold.getByText(/chance alone would name at most/)).toBeVisible();
    await expect(page.getByRole('figure', { name: /of entrants come from within 50 km/ })).toBeVisible();
    await page.getByRole('link', { name: 'Entrants , sort ascending' }).click();
    await expect(page).toHaveURL(/sort=entrants&dir=asc/);
    await page.getByRole('link', { name: 'Who they are' }).click();
    await expect(page.getByRole('figure', { name: /Fifth 1 \(most deprived\).*under-represented/ })).toBeVisible();
    await expect(page.getByRole('figure', { name: /middle half of other schools/ })).toBeVisible();
    await page.getByRole('link', { name: 'Where graduates go' }).click();
    await expect(page.getByText(/^Footprint: the fewest areas/)).toBeVisible();
    await expect(page.getByRole('figure', { name: /begin foundation training in Kelvarrow/ })).toContainText('Source:');
  });

  test('answers another mix, and says what is wrong with one that doesn’t add up', async ({ page }) => {
    await page.goto('/schools/xd-kelvarrow?view=destinations&by=sex');
    await page.getByLabel('Women (%)').fill('40');
    await page.getByRole('spinbutton', { name: 'Men (%)', exact: true }).fill('50');
    await page.getByRole('button', { name: 'Work it out' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('add up to 90%: 10 are missing');
    await expect(page.getByRole('spinbutton', { name: 'Men (%)', exact: true })).toHaveValue('50');
    await page.getByRole('spinbutton', { name: 'Men (%)', exact: true }).fill('60');
    await page.getByRole('button', { name: 'Work it out' }).click();
    const result = page.getByRole('figure', { name: /^Largest change/ });
    await expect(result).toContainText('first-order');
    // By area, or by how they came where a count of an area is withheld: which it is, is said.
    await expect(result).toContainText(/Foundation area|count of a foundation area is withheld/);
  });

  test('of another school its staff see published figures only', async ({ page, requestAs }) => {
    await page.goto('/schools/xd-norvask?view=destinations');
    await expect(page.getByText('is for that school, for those who plan training, and for analysts')).toBeVisible();
    await expect(page.getByRole('figure')).toHaveCount(0);
    const request = await requestAs('demo-school');
    expect((await request.get('/api/v1/schools/xd-norvask/cold-spots')).status()).toBe(403);
  });
});

test.describe('planners', () => {
  test.use({ role: 'demo-commissioner' });

  test('see where a school’s people come from and go, and not its own cross-tabs', async ({ page }) => {
    await page.goto('/schools/xd-norvask');
    await expect(page.getByRole('region', { name: /authorities send fewer than expected/ })).toBeVisible();
    await page.getByRole('link', { name: 'Who they are' }).click();
    await expect(page.getByText('This belongs to the school: its staff and analysts see it.')).toBeVisible();
    await expect(page.getByRole('figure')).toHaveCount(0);
  });
});
