import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Database, withPublisher } from '@/db/client';
import { importFile, release } from '@/db/schema';
import type { Viewer } from '@/lib/domain/access/access';
import { AreaType, ENGLAND, ORRINMARK } from '@/lib/domain/geography/area';
import { plotted } from '@/lib/domain/measure/measure';
import { STABILITY_INDICATORS } from '@/lib/domain/placements/stability-indicators';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addRegionRecords } from '@/lib/testing/region-records';
import { addViewer, OWN_GRANT, outcomeFor } from '@/lib/testing/viewers';
import { listAreas } from './areas';
import { demonstrationState, loadDemonstration, removeDemonstration } from './demonstration';
import { ImportRefused } from './errors';
import { listFigures } from './figure-export';
import { compareAreas, getAreaProfile, getIndicator } from './figures';
import { cancelImport, listImports, stageImport } from './imports';
import { beginWork } from './imports/at-work';
import { getLoadedRound } from './loaded-round';
import { findNotes } from './notes';
import { exportAreas, readRegister } from './registers';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const LOADING_MS = 300_000;

let db: Database;
let analyst: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  await runAs(analyst, () => loadDemonstration(() => {}));
}, LOADING_MS);

afterAll(() => db.close());

const load = () => runAs(analyst, () => loadDemonstration(() => {}));
const count = async (query: ReturnType<typeof sql>): Promise<number> =>
  z
    .object({ rows: z.tuple([z.object({ n: z.coerce.number() })]) })
    .parse(await withPublisher(db, (tx) => tx.execute(query))).rows[0].n;

const figuresOf = async (id: string) => (await runAs(analyst, () => getIndicator(id))).figures;

test('goes in through the importers: every file published, none with an error', async () => {
  const entries = await runAs(analyst, listImports);
  expect(entries.map(({ dataset, status, errorTotal }) => [dataset, status, errorTotal]).sort()).toEqual(
    [
      'cohort',
      'establishment',
      'fill',
      'home_school',
      'intake',
      'placements',
      'retention',
      'school_foundation',
      'sites',
    ].map((dataset) => [dataset, 'published', 0]),
  );
});

test('is marked as a demonstration in every figure, and England has none of it', async () => {
  for (const id of ['training-vacancy-rate', 'specialty-fill-rate', 'imd-score']) {
    const figures = await figuresOf(id);
    const invented = figures.filter(({ areaCode }) => areaCode.startsWith('XD-'));
    expect(invented.length).toBeGreaterThan(0);
    expect(invented.every(({ provenance }) => provenance === 'demonstration')).toBe(true);
    const real = figures.filter(({ areaCode }) => !areaCode.startsWith('XD-'));
    expect(real.some(({ provenance }) => provenance === 'demonstration')).toBe(false);
  }
});

test('shows the planted slope of vacancy against deprivation', async () => {
  const latest = (figures: Awaited<ReturnType<typeof figuresOf>>) =>
    new Map(
      figures
        .filter(({ breakdown, areaCode }) => breakdown === 'all' && areaCode.startsWith('XD-TR-'))
        .toReversed()
        .flatMap(({ areaCode, measure }) => (measure.kind === 'value' ? [[areaCode, measure.value] as const] : [])),
    );
  const deprivation = latest(await figuresOf('imd-score'));
  const vacancy = latest(await figuresOf('training-vacancy-rate'));
  const codes = [...deprivation.keys()].filter((code) => vacancy.has(code));
  expect(codes).toHaveLength(11);
  const mean = (values: ReadonlyMap<string, number>) =>
    codes.reduce((sum, code) => sum + (values.get(code) ?? 0), 0) / 11;
  const [middle, level] = [mean(deprivation), mean(vacancy)];
  const slope = codes.reduce(
    (sum, code) => sum + ((deprivation.get(code) ?? 0) - middle) * ((vacancy.get(code) ?? 0) - level),
    0,
  );
  const { effects } = z
    .object({ effects: z.object({}).loose() })
    .parse(JSON.parse(readFileSync(path.join(process.cwd(), 'db/seeds/demonstration/planted.json'), 'utf8')));
  expect(Object.keys(effects).length).toBeGreaterThan(0);
  expect(slope).toBeGreaterThan(0);
});

