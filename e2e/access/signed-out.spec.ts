import { accountOf } from '@/e2e/fixtures/accounts';
import { DENIAL } from '@/e2e/fixtures/console-guard';
import { submitSignIn } from '@/e2e/fixtures/sign-in';
import { expect, test } from '@/e2e/fixtures/test';

const SOME_ID = '3f2b8f0e-3f6f-4a58-9a4e-0f7d3c1f2a11';

const PAGES = [
  '/',
  '/regions',
  '/regions/TR-yorkshire-and-the-humber',
  '/scenarios',
  '/scenarios/new',
  `/scenarios/${SOME_ID}`,
  '/briefings',
  '/briefings/new',
  `/briefings/${SOME_ID}`,
  '/schools',
  '/schools/university-of-leeds',
  '/data',
  '/data/specialty-fill-rate',
  '/data/quality',
  '/data/releases',
  '/data/counts',
  '/data/import',
  '/data/counts/home_area_by_school',
  '/evidence',
  '/account/tokens',
  '/admin',
];

const API = [
  '/api/v1/areas?type=icb',
  '/api/v1/indicators',
  '/api/v1/figures?indicator=imd-score',
  '/api/v1/figures?indicator=imd-score&format=csv',
  '/api/v1/figures?type=icb&format=xlsx',
  '/api/v1/areas/TR-yorkshire-and-the-humber/comparison?format=csv',
  '/api/v1/counts',
  '/api/v1/counts/home_area_by_school?format=csv',
  '/api/v1/scenarios',
  `/api/v1/scenarios/${SOME_ID}`,
  '/api/v1/runs/0123456789abcdef0123',
  '/api/v1/runs/0123456789abcdef0123?format=xlsx',
  '/api/v1/runs/0123456789abcdef0123/stream',
  `/api/v1/briefings/${SOME_ID}`,
  `/api/v1/briefings/${SOME_ID}/pdf`,
];

for (const path of PAGES) {
  test(`signed out, ${path} answers 401`, async ({ request }) => {
    expect((await request.get(path, { maxRedirects: 0 })).status()).toBe(401);
  });
}

for (const path of API) {
  test(`signed out, ${path} answers 401 with a problem document`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(401);
    expect(answer.headers()['content-type']).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ type: 'about:blank', title: 'Not signed in', status: 401 });
  });
}

test('signed out, the templates that the help page links to can be had', async ({ request }) => {
  const answer = await request.get('/data/import/templates/establishment.csv', { maxRedirects: 0 });
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain('period_end,area_code,specialty,level,establishment_fte,in_post_fte');
});

test.describe('in the browser', () => {
  test.use({ allowedErrors: [DENIAL] });

  test('signing in on a refused page leads back to it, with its query', async ({ page }) => {
    const answer = await page.goto('/regions?view=bubbles');
    expect(answer?.status()).toBe(401);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to see this page');
    await submitSignIn(page, accountOf('analyst'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Regions');
    await expect(page).toHaveURL(/\/regions\?view=bubbles$/);
  });

  test('a tampered session cookie answers 401', async ({ page, context, requestAs }) => {
    const { cookies } = await (await requestAs('admin')).storageState();
    const [session] = cookies.filter(({ name }) => name.includes('session-token'));
    expect(session?.value.length).toBeGreaterThan(20);
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, value: cookie.value.replace(/.{6}$/, 'AAAAAA') })));
    expect((await page.goto('/admin'))?.status()).toBe(401);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to see this page');
  });
});
