import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Database, withPublisher } from '@/db/client';
import { appUser } from '@/db/schema';
import type { Session } from '@/lib/auth/session';
import type { Viewer } from '@/lib/domain/access/access';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addRegionRecords, type RegionRecords } from '@/lib/testing/region-records';
import { draftWith } from '@/lib/testing/scenario-draft';
import { addViewer, NE, OWN_GRANT, outcomeFor, YH } from '@/lib/testing/viewers';
import { listAuditEvents } from './accounts';
import { getArea } from './areas';
import { createBriefing, getBriefing, listBriefings } from './briefings';
import { NotFound } from './errors';
import { exportFigures } from './figure-export';
import { getAreaProfile, getIndicator } from './figures';
import { addNote, findNotes, NOTE_LENGTH, removeNote, restoreLastNote } from './notes';
import { getRun } from './scenario-runs';
import { getScenario, listScenarios, saveAndRun } from './scenarios';
import { currentViewer, runAs } from './viewer';

const request = vi.hoisted((): { session: Session | null } => ({ session: null }));
vi.mock('@/lib/auth/session', () => ({ readSession: async () => request.session }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));

const SETTING_UP_MS = 90_000;
const NO_SUCH_ID = '00000000-0000-4000-8000-000000000000';

let db: Database;
let yorkshire: Viewer;
let northEast: Viewer;
let commissioner: Viewer;
let both: Viewer;
let admin: Viewer;
let own: RegionRecords;
let other: RegionRecords;

beforeAll(async () => {
  db = await openPublishedDb();
  const ofNorthEast = { role: 'deanery', scope: NE };
  yorkshire = await addViewer(db, 'yorkshire@example.test', [OWN_GRANT.deanery]);
  northEast = await addViewer(db, 'north-east@example.test', [ofNorthEast]);
  commissioner = await addViewer(db, 'commissioner@example.test', [OWN_GRANT.commissioner]);
  both = await addViewer(db, 'both@example.test', [OWN_GRANT.deanery, ofNorthEast]);
  admin = await addViewer(db, 'admin@example.test', [OWN_GRANT.admin]);
  own = await addRegionRecords(yorkshire, YH);
  other = await addRegionRecords(northEast, NE);
}, SETTING_UP_MS);

beforeEach(() => {
  request.session = null;
});

afterAll(() => db.close());

const FORBIDDEN = { name: 'AccessDenied', reason: 'forbidden' };

describe('scenarios of another scope', () => {
  it('cannot be saved over, even where the form names the viewer’s own area', async () => {
    const draft = draftWith({ scenarioId: other.scenarioId, areaCode: YH });
    await expect(runAs(yorkshire, () => saveAndRun(draft))).rejects.toMatchObject(FORBIDDEN);
  });

  it('cannot be reached by naming another area for an own scenario: the stored area counts', async () => {
    const { updatedAt: basedOn } = await runAs(yorkshire, () => getScenario(own.scenarioId));
    const saved = await runAs(both, () => saveAndRun(draftWith({ scenarioId: own.scenarioId, basedOn, areaCode: NE })));
    expect(saved).toMatchObject({ ok: true, scenarioId: own.scenarioId });
    const stored = await runAs(yorkshire, () => getScenario(own.scenarioId));
    expect([stored.areaCode, stored.inputs.targetAreaCode]).toEqual([YH, YH]);
  });

  it.each([NO_SUCH_ID, 'not-an-id', '', "' or 1=1 --"])('answer like one that does not exist: %j', async (id) => {
    expect(await outcomeFor(yorkshire, () => getScenario(id))).toBe('forbidden');
    expect(await outcomeFor(yorkshire, () => getRun(id))).toBe('forbidden');
    expect(await outcomeFor(yorkshire, () => getBriefing(id))).toBe('forbidden');
    expect(await outcomeFor(yorkshire, () => removeNote(id))).toBe('forbidden');
    expect(await outcomeFor(yorkshire, () => saveAndRun(draftWith({ scenarioId: id || NO_SUCH_ID })))).toBe(
      'forbidden',
    );
  });

  it('are not in the list', async () => {
    const areas = (await runAs(yorkshire, listScenarios)).map(({ areaCode }) => areaCode);
    expect(new Set(areas)).toEqual(new Set([YH]));
  });

  it('stay closed to a viewer whose grants exist in the process only: the database asks again', async () => {
    const forged: Viewer = { ...yorkshire, grants: northEast.grants };
    expect(await outcomeFor(forged, () => getScenario(other.scenarioId))).toBe('forbidden');
    await expect(runAs(forged, () => addNote(NE, 'Not mine'))).rejects.toThrow();
    expect(await runAs(forged, () => findNotes(NE))).toEqual([]);
  });
});

