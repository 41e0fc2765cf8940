import type { APIRequestContext, Page } from '@playwright/test';
import { DENIAL } from '@/e2e/fixtures/console-guard';
import { readRecords } from '@/e2e/fixtures/records';
import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'yorkshire' });

/** Makes a token on the page and gives its secret. */
async function makeToken(page: Page, name: string, scopes: readonly string[]): Promise<string> {
  await page.goto('/account/tokens');
  await page.getByLabel('Name').fill(name);
  for (const scope of scopes) await page.getByLabel(scope).check();
  await page.getByRole('button', { name: 'Make a token' }).click();
  const secret = page.locator('[data-token]');
  await expect(secret).toBeVisible();
  return secret.innerText();
}

const get = (api: APIRequestContext, path: string, token: string) =>
  api.get(path, { headers: { authorization: `Bearer ${token}` } });

test('a token is shown once, reads its scopes only, and ends when it is revoked', async ({ page, requestAs }) => {
  const name = `Report ${Date.now()}`;
  const token = await makeToken(page, name, ['areas, definitions and figures']);
  const nobody = await requestAs(null);
  const status = async (path: string) => (await get(nobody, path, token)).status();
  expect(await status('/api/v1/indicators')).toBe(200);
  expect(await status('/api/v1/figures?indicator=imd-score&type=icb&format=xlsx')).toBe(200);
  expect(await status('/api/v1/scenarios')).toBe(403);
  expect(await status(`/api/v1/scenarios/${readRecords('yorkshire').scenarioId}`)).toBe(403);
  await page.goto('/account/tokens');
  expect(await page.content()).not.toContain(token);
  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row).toContainText('in use');
  await row.getByRole('button', { name: `Revoke: ${name}` }).click();
  await expect(row).toContainText('revoked');
  const refused = await get(nobody, '/api/v1/indicators', token);
  expect(refused.status()).toBe(401);
  expect(refused.headers()['content-type']).toContain('application/problem+json');
  expect(refused.headers()['www-authenticate']).toContain('invalid_token');
});

test('a token opens no page, no other region, and changes nothing', async ({ page, requestAs }) => {
  const token = await makeToken(page, `Wide ${Date.now()}`, ['scenarios and runs of your regions', 'briefings']);
  const nobody = await requestAs(null);
  const headers = { authorization: `Bearer ${token}` };
  expect((await get(nobody, `/api/v1/scenarios/${readRecords('yorkshire').scenarioId}`, token)).status()).toBe(200);
  for (const path of ['scenarios/', 'runs/', 'briefings/'] as const) {
    const { scenarioId, runId, briefingId } = readRecords('northeast');
    const id = { 'scenarios/': scenarioId, 'runs/': runId, 'briefings/': briefingId }[path];
    expect((await get(nobody, `/api/v1/${path}${id}`, token)).status()).toBe(403);
  }
  for (const path of ['/regions', '/account/tokens', '/admin'])
    expect((await nobody.get(path, { headers, maxRedirects: 0 })).status()).toBe(401);
  expect((await nobody.post('/api/command', { headers, data: { argv: ['releases'] } })).status()).toBe(401);
  expect((await nobody.post('/api/v1/scenarios', { headers, data: {} })).status()).toBe(405);
});

test('a wrong token is 401 also beside a session, and names no reason that helps guessing', async ({ request }) => {
  const answer = await get(request, '/api/v1/indicators', 'stead_0000000000_nonsense');
  expect(answer.status()).toBe(401);
  expect(await answer.json()).toMatchObject({ title: 'Not signed in', detail: 'The token is not known.' });
});

test.describe('an administrator', () => {
  test.use({ role: 'admin', allowedErrors: [DENIAL] });

  test('is offered no scope beyond their roles, and a tampered one is 403', async ({ page }) => {
    await page.goto('/account/tokens');
    await expect(page.getByLabel('scenarios and runs of your regions')).toHaveCount(0);
    await page.getByLabel('Name').fill('Too much');
    await page
      .locator('form', { has: page.getByRole('button', { name: 'Make a token' }) })
      .evaluate((form) =>
        form.insertAdjacentHTML('beforeend', '<input type="hidden" name="scopes" value="scenarios">'),
      );
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await page.getByRole('button', { name: 'Make a token' }).click();
    expect((await answered).status()).toBe(403);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a token can be made as well', async ({ page }) => {
    expect(await makeToken(page, `Plain ${Date.now()}`, ['briefings'])).toMatch(/^stead_[0-9a-f]{10}_[\w-]{43}$/);
  });
});

test('the description of the API is public and names every address', async ({ requestAs }) => {
  const nobody = await requestAs(null);
  const { openapi, paths } = await (await nobody.get('/api/v1/openapi.json')).json();
  expect(openapi).toBe('3.1.0');
  expect(Object.keys(paths)).toContain('/api/v1/figures');
  const page = await (await nobody.get('/help/api')).text();
  for (const path of Object.keys(paths)) expect(page).toContain(path);
});
