import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, withPublisher } from '@/db/client';
import { area, observation, release, source } from '@/db/schema';
import { readPackCsv } from '@/db/seeds/csv';
import { AreaRow } from '@/db/seeds/pack-rows';
import type { Viewer } from '@/lib/domain/access/access';
import type { QualityCheck } from '@/lib/domain/quality/quality-flag';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { tabulateFigures } from './figure-export';
import { getAreaProfile } from './figures';
import { forgetPublished } from './published-store';
import { exportQuality, listQuality } from './quality';
import { runAs } from './viewer';

vi.hoisted(() => {
  process.env.STEAD_TODAY = '2026-11-21';
});
vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));

const REGIONS = readPackCsv('areas.csv', AreaRow)
  .filter(({ type }) => type === 'training_region')
  .map(({ code }) => code)
  .sort();
const [PLANTED, LATER, ENGLAND] = ['planted-1', 'planted-2', 'E92000001'];
const SECRET = 73.25;

type Planted = Partial<typeof observation.$inferInsert>;
const figure = (areaCode: string, value: number | null, change: Planted = {}): typeof observation.$inferInsert => ({
  indicatorId: 'retention-in-region',
  areaCode,
  releaseId: PLANTED,
  periodLabel: '2026',
  periodStart: '2026-01-01',
  periodEnd: '2026-06-30',
  breakdown: 'all',
  numerator: null,
  denominator: null,
  value,
  status: value === null ? 'suppressed' : 'value',
  provenance: 'published',
  ...change,
});
const EARLIER = { periodLabel: '2025', periodStart: '2025-01-01', periodEnd: '2025-06-30' };

let db: Database;
let reader: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  reader = await addViewer(db, 'reader@example.test', [OWN_GRANT.deanery]);
  await withPublisher(db, async (tx) => {
    const about = { name: 'Planted', publisher: 'Test', licence: 'none', ruleSet: 'none' as const };
    await tx.insert(source).values({ ...about, id: 'import-retention' });
    for (const id of [PLANTED, LATER]) {
      const loadedAt = new Date(id === PLANTED ? '2026-11-01' : '2026-11-02');
      await tx.insert(release).values({ id, sourceId: 'import-retention', title: id, status: 'published', loadedAt });
    }
  });
}, 90_000);

afterAll(() => db.close());

/** The flags with only these figures planted. */
async function flagsWith(rows: readonly (typeof observation.$inferInsert)[]) {
  await withPublisher(db, async (tx) => {
    await tx.delete(observation);
    await tx.insert(observation).values([...rows]);
  });
  await forgetPublished();
  return runAs(reader, () => listQuality());
}

const clean = REGIONS.map((code, at) => figure(code, 60 + at));
const checksOf = (flags: readonly { check: QualityCheck }[]) => [...new Set(flags.map(({ check }) => check))];

