import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { GET as comparison } from '@/app/api/v1/areas/[code]/comparison/route';
import { GET as areas } from '@/app/api/v1/areas/route';
import { GET as pastProjections } from '@/app/api/v1/backtest/projections/route';
import { GET as backtest } from '@/app/api/v1/backtest/route';
import { GET as briefingPdf } from '@/app/api/v1/briefings/[id]/pdf/route';
import { GET as briefing } from '@/app/api/v1/briefings/[id]/route';
import { GET as countTable } from '@/app/api/v1/counts/[shape]/route';
import { GET as counts } from '@/app/api/v1/counts/route';
import { GET as figures } from '@/app/api/v1/figures/route';
import { GET as findings } from '@/app/api/v1/findings/route';
import { GET as indicators } from '@/app/api/v1/indicators/route';
import { GET as journeyTable } from '@/app/api/v1/journeys/[shape]/route';
import { GET as jobs } from '@/app/api/v1/journeys/jobs/route';
import { GET as journeys } from '@/app/api/v1/journeys/route';
import { GET as openApi } from '@/app/api/v1/openapi.json/route';
import { GET as pathwayRunPdf } from '@/app/api/v1/pathway-runs/[runId]/pdf/route';
import { GET as pathwayRun } from '@/app/api/v1/pathway-runs/[runId]/route';
import { GET as pathwayRunStream } from '@/app/api/v1/pathway-runs/[runId]/stream/route';
import { GET as quality } from '@/app/api/v1/quality/route';
import { GET as run } from '@/app/api/v1/runs/[runId]/route';
import { GET as runStream } from '@/app/api/v1/runs/[runId]/stream/route';
import { GET as scenario } from '@/app/api/v1/scenarios/[id]/route';
import { GET as scenarios } from '@/app/api/v1/scenarios/route';
import { GET as schoolCard } from '@/app/api/v1/schools/[code]/card/route';
import { GET as coldSpots } from '@/app/api/v1/schools/[code]/cold-spots/route';
import { GET as reach } from '@/app/api/v1/schools/[code]/reach/route';
import type { Database } from '@/db/client';
import { API_ANSWERS } from '@/lib/contracts/api-answers';
import { API_ROUTES, type ApiRoute } from '@/lib/contracts/api-routes';
import { CONTENT_TYPES } from '@/lib/contracts/table-file';
import { TokenScope, type Viewer } from '@/lib/domain/access/access';
import { addCohort, addYoungPeople } from '@/lib/testing/cohort-records';
import { addCounts } from '@/lib/testing/count-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addRegionRecords, type RegionRecords } from '@/lib/testing/region-records';
import { addViewer, OWN_GRANT, YH } from '@/lib/testing/viewers';
import { createAccessToken } from './access-tokens';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));

type Handler = (
  request: Request,
  context: { params: Promise<Record<'code' | 'id' | 'runId' | 'shape', string>> },
) => Promise<Response>;

