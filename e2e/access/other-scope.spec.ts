import { DENIAL } from '@/e2e/fixtures/console-guard';
import { readRecords } from '@/e2e/fixtures/records';
import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'yorkshire' });

const NOWHERE = '3f2b8f0e-3f6f-4a58-9a4e-0f7d3c1f2a11';
const NO_RUN = '0123456789abcdef0123';

type Theirs = ReturnType<typeof readRecords>;

const ADDRESSES: readonly {
  name: string;
  path: (id: string) => string;
  theirs: (records: Theirs) => string;
  nowhere: string;
}[] = [
  { name: 'scenario page', path: (id) => `/scenarios/${id}`, theirs: ({ scenarioId }) => scenarioId, nowhere: NOWHERE },
  { name: 'briefing page', path: (id) => `/briefings/${id}`, theirs: ({ briefingId }) => briefingId, nowhere: NOWHERE },
  {
    name: 'new briefing of a run',
    path: (id) => `/briefings/new?area=TR-north-east&run=${id}`,
    theirs: ({ runId }) => runId,
    nowhere: NO_RUN,
  },
];

const API_ADDRESSES: typeof ADDRESSES = [
  {
    name: 'scenario',
    path: (id) => `/api/v1/scenarios/${id}`,
    theirs: ({ scenarioId }) => scenarioId,
    nowhere: NOWHERE,
  },
  { name: 'run', path: (id) => `/api/v1/runs/${id}`, theirs: ({ runId }) => runId, nowhere: NO_RUN },
  { name: 'run stream', path: (id) => `/api/v1/runs/${id}/stream`, theirs: ({ runId }) => runId, nowhere: NO_RUN },
  {
    name: 'briefing',
    path: (id) => `/api/v1/briefings/${id}`,
    theirs: ({ briefingId }) => briefingId,
    nowhere: NOWHERE,
  },
  {
    name: 'table of a briefing',
    path: (id) => `/api/exports/briefing?briefing=${id}&part=position&format=csv`,
    theirs: ({ briefingId }) => briefingId,
    nowhere: NOWHERE,
  },
  {
    name: 'briefing PDF',
    path: (id) => `/api/v1/briefings/${id}/pdf`,
    theirs: ({ briefingId }) => briefingId,
    nowhere: NOWHERE,
  },
];

const MALFORMED = ['not-an-id', '%00', '%27%20or%20true--', 'a'.repeat(39)];

test.describe('pages', () => {
  test.use({ allowedErrors: [DENIAL] });

  for (const { name, path, theirs, nowhere } of ADDRESSES) {
    test(`another region's ${name} is 403, and so is one that does not exist or can't`, async ({ page, request }) => {
      const refused = await page.goto(path(theirs(readRecords('northeast'))));
      expect(refused?.status()).toBe(403);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not within your role and scope');
      const shown = await page.getByRole('main').innerText();
      const absent = await page.goto(path(nowhere));
      expect(absent?.status()).toBe(403);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not within your role and scope');
      expect(await page.getByRole('main').innerText()).toBe(shown);
      const statuses = await Promise.all(MALFORMED.map(async (id) => (await request.get(path(id))).status()));
      expect(statuses).toEqual(MALFORMED.map(() => 403));
    });
  }
});

for (const { name, path, theirs, nowhere } of API_ADDRESSES) {
  test(`another region's ${name} over the API is 403, with the same answer for ids that don't exist or can't`, async ({
    request,
  }) => {
    const answers = await Promise.all(
      [theirs(readRecords('northeast')), nowhere, ...MALFORMED].map(async (id) => {
        const answer = await request.get(path(id));
        const { requestId: _, ...problem } = await answer.json();
        return { status: answer.status(), type: answer.headers()['content-type'], problem };
      }),
    );
    const refusal = {
      status: 403,
      type: 'application/problem+json',
      problem: { type: 'about:blank', title: 'Not permitted', status: 403, detail: 'Not within your role and scope.' },
    };
    expect(answers).toEqual(answers.map(() => refusal));
  });
}

test('a list holds only what is in scope', async ({ request, page }) => {
  const { scenarioId } = readRecords('northeast');
  const { scenarios } = await (await request.get('/api/v1/scenarios')).json();
  expect(scenarios.length).toBeGreaterThan(0);
  expect(JSON.stringify(scenarios)).not.toContain(scenarioId);
  await page.goto('/scenarios');
  await expect(page.getByText('North East, for the access tests')).toHaveCount(0);
  await page.goto('/briefings');
  await expect(page.getByRole('table').getByText('North East', { exact: true })).toHaveCount(0);
});

test('notes of another region are not on its page', async ({ page }) => {
  await page.goto('/regions/TR-north-east');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('North East');
  await expect(page.getByRole('region', { name: 'Notes' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Model a package' })).toHaveCount(0);
});

test('a scenario of another region can not be begun', async ({ request }) => {
  expect((await request.get('/scenarios/new?region=TR-north-east')).status()).toBe(403);
  expect((await request.get('/scenarios/new?region=TR-nowhere')).status()).toBe(403);
});
