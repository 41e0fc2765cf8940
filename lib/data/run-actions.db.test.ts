import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { POST as preview } from '@/app/api/pathway/preview/route';
import { GET as pdf } from '@/app/api/v1/pathway-runs/[runId]/pdf/route';
import {
  commentAction,
  freezeAction,
  removeCommentAction,
  revokeAction,
  sendRunAction,
} from '@/app/scenarios/runs/actions';
import type { Database } from '@/db/client';
import type { Viewer } from '@/lib/domain/access/access';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addRegionRecords, type RegionRecords } from '@/lib/testing/region-records';
import { addViewer, NE, OWN_GRANT, YH } from '@/lib/testing/viewers';
import { listAuditEvents } from './accounts';
import { getPathwayScenario } from './pathway-records';
import { listComments } from './run-comments';
import { listSubmissions } from './run-submissions';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
// Of the framework: there is no request here.
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));
vi.mock('next/headers', () => ({ headers: async () => new Headers() }));

const RECIPIENT = 'recipient@example.test';
const PEOPLE = ['deanery', 'school', 'commissioner', 'analyst', 'admin', 'no grant'] as const;
type Person = (typeof PEOPLE)[number] | 'nobody' | 'colleague' | 'neighbour' | 'recipient';

let db: Database;
const people = new Map<Person, Viewer>();
let own: RegionRecords;
let other: RegionRecords;

beforeAll(async () => {
  vi.stubEnv('__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS', 'true');
  db = await openPublishedDb();
  for (const [role, grant] of Object.entries(OWN_GRANT)) {
    const person = PEOPLE.find((one) => one === role);
    if (person) people.set(person, await addViewer(db, `${role}@example.test`, [grant]));
  }
  people.set('no grant', await addViewer(db, 'no-grant@example.test', []));
  people.set('recipient', await addViewer(db, RECIPIENT, [OWN_GRANT.commissioner]));
  const colleague = await addViewer(db, 'colleague@example.test', [OWN_GRANT.deanery]);
  const neighbour = await addViewer(db, 'neighbour@example.test', [{ role: 'deanery', scope: NE }]);
  people.set('colleague', colleague);
  people.set('neighbour', neighbour);
  own = await addRegionRecords(colleague, YH);
  other = await addRegionRecords(neighbour, NE);
}, 120_000);

afterAll(async () => {
  vi.unstubAllEnvs();
  await db.close();
});

const as = <Result>(person: Person, work: () => Promise<Result>): Promise<Result> => {
  const viewer = people.get(person);
  return viewer ? runAs(viewer, work) : work();
};