/** The routes' own functions, as the server calls them. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  '/api/v1/areas': areas,
  '/api/v1/areas/{code}/comparison': comparison,
  '/api/v1/indicators': indicators,
  '/api/v1/figures': figures,
  '/api/v1/quality': quality,
  '/api/v1/counts': counts,
  '/api/v1/counts/{shape}': countTable,
  '/api/v1/journeys': journeys,
  '/api/v1/journeys/jobs': jobs,
  '/api/v1/findings': findings,
  '/api/v1/schools/{code}/reach': reach,
  '/api/v1/journeys/{shape}': journeyTable,
  '/api/v1/schools/{code}/cold-spots': coldSpots,
  '/api/v1/schools/{code}/card': schoolCard,
  '/api/v1/scenarios': scenarios,
  '/api/v1/scenarios/{id}': scenario,
  '/api/v1/pathway-runs/{runId}': pathwayRun,
  '/api/v1/pathway-runs/{runId}/stream': pathwayRunStream,
  '/api/v1/pathway-runs/{runId}/pdf': pathwayRunPdf,
  '/api/v1/runs/{runId}': run,
  '/api/v1/runs/{runId}/stream': runStream,
  '/api/v1/backtest': backtest,
  '/api/v1/backtest/projections': pastProjections,
  '/api/v1/briefings/{id}': briefing,
  '/api/v1/briefings/{id}/pdf': briefingPdf,
  '/api/v1/openapi.json': openApi,
};

let db: Database;
let manager: Viewer;
let records: RegionRecords;
const tokens = new Map<TokenScope, string>();

beforeAll(async () => {
  db = await openPublishedDb();
  await addYoungPeople(db);
  manager = await addViewer(db, 'manager@example.test', [OWN_GRANT.deanery]);
  await addCounts(db);
  await addCohort(db);
  // Its briefing reads the cohort: what is read once is held until the next publication.
  records = await addRegionRecords(manager, YH);
  for (const scope of TokenScope.options) {
    const made = await runAs(manager, () => createAccessToken({ name: scope, scopes: [scope], days: 1 }));
    if (made.ok) tokens.set(scope, made.token);
  }
}, 90_000);

afterAll(() => db.close());

const idFor = (path: string): string => (path.includes('briefings') ? records.briefingId : records.scenarioId);

function call(
  route: ApiRoute,
  token: string | null,
  query = new URL(route.example, 'http://localhost').search,
  method = 'GET',
) {
  const request = new Request(`http://localhost${route.path}${query}`, {
    method,
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
  const params = Promise.resolve({
    id: idFor(route.path),
    runId: route.path.includes('pathway') ? records.pathwayRunId : records.runId,
    shape: route.parameters.find(({ name }) => name === 'shape')?.example ?? '',
    code: route.path.includes('/schools/') ? 'university-of-leeds' : YH,
  });
  return HANDLERS[route.path]?.(request, { params }) ?? Promise.reject(new Error(`No handler for ${route.path}`));
}

const withFormat = (route: ApiRoute, format: string): string => {
  const search = new URL(route.example, 'http://localhost').searchParams;
  search.set('format', format);
  return `?${search}`;
};

const scoped = API_ROUTES.flatMap((route) => (route.scope === null ? [] : [{ ...route, scope: route.scope }]));
const files = scoped.filter(({ media }) => media.includes('xlsx'));

describe('answers of the API', () => {
  it('has a handler for every described route', () => {
    expect(Object.keys(HANDLERS).sort()).toEqual(API_ROUTES.map(({ path }) => path).sort());
  });

  it.each(scoped)('$path answers a token of its scope as described', async (route) => {
    const query = files.includes(route) ? withFormat(route, 'json') : undefined;
    const response = await call(route, tokens.get(route.scope) ?? '', query);
    expect(response.status).toBe(200);
    expect(route.media).toContain(response.headers.get('content-type')?.split(';')[0]);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    if (route.answer === null) return;
    const lines = route.media.includes('application/x-ndjson')
      ? (await response.text()).trim().split('\n')
      : [await response.text()];
    for (const line of lines) z.strictObject({ line: API_ANSWERS[route.answer] }).parse({ line: JSON.parse(line) });
  });

  it.each(files)('$path gives CSV and XLSX with source, licence, release and period', async (route) => {
    for (const format of ['csv', 'xlsx'] as const) {
      const response = await call(route, tokens.get(route.scope) ?? '', withFormat(route, format));
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(CONTENT_TYPES[format]);
      expect(response.headers.get('content-disposition')).toMatch(
        new RegExp(`^attachment; filename="[\\w.-]+\\.${format}"$`),
      );
      const body = Buffer.from(await response.arrayBuffer());
      if (format === 'xlsx') expect(body.toString('latin1', 0, 2)).toBe('PK');
      else if (/figures|counts|journeys|runs|comparison|cold-spots/.test(route.path))
        for (const column of ['source', 'licence', 'release', 'period', 'disclosure_rule', 'status_mark'])
          expect(body.toString().split('\r\n')[0]).toMatch(new RegExp(`\\b${column}\\b`));
    }
  });

  it.each(scoped)('$path answers 403 to a token of another scope, with a problem document', async (route) => {
    for (const scope of TokenScope.options.filter((one) => one !== route.scope)) {
      const response = await call(route, tokens.get(scope) ?? '');
      expect(response.status).toBe(403);
      expect(API_ANSWERS.Problem.parse(await response.json()).status).toBe(403);
    }
  });

  it.each(scoped)('$path answers 401 without token and session, and to a token that is not known', async (route) => {
    for (const token of [null, '', 'nonsense', `stead_0000000000_${'a'.repeat(43)}`]) {
      const response = await call(route, token);
      expect([401, 429]).toContain(response.status);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      if (token && response.status === 401) expect(response.headers.get('www-authenticate')).toContain('invalid_token');
    }
  });

  it.each(scoped)('$path takes a token for reading only', async (route) => {
    const response = await call(route, tokens.get(route.scope) ?? '', undefined, 'POST');
    expect(response.status).toBe(403);
  });

  it('says when to come back after too many wrong tokens', async () => {
    const [route] = scoped;
    const wrong = `stead_1111111111_${'b'.repeat(43)}`;
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) statuses.push(route ? (await call(route, wrong)).status : 0);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    const last = route && (await call(route, wrong));
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