describe('briefings', () => {
  const briefing = (areaCode: string, runId: string | null) => () =>
    createBriefing({ areaCode, asks: [], purpose: 'information', runId });

  it('print a run of their own region', async () => {
    const id = await runAs(yorkshire, briefing(YH, own.runId));
    expect((await runAs(yorkshire, () => getBriefing(id))).option).not.toBeNull();
  });

  it('refuse a run of another region, whoever asks and whichever area is named', async () => {
    expect(await outcomeFor(yorkshire, briefing(YH, other.runId))).toBe('forbidden');
    expect(await outcomeFor(yorkshire, briefing(NE, other.runId))).toBe('forbidden');
    expect(await outcomeFor(yorkshire, briefing(NE, own.runId))).toBe('forbidden');
    expect(await outcomeFor(both, briefing(NE, own.runId))).toBe('forbidden');
    expect(await outcomeFor(commissioner, briefing(YH, own.runId))).toBe('forbidden');
  });

  it('are read by their author and by the region they are about, and by nobody else', async () => {
    const id = await runAs(commissioner, briefing(NE, null));
    expect(await outcomeFor(commissioner, () => getBriefing(id))).toBe('allowed');
    expect(await outcomeFor(northEast, () => getBriefing(id))).toBe('allowed');
    expect(await outcomeFor(yorkshire, () => getBriefing(id))).toBe('forbidden');
    const listed = (await runAs(yorkshire, listBriefings)).map((row) => row.id);
    expect(listed).not.toContain(id);
  });

  it('are not made for an unknown area or for a whole country', async () => {
    await expect(runAs(commissioner, briefing('XX', null))).rejects.toThrow(NotFound);
    await expect(runAs(commissioner, briefing('E92000001', null))).rejects.toThrow(NotFound);
  });
});

describe('notes', () => {
  const bodies = async () => ((await runAs(yorkshire, () => findNotes(YH))) ?? []).map(({ body }) => body);
  const add = (text: string) => runAs(yorkshire, () => addNote(YH, text));

  it('come back whole after a removal is undone', async () => {
    const added = await add('  Rota gaps in paediatrics  ');
    expect(await bodies()).toContain('Rota gaps in paediatrics');
    await runAs(yorkshire, () => removeNote(added.ok ? added.id : ''));
    expect(await bodies()).not.toContain('Rota gaps in paediatrics');
    await runAs(yorkshire, () => restoreLastNote(YH));
    expect(await bodies()).toContain('Rota gaps in paediatrics');
  });

  it('are refused with a message where empty or too long, and kept at full length', async () => {
    expect(await add(' \n ')).toMatchObject({ ok: false });
    expect(await add('x'.repeat(NOTE_LENGTH + 1))).toMatchObject({ ok: false });
    expect(await add('x'.repeat(NOTE_LENGTH))).toMatchObject({ ok: true });
  });

  it('leave a trace of who did what', async () => {
    const added = await add('Audited');
    const events = await runAs(admin, listAuditEvents);
    const subject = added.ok ? added.id : '';
    expect(events).toContainEqual(expect.objectContaining({ action: 'note.add', subject, actorKind: 'user' }));
  });
});

describe('published figures', () => {
  it('say that an unknown area or indicator is not found', async () => {
    await expect(runAs(yorkshire, () => getArea('XX'))).rejects.toThrow(NotFound);
    await expect(runAs(yorkshire, () => getAreaProfile('XX', null))).rejects.toThrow(NotFound);
    await expect(runAs(yorkshire, () => getIndicator('no-such'))).rejects.toThrow(NotFound);
    await expect(runAs(yorkshire, () => exportFigures({ indicator: 'no-such' }, 'csv'))).rejects.toThrow(NotFound);
  });
});

describe('the request’s viewer', () => {
  const change = (values: Partial<typeof appUser.$inferInsert>, userId: string) =>
    withPublisher(db, (tx) => tx.update(appUser).set(values).where(eq(appUser.id, userId)));

  it('is the stored account with its grants as they are now', async () => {
    request.session = { userId: yorkshire.userId, sessionVersion: 1 };
    expect(await currentViewer()).toEqual(yorkshire);
  });

  it('is nobody once the session version has moved on or the account is switched off', async () => {
    const leaver = await addViewer(db, 'leaver@example.test', [OWN_GRANT.deanery]);
    request.session = { userId: leaver.userId, sessionVersion: 1 };
    expect(await currentViewer()).toEqual(leaver);
    await change({ sessionVersion: 2 }, leaver.userId);
    expect(await currentViewer()).toBeNull();
    await change({ sessionVersion: 1, active: false }, leaver.userId);
    expect(await currentViewer()).toBeNull();
  });

  it('is nobody for an account that is gone', async () => {
    request.session = { userId: NO_SUCH_ID, sessionVersion: 1 };
    expect(await currentViewer()).toBeNull();
  });

  it('gives way to the viewer that a job runs as', async () => {
    request.session = { userId: yorkshire.userId, sessionVersion: 1 };
    expect(await runAs(commissioner, currentViewer)).toEqual(commissioner);
  });
});