test('the country is the sum of its regions where all of them have a figure, and has none elsewhere', async () => {
  const rates = (await figuresOf('training-vacancy-rate')).filter(
    ({ breakdown, period, areaCode }) =>
      breakdown === 'all' && period.end === '2026-09-30' && areaCode.startsWith('XD-'),
  );
  const regions = rates.filter(({ areaCode }) => areaCode.startsWith('XD-TR-'));
  const sum = (of: 'numerator' | 'denominator') => regions.reduce((total, figure) => total + (figure[of] ?? 0), 0);
  expect(regions).toHaveLength(11);
  const country = rates.find(({ areaCode }) => areaCode === ORRINMARK);
  expect(country && plotted(country.measure)).toBeCloseTo((100 * sum('numerator')) / sum('denominator'), 9);
  const specialties = await figuresOf('training-vacancy-by-specialty');
  const inAll = new Set(specialties.filter(({ areaCode }) => areaCode === ORRINMARK).map(({ breakdown }) => breakdown));
  const inSome = new Set(specialties.map(({ breakdown }) => breakdown));
  expect(inAll.size).toBeGreaterThan(0);
  expect(inAll.size).toBeLessThan(inSome.size);
});

test('shows the planted change of moves in the published figures: three regions from August 2024, no other', async () => {
  const { placements } = z
    .object({ effects: z.object({ placements: z.object({ stableRegions: z.array(z.string()) }) }) })
    .parse(JSON.parse(readFileSync(path.join(process.cwd(), 'db/seeds/demonstration/planted.json'), 'utf8'))).effects;
  const figures = await figuresOf('placement-site-moves');
  const inYear = (label: string) =>
    new Map(
      figures.flatMap(({ areaCode, period, measure }) =>
        period.label === label && measure.kind === 'value' ? [[areaCode, measure.value] as const] : [],
      ),
    );
  const [before, after] = [inYear('Aug 2023 to Jul 2024'), inYear('Aug 2024 to Jul 2025')];
  const change = [...before].map(([code, value]) => ({ code, ratio: (after.get(code) ?? Number.NaN) / value }));
  const isStable = ({ code }: { code: string }) => placements.stableRegions.some((slug) => code === `XD-TR-${slug}`);
  const [stable, others] = [change.filter(isStable), change.filter((one) => !isStable(one))];
  expect([stable.length, others.length]).toEqual([3, 9]);
  // Planted 0.25 ÷ 0.70; one decimal of about 1.2 and 0.4 leaves 0.27 to 0.45.
  for (const { ratio } of stable) expect(ratio).toBeGreaterThan(0.27);
  for (const { ratio } of stable) expect(ratio).toBeLessThan(0.5);
  const regions = others.filter(({ code }) => code !== 'XD-orrinmark');
  for (const { ratio } of regions) expect(ratio).toBeGreaterThan(0.8);
  for (const { ratio } of regions) expect(ratio).toBeLessThan(1.2);
});

test('has distances, stays, notice and shares of every region and of the country, as demonstration figures', async () => {
  for (const id of STABILITY_INDICATORS) {
    const figures = (await figuresOf(id)).filter(({ period }) => period.label === 'Aug 2024 to Jul 2025');
    expect(new Set(figures.map(({ areaCode }) => areaCode)).size).toBe(12);
    expect(new Set(figures.map(({ provenance, source }) => `${provenance} ${source.ruleSet}`))).toEqual(
      new Set(['demonstration nhs_subnational_1_to_7']),
    );
  }
});

test('a profile has every peer’s figure for the periods that it shows', async () => {
  const profile = await runAs(analyst, () => getAreaProfile('XD-TR-kelvarrow', null));
  const shown = new Map(
    profile.figures
      .filter(({ measure }) => measure.kind === 'value')
      .map((f) => [`${f.indicatorId} ${f.breakdown}`, f]),
  );
  const newest = [...shown.values()].map(
    (last) =>
      profile.figures.find(
        (f) => f.indicatorId === last.indicatorId && f.breakdown === last.breakdown && f.measure.kind === 'value',
      ) ?? last,
  );
  const profiled = new Set(profile.indicators.filter(({ display }) => display === 'profile').map(({ id }) => id));
  let compared = 0;
  for (const figure of newest.filter(({ indicatorId }) => profiled.has(indicatorId))) {
    const isSame = (other: typeof figure) =>
      other.breakdown === figure.breakdown && other.period.end === figure.period.end;
    const all = (await figuresOf(figure.indicatorId)).filter(
      (other) => isSame(other) && /^XD-TR-(?!kelvarrow)/.test(other.areaCode),
    );
    const held = profile.peers.filter((other) => other.indicatorId === figure.indicatorId && isSame(other));
    expect(held.map(({ areaCode }) => areaCode).sort()).toEqual(all.map(({ areaCode }) => areaCode).sort());
    compared += all.length;
  }
  expect(compared).toBeGreaterThan(300);
});