const form = (fields: Readonly<Record<string, string>>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

/** 200, or the status of the page that an action ends in. */
const statusOf = async (person: Person, work: () => Promise<unknown>): Promise<number> => {
  try {
    await as(person, work);
    return 200;
  } catch (error) {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
    const status = /^NEXT_HTTP_ERROR_FALLBACK;(\d{3})$/.exec(digest)?.[1];
    if (!status) throw error;
    return Number(status);
  }
};

const scenarioOf = (regionCode: string) => ({
  country: 'england',
  offers: [
    {
      leverId: 'golden-hello',
      regionCode,
      group: null,
      nodes: ['specialty_entry'],
      intensity: 5_000,
      coverage: 1,
      fromYear: 2026,
      toYear: 2030,
      costPerPlacePerYearGbp: null,
      yearsPaid: 3,
      fixedPerYearGbp: 0,
    },
  ],
});

const ask = (body: string) => preview(new Request('http://localhost/api/pathway/preview', { method: 'POST', body }));

describe('POST /api/pathway/preview', () => {
  const previewOf = (person: Person, region: string) => as(person, () => ask(JSON.stringify(scenarioOf(region))));

  it.each([...PEOPLE, 'nobody'] as const)('%s', async (person) => {
    const statuses = [(await previewOf(person, YH)).status, (await previewOf(person, NE)).status];
    expect(statuses).toEqual(person === 'nobody' ? [401, 401] : person === 'deanery' ? [200, 403] : [403, 403]);
  });

  it('gives a manager numbers, or what they wait for, and nobody else a line', async () => {
    expect(await (await previewOf('deanery', YH)).text()).toContain('"kind":"not_loaded"');
    expect(await (await previewOf('commissioner', YH)).text()).not.toContain('missing');
  });

  it('refuses an offer in another region beside one’s own, and what can’t be read', async () => {
    const both = { ...scenarioOf(YH), offers: [YH, NE].flatMap((region) => scenarioOf(region).offers) };
    expect((await as('deanery', () => ask(JSON.stringify(both)))).status).toBe(403);
    expect((await as('deanery', () => ask('not json'))).status).toBe(400);
  });
});

const send = (runId: string) => sendRunAction(null, form({ runId, email: RECIPIENT, message: '' }));
const sentOf = (person: Person, { pathwayRunId }: RegionRecords) => as(person, () => listSubmissions(pathwayRunId));

describe('the actions on a run', () => {
  const outsiders = PEOPLE.filter((person) => person !== 'deanery');

  it.each([...outsiders, 'neighbour', 'nobody'] as const)(
    '%s neither sends, comments on nor freezes it',
    async (person) => {
      const denied = person === 'nobody' ? 401 : 403;
      const { pathwayRunId: runId, pathwayScenarioId: id } = own;
      expect(await statusOf(person, () => send(runId))).toBe(denied);
      expect(await statusOf(person, () => commentAction(null, form({ runId, body: 'Mine?' })))).toBe(denied);
      expect(await statusOf(person, () => freezeAction(form({ id, frozen: 'yes' })))).toBe(denied);
      expect(await sentOf('colleague', own)).toEqual([]);
      expect(await as('colleague', () => listComments(runId))).toEqual([]);
      expect((await as('colleague', () => getPathwayScenario(id))).frozenAt).toBeNull();
    },
  );

  it('of another region are not for a manager of this one', async () => {
    expect(await statusOf('deanery', () => send(other.pathwayRunId))).toBe(403);
    expect(await statusOf('deanery', () => freezeAction(form({ id: other.pathwayScenarioId, frozen: 'yes' })))).toBe(
      403,
    );
    expect(await sentOf('neighbour', other)).toEqual([]);
  });

  it('are for every manager of its region, whoever made it', async () => {
    const { pathwayRunId: runId, pathwayScenarioId: id } = own;
    expect(await as('deanery', () => send(runId))).toMatchObject({ errors: [], sentTo: expect.any(String) });
    expect(await sentOf('colleague', own)).toHaveLength(1);
    expect(await as('deanery', () => commentAction(null, form({ runId, body: 'Ours' })))).toMatchObject({
      error: null,
    });
    expect(await statusOf('deanery', () => freezeAction(form({ id, frozen: 'yes' })))).toBe(200);
    expect((await as('colleague', () => getPathwayScenario(id))).frozenAt).not.toBeNull();
  });

  it('let the person it was sent to read, print and comment, and nothing else', async () => {
    const { pathwayRunId: runId } = own;
    const comment = () => commentAction(null, form({ runId, body: 'Who pays?' }));
    expect(await as('recipient', comment)).toMatchObject({ error: null });
    expect(await statusOf('recipient', () => send(runId))).toBe(403);
    const [submission] = await sentOf('colleague', own);
    expect(await statusOf('recipient', () => revokeAction(form({ id: submission?.id ?? '', runId })))).toBe(403);
    expect((await sentOf('colleague', own))[0]?.revokedAt).toBeNull();
    const printed = await as('recipient', () => printOf(runId));
    expect([printed.status, printed.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  });

  it('keep what managers said before it was sent from whom it was sent to', async () => {
    const bodiesFor = async (person: Person) =>
      (await as(person, () => listComments(own.pathwayRunId))).map(({ body }) => body);
    await as('deanery', () => commentAction(null, form({ runId: own.pathwayRunId, body: 'Since then' })));
    expect(await bodiesFor('recipient')).toEqual(['Ours', 'Who pays?', 'Since then']);
    const { id = '' } = (await sentOf('colleague', own))[0] ?? {};
    await as('deanery', () => revokeAction(form({ id, runId: own.pathwayRunId })));
    await expect(as('recipient', () => listComments(own.pathwayRunId))).rejects.toThrow('scope');
    await as('deanery', () => send(own.pathwayRunId));
    // Sent again: what they said themselves, and nothing that was said in between or before.
    expect(await bodiesFor('recipient')).toEqual(['Who pays?']);
    expect(await bodiesFor('colleague')).toEqual(['Ours', 'Who pays?', 'Since then']);
  });

  it('take back a comment of one’s own alone', async () => {
    const { pathwayRunId: runId } = own;
    const comments = await as('colleague', () => listComments(runId));
    const theirs = comments.find(({ body }) => body === 'Who pays?');
    const remove = () => removeCommentAction(form({ id: theirs?.id ?? '', runId }));
    expect(await statusOf('deanery', remove)).toBe(403);
    expect(await statusOf('nobody', remove)).toBe(401);
    expect(await as('colleague', () => listComments(runId))).toHaveLength(3);
    expect(await statusOf('recipient', remove)).toBe(200);
    expect(await as('colleague', () => listComments(runId))).toHaveLength(2);
  });

  it('take a run back from whom it was sent to, by the managers of its region alone', async () => {
    const { pathwayRunId: runId } = own;
    const [submission] = await sentOf('colleague', own);
    const revoke = () => revokeAction(form({ id: submission?.id ?? '', runId }));
    for (const person of [...outsiders, 'neighbour'] as const) expect(await statusOf(person, revoke)).toBe(403);
    expect(await statusOf('nobody', revoke)).toBe(401);
    expect((await sentOf('colleague', own))[0]?.revokedAt).toBeNull();
    expect(await statusOf('deanery', revoke)).toBe(200);
    expect((await as('recipient', () => printOf(runId))).status).toBe(403);
  });

  it('and the printing of a run are audited', async () => {
    const events = await as('admin', listAuditEvents);
    const said = events.map(({ action }) => action);
    for (const action of ['scenario.submit', 'scenario.revoke', 'scenario.comment', 'scenario.export'])
      expect(said).toContain(action);
  });
});

const printOf = (runId: string) =>
  pdf(new Request(`http://localhost/api/v1/pathway-runs/${runId}/pdf`), { params: Promise.resolve({ runId }) });

describe('GET /api/v1/pathway-runs/{runId}/pdf', () => {
  it.each([...PEOPLE, 'nobody'] as const)('%s', async (person) => {
    const statuses = [
      (await as(person, () => printOf(own.pathwayRunId))).status,
      (await as(person, () => printOf(other.pathwayRunId))).status,
    ];
    expect(statuses).toEqual(person === 'nobody' ? [401, 401] : person === 'deanery' ? [200, 403] : [403, 403]);
  });

  it('is 403 for a run that doesn’t exist, as for one that isn’t theirs', async () => {
    expect((await as('deanery', () => printOf('0'.repeat(20)))).status).toBe(403);
    expect((await as('deanery', () => printOf('../../etc'))).status).toBe(403);
  });
});