describe('data quality of what is published', () => {
  it('is without a flag where nothing is wrong', async () => {
    expect(await flagsWith([...clean, ...clean.map((row) => ({ ...row, ...EARLIER }))])).toEqual([]);
  });

  it('finds a value that can’t be, with what to do about it', async () => {
    const [flag, ...others] = await flagsWith(clean.map((row, at) => (at === 0 ? { ...row, value: 160 } : row)));
    expect(others).toEqual([]);
    expect(flag).toMatchObject({ check: 'range', severity: 'error', areaName: 'East Midlands', root: 'england' });
    expect(flag?.advice).toContain('publisher');
  });

  it('finds a jump', async () => {
    const before = clean.map((row, at) => ({ ...row, ...EARLIER, value: at === 0 ? 20 : row.value }));
    expect(await flagsWith([...clean, ...before])).toMatchObject([
      { check: 'jump', areaCode: 'TR-east-midlands', periodEnd: '2026-06-30' },
    ]);
  });

  it('finds a missing area; one that is withheld is not missing', async () => {
    expect(await flagsWith([...clean.slice(2), figure('TR-east-midlands', null)])).toMatchObject([
      { check: 'missing_area', areaName: 'East of England' },
    ]);
  });

  it('finds a total that differs, and levels that overlap', async () => {
    const people = clean.map((row) => ({ ...row, indicatorId: 'population', value: 1_000 }));
    const whole = (value: number) => ({ ...figure(ENGLAND, value), indicatorId: 'population' });
    expect(checksOf(await flagsWith([...people, whole(11_000)]))).toEqual(['overlapping_levels']);
    expect(await flagsWith([...people, whole(12_000)])).toMatchObject([
      { check: 'total_differs', areaName: 'England', detail: expect.stringContaining('11,000') },
      { check: 'overlapping_levels' },
    ]);
  });

  it('finds a figure that two releases give differently, without saying either', async () => {
    const flags = await flagsWith([...clean, figure('TR-london', SECRET, { releaseId: LATER })]);
    expect(flags).toMatchObject([{ check: 'duplicate_key', areaCode: 'TR-london', severity: 'warning' }]);
    expect(flags[0]?.detail).toContain(`${PLANTED} and ${LATER}`);
    expect(await flagsWith([...clean, { ...figure('TR-london', 63), releaseId: LATER }])).toEqual([]);
  });

  it('finds an old source, and one that has missed a publication', async () => {
    const ended = (periodEnd: string) => clean.map((row) => ({ ...row, periodStart: '2020-01-01', periodEnd }));
    expect(await flagsWith(ended('2022-06-30'))).toMatchObject([{ check: 'stale_source', severity: 'warning' }]);
    expect(await flagsWith(ended('2024-09-30'))).toMatchObject([{ check: 'stale_source', severity: 'notice' }]);
  });

  it('never says a number that is withheld', async () => {
    const withheld = figure('TR-london', null, { numerator: SECRET, denominator: 1 });
    const before = clean.map((row) => ({ ...row, ...EARLIER, value: 1 }));
    const later = figure('TR-wessex', SECRET, { releaseId: LATER });
    const flags = await flagsWith([
      ...clean.filter(({ areaCode }) => areaCode !== 'TR-london'),
      ...before,
      ...[withheld, figure('TR-wessex', null, { periodEnd: '2026-07-31' }), { ...later, periodEnd: '2026-07-31' }],
    ]);
    expect(checksOf(flags)).toContain('duplicate_key');
    expect(flags.filter(({ areaCode }) => areaCode === 'TR-london').map(({ check }) => check)).not.toContain('range');
    const told = flags.filter(({ areaCode, check }) => areaCode === 'TR-london' || check === 'duplicate_key');
    expect(JSON.stringify(told)).not.toContain(String(SECRET));
  });

  it('narrows to a source, an indicator or a kind, also as a file', async () => {
    await flagsWith(clean.slice(1).map((row, at) => (at === 0 ? { ...row, value: 160 } : row)));
    const narrowed = (choice: Parameters<typeof listQuality>[0]) => runAs(reader, () => listQuality(choice));
    expect(checksOf(await narrowed({ check: 'range' }))).toEqual(['range']);
    expect(checksOf(await narrowed({ indicator: 'retention-in-region' }))).toEqual(['range', 'missing_area']);
    expect(await narrowed({ indicator: 'training-vacancy-rate' })).toEqual([]);
    expect(await narrowed({ source: 'import-retention' })).toHaveLength(2);
    const { body } = await runAs(reader, () => exportQuality({ check: 'range' }, 'csv'));
    const lines = String(body).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('indicator,indicator_name,root,check,severity,area_code');
    expect(lines[1]).toContain('160% is above 100%');
  });

  it('is of one country: neither is checked against the other', async () => {
    const fiction = { root: 'demonstration' as const, validFrom: '2020-01-01' };
    await withPublisher(db, (tx) =>
      tx.insert(area).values([
        { ...fiction, code: 'XD-orrinmark', name: 'Orrinmark', type: 'country' },
        { ...fiction, code: 'XD-TR-one', name: 'One', type: 'training_region' },
        { ...fiction, code: 'XD-TR-two', name: 'Two', type: 'training_region' },
      ]),
    );
    expect(await flagsWith([...clean, figure('XD-TR-one', 160)])).toEqual([]);
    const found = await runAs(reader, () => listQuality({ country: 'demonstration' }));
    expect(found.map(({ check, areaName, root }) => [check, areaName, root])).toEqual([
      ['range', 'One', 'demonstration'],
      ['missing_area', 'Two', 'demonstration'],
    ]);
  });

  it('stands beside the figure on its area’s page and in the file of figures, and beside no other', async () => {
    await flagsWith(clean.map((row, at) => (at === 0 ? { ...row, value: 160 } : row)));
    const profile = await runAs(reader, () => getAreaProfile('TR-east-midlands', null));
    expect(profile.figures.map(({ quality }) => quality?.map(({ check }) => check))).toEqual([['range']]);
    expect(profile.peers.filter(({ quality }) => quality)).toEqual([]);
    const { columns, rows } = await runAs(reader, () => tabulateFigures({ indicator: 'retention-in-region' }));
    const told = rows.map((row) => row[columns.indexOf('quality_flags')]);
    expect(told.filter((text) => text !== null)).toEqual([expect.stringContaining('out of range: 160%')]);
  });
});