test('nothing of one country is compared, listed, exported or modelled with the other', async () => {
  const isFictional = (code: string) => /^xd-/i.test(code);
  for (const [root, country, foreign] of [
    ['england', ENGLAND, 'XD-TR-kelvarrow'],
    ['demonstration', ORRINMARK, 'TR-north-east'],
  ] as const) {
    const fictional = root === 'demonstration';
    const areas = await runAs(analyst, () => listAreas(AreaType.options, { root }));
    expect(new Set(areas.map(({ code }) => isFictional(code)))).toEqual(new Set([fictional]));
    const query = { type: 'training_region', indicatorId: 'need-index-core', breakdown: 'all' } as const;
    const compared = await runAs(analyst, () => compareAreas({ ...query, root, comparatorCode: foreign }));
    expect(compared.comparator?.areaCode).toBe(country);
    expect(new Set(compared.rows.map(({ area }) => area.root))).toEqual(new Set([root]));
    const [first] = areas.filter(({ type }) => type === 'training_region');
    const profile = await runAs(analyst, () => getAreaProfile(first?.code ?? '', foreign));
    expect(profile.comparatorCode).toBe(country);
    const shown = [...profile.figures, ...profile.national, ...profile.peers];
    expect(new Set(shown.map(({ areaCode }) => isFictional(areaCode)))).toEqual(new Set([fictional]));
    const listed = await runAs(analyst, () => listFigures({ indicator: 'imd-score', country: root }));
    expect(new Set(listed.map(({ areaCode }) => isFictional(areaCode)))).toEqual(new Set([fictional]));
    const round = await runAs(analyst, () => getLoadedRound('ST3', root));
    expect(round.regions.every(({ areaCode }) => isFictional(areaCode) === fictional)).toBe(true);
    expect(round.regions.length).toBeGreaterThan(0);
  }
  const boards = await runAs(analyst, () => exportAreas('icb', 'demonstration', 'csv'));
  expect(boards.fileName).toBe('stead-icb-demonstration.csv');
  expect(String(boards.body).trim().split('\n')).toHaveLength(21);
});

test('the registers of places have how many people they take a year', async () => {
  for (const [register, yearly] of [
    ['schools', 'annualIntake'],
    ['foundation-areas', 'annualPlaces'],
  ] as const) {
    const { columns, rows } = await runAs(analyst, () => readRegister(register, 'demonstration'));
    const records = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
    expect(records.length).toBeGreaterThan(5);
    for (const record of records) expect(record[yearly]).toEqual(expect.any(Number));
  }
});

test('a file that names its places is of it, whoever sends it, and no file is of an area of the other country', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stead-fiction-'));
  const staged = async (name: string, lines: readonly string[], given = {}) => {
    const file = path.join(folder, name);
    writeFileSync(file, `${lines.join('\n')}\n`);
    return runAs(analyst, () => stageImport({ file, fileName: name, isLocalOnly: true, given }));
  };
  const head = 'period_end,area_code,specialty,level,establishment_fte,in_post_fte';
  const posts = (area: string, specialty = 'one') => `2031-03-31,${area},invented ${specialty},ST3,40,30`;
  const { entry } = await staged('ours.csv', [head, posts('XD-TR-kelvarrow')]);
  expect([entry.errors, entry.status]).toEqual([[], 'ready']);
  const [own] = await withPublisher(db, (tx) =>
    tx
      .select({ sourceId: release.sourceId })
      .from(release)
      .where(eq(release.id, entry.releaseId ?? '')),
  );
  expect(own?.sourceId).toMatch(/^demonstration/);
  await runAs(analyst, () => cancelImport(entry.id));
  const mixed = await staged('mixed.csv', [head, posts('XD-TR-kelvarrow'), posts('TR-wessex')]);
  expect(mixed.entry.errors).toMatchObject([{ row: 3, value: 'TR-wessex', rule: 'unknown_area' }]);
  // Past the part that the country is told from, its codes are those of no area.
  const late = [
    ...Array.from({ length: 12_000 }, (_, at) => posts('TR-wessex', `specialty ${at}`)),
    posts('XD-TR-kelvarrow'),
  ];
  const { entry: refused } = await staged('late.csv', [head, ...late]);
  expect(refused.errors.find(({ rule }) => rule === 'unknown_area')).toMatchObject({ value: 'XD-TR-kelvarrow' });
  await expect(staged('other.csv', [head, posts('TR-wessex')], { areaCode: 'XD-TR-kelvarrow' })).rejects.toThrow(
    'never mixed',
  );
  await expect(staged('school.csv', [head, posts('TR-wessex')], { areaCode: 'university-of-leeds' })).rejects.toThrow(
    'university-of-leeds is a medical school',
  );
  rmSync(folder, { recursive: true });
});

