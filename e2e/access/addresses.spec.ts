import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'commissioner' });

const UNKNOWN = [
  '/regions/TR-nowhere',
  '/regions/E99999999',
  '/regions/%00',
  '/regions/university-of-leeds',
  '/data/no-such-indicator',
  '/data/%00',
  '/schools/no-such-school',
  '/schools/TR-london',
  '/schools/%00',
  '/no-such-page',
  '/api/exports/no-such-table?format=csv',
];

const CANONICAL: readonly (readonly [string, string])[] = [
  ['/regions?view=nonsense', '/regions'],
  ['/regions?nonsense=1', '/regions'],
  ['/regions?sort=value&sort=name', '/regions'],
  ['/regions?type=planet', '/regions'],
  ['/regions?indicator=no-such-indicator', '/regions'],
  ['/regions?breakdown=no-such-breakdown', '/regions'],
  ['/regions/TR-london?nonsense=1', '/regions/TR-london'],
  ['/regions/TR-london?compare=E92000001&compare=K02000001', '/regions/TR-london'],
  ['/regions/TR-london?compare=nowhere', '/regions/TR-london'],
  ['/briefings/new?nonsense=1', '/briefings/new'],
  ['/briefings/new?area=nowhere', '/briefings/new'],
];

const BAD_REQUESTS = [
  '/api/v1/figures',
  '/api/v1/figures?indicator=imd-score&nonsense=1',
  '/api/v1/figures?indicator=imd-score&indicator=imd-score',
  '/api/v1/figures?indicator=imd-score&format=xml',
  '/api/v1/figures?area=TR-london&period=none',
  '/api/v1/areas?type=planet',
  '/api/v1/areas/TR-london/comparison?nonsense=1',
  '/api/v1/areas?type=icb&type=icb',
  '/api/v1/indicators?nonsense=1',
  '/api/v1/scenarios?nonsense=1',
  '/api/exports/releases',
  '/api/exports/releases?format=json',
  '/api/exports/releases?format=csv&nonsense=1',
];

for (const path of UNKNOWN) {
  test(`${path} does not exist: 404`, async ({ request }) => {
    expect((await request.get(path)).status()).toBe(404);
  });
}

for (const [path, canonical] of CANONICAL) {
  test(`${path} leads to ${canonical}`, async ({ request, baseURL }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(200);
    expect(answer.url()).toBe(`${baseURL}${canonical}`);
  });
}

for (const path of BAD_REQUESTS) {
  test(`${path} is refused with a problem document`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(400);
    expect(answer.headers()['content-type']).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ type: 'about:blank', title: 'Bad request', status: 400 });
  });
}

test('a malformed query names the fields that are wrong', async ({ request }) => {
  const { errors } = await (await request.get('/api/v1/areas?type=planet')).json();
  expect(errors).toEqual([{ field: 'type', message: expect.any(String) }]);
});

test('an unknown indicator over the API is 404, as a problem document', async ({ request }) => {
  const answer = await request.get('/api/v1/figures?indicator=no-such-indicator');
  expect(answer.status()).toBe(404);
  expect(await answer.json()).toMatchObject({ title: 'Not found', status: 404 });
});
