import { expect, test } from '@/e2e/fixtures/test';

const PAGE = '/journeys?country=demonstration';

test.describe('journeys', () => {
  test.use({ role: 'commissioner' });

  test('are narrowed by keyboard; the link restores the view, its table and its file', async ({ page }) => {
    await page.goto(PAGE);
    await expect(page.getByRole('heading', { level: 2 }).first()).toContainText(
      'in the region of their medical school',
    );
    // Ten of this country's eleven regions have a single school: by region of school, groups aren't told apart.
    await expect(page.getByText('a region with fewer than three medical schools')).toBeVisible();
    await page.goto(`${PAGE}&table=home_region_by_foundation_region`);
    const who = page.getByLabel('Who', { exact: true });
    // A choice made before the page's script has begun is put back by it.
    await expect(async () => {
      await who.focus();
      await page.keyboard.type('Women');
      await expect(who).toHaveValue('sex:F', { timeout: 1_000 });
    }).toPass();
    await page.getByRole('search', { name: 'Area and comparison' }).getByRole('button', { name: 'Show' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/group=sex%3AF/);
    const figure = page.getByRole('figure').first();
    await expect(figure.getByText('sex: women')).toBeVisible();
    const title = await figure.getByRole('heading').textContent();

    await page.goto(page.url());
    await expect(who).toHaveValue('sex:F');
    await expect(figure.getByRole('heading')).toHaveText(title ?? '');
    const file = await page.request.get((await figure.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? '');
    expect(await file.text()).toContain('sex=F');
  });

  test('lead from a row of the matrix to that region on the map, and on to its other direction', async ({ page }) => {
    await page.goto(PAGE);
    await page.getByRole('table').first().getByRole('link', { name: 'Kelvarrow', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/view=map&from=XD-TR-kelvarrow/);
    await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('at medical school in Kelvarrow');
    await page.getByRole('link', { name: 'To Kelvarrow' }).click();
    await expect(page).toHaveURL(/to=XD-TR-kelvarrow/);
    await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('in foundation training in Kelvarrow');
  });

  test('name both distances, and say that the reason isn’t known', async ({ page }) => {
    await page.goto(`${PAGE}&view=distances`);
    await expect(
      page.getByRole('heading', { name: /^Home to foundation training: \d+% within 50 km of home/ }),
    ).toBeVisible();
    await expect(
      page.getByRole('heading', { name: /^Medical school to foundation training: \d+% within/ }),
    ).toBeVisible();
    await expect(page.getByText('Why women and non-white graduates move further is not known.')).toBeVisible();
  });

  test('drop from the address what isn’t there', async ({ page }) => {
    await page.goto(`${PAGE}&table=school_by_foundation_area&group=sex%3AF&period=entry%3A1066`);
    await expect(page).toHaveURL(/table=school_by_foundation_area$/);
    await expect(page.getByText('one school by a characteristic is the school’s own table')).toBeVisible();
  });
});

test.describe('journeys for school staff', () => {
  test.use({ role: 'school' });

  test('have no table by region of school by any address', async ({ page }) => {
    await page.goto(`${PAGE}&table=home_region_by_school_region`);
    await expect(page).not.toHaveURL(/school_region/);
    await page.goto(`${PAGE}&view=stages`);
    await expect(page.getByText('a region may hold a single school').first()).toBeVisible();
    await expect(page.getByRole('figure').first()).not.toContainText('Medical school');
    const refused = await page.request.get('/api/v1/journeys/school_region_by_foundation_region?country=demonstration');
    expect(refused.status()).toBe(403);
  });
});