test('a second load is refused; only analysts load, analysts and administrators remove', async () => {
  await expect(load()).rejects.toBeInstanceOf(ImportRefused);
  const manager = await addViewer(db, 'manager@example.test', [OWN_GRANT.deanery]);
  expect(await outcomeFor(manager, () => loadDemonstration(() => {}))).toBe('forbidden');
  expect(await outcomeFor(manager, removeDemonstration)).toBe('forbidden');
});

test('stays while a file of it is being read', async () => {
  const work = await beginWork();
  const inLedger = {
    id: work.id,
    fileName: 'late.csv',
    sha256: 'late',
    bytes: 1,
    status: 'reading',
    releaseId: 'demonstration-country-1',
  };
  await withPublisher(db, (tx) => tx.insert(importFile).values(inLedger));
  await expect(runAs(analyst, removeDemonstration)).rejects.toThrow('late.csv of the demonstration country is being');
  expect(await runAs(analyst, demonstrationState)).toBe('loaded');
  await work.end();
  await withPublisher(db, (tx) => tx.delete(importFile).where(eq(importFile.id, work.id)));
});

test(
  'is gone after one action, with what was made about it, and comes back',
  async () => {
    const admin = await addViewer(db, 'admin@example.test', [OWN_GRANT.admin]);
    const code = 'XD-TR-kelvarrow';
    const kelvarrow = await addViewer(db, 'kelvarrow@example.test', [{ role: 'deanery', scope: code }]);
    await addRegionRecords(kelvarrow, code);
    const made = ['scenario', 'scenario_run', 'scenario_result', 'note', 'briefing'];
    const left = () => Promise.all(made.map((table) => count(sql`select count(*) as n from ${sql.identifier(table)}`)));
    expect(Math.min(...(await left()))).toBeGreaterThan(0);
    expect(await runAs(admin, demonstrationState)).toBe('loaded');
    await runAs(admin, removeDemonstration);
    expect(await runAs(admin, demonstrationState)).toBe('removed');
    expect(await left()).toEqual(made.map(() => 0));
    expect(await count(sql`select count(*) as n from area where root = 'demonstration'`)).toBe(0);
    expect(await count(sql`select count(*) as n from observation where provenance = 'demonstration'`)).toBe(0);
    for (const table of ['establishment', 'source_row', 'count_table'])
      expect(await count(sql`select count(*) as n from ${sql.identifier(table)}`)).toBe(0);
    const cutOff = () => {
      throw new Error('killed');
    };
    await expect(runAs(analyst, () => loadDemonstration(cutOff))).rejects.toThrow('killed');
    expect(await runAs(analyst, demonstrationState)).toBe('partial');
    await expect(runAs(analyst, () => loadDemonstration(cutOff, 2))).rejects.toThrow('in part at scale 1');
    await load();
    expect(await runAs(analyst, demonstrationState)).toBe('loaded');
    expect((await figuresOf('retention-in-region')).filter(({ areaCode }) => areaCode.startsWith('XD-'))).not.toEqual(
      [],
    );
  },
  LOADING_MS,
);

test('what was made about England can’t be taken away, whoever asks', async () => {
  const manager = await addViewer(db, 'north-east@example.test', [{ role: 'deanery', scope: 'TR-north-east' }]);
  await addRegionRecords(manager, 'TR-north-east');
  const removed = await withPublisher(db, (tx) =>
    tx.execute(sql`delete from note where area_code = 'TR-north-east' returning id`),
  );
  expect(removed).toMatchObject({ rows: [] });
  await runAs(analyst, removeDemonstration);
  expect(await runAs(manager, () => findNotes('TR-north-east'))).not.toEqual([]);
});

test('removed before it ever came, it stays away', async () => {
  const fresh = await openPublishedDb();
  try {
    const admin = await addViewer(fresh, 'admin@example.test', [OWN_GRANT.admin]);
    expect(await runAs(admin, demonstrationState)).toBe('none');
    await runAs(admin, removeDemonstration);
    expect(await runAs(admin, demonstrationState)).toBe('removed');
  } finally {
    await fresh.close();
  }
});
