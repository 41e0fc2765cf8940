import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Database, withPublisher, withScope } from '@/db/client';
import { ProtectedTable } from '@/lib/domain/disclosure/protected-table';
import { isSmallCount } from '@/lib/domain/disclosure/rule-set';
import { bySpecialty, STABILITY_INDICATORS } from '@/lib/domain/placements/stability-indicators';
import { csvOf, importedFiles } from '@/lib/testing/imported-files';
import { loadLpAttacker } from '@/lib/testing/lp-attacker';
import { type PlacementGroup, placementsCsv, randomGroups, SITES_HEADER } from '@/lib/testing/placement-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { listAreas } from './areas';
import { getIndicator } from './figures';
import { getPlacementStability } from './placement-stability';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const REGIONS = ['TR-north-east', 'TR-north-west', 'TR-wessex', 'TR-west-midlands'];
const SPECIALTIES = ['general_practice', 'medicine', 'surgery', 'paediatrics', 'radiology'];
const NHS_WIDTH = 5;
const PUBLISHED = STABILITY_INDICATORS.flatMap((id) => [id, bySpecialty(id)]);

let db: Database;
let files: ReturnType<typeof importedFiles>;
let attacker: Awaited<ReturnType<typeof loadLpAttacker>>;
let analyst: Awaited<ReturnType<typeof addViewer>>;

const open = async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  files = importedFiles(db, analyst);
};

beforeAll(async () => {
  await open();
  attacker = await loadLpAttacker();
}, 90_000);
afterAll(async () => {
  files.close();
  await db.close();
});

const rowsOf = async <Row>(query: ReturnType<typeof sql>, row: z.ZodType<Row>): Promise<Row[]> =>
  z.object({ rows: z.array(row) }).parse(await withPublisher(db, (tx) => tx.execute(query))).rows;

const Shown = z.object({
  indicator: z.string(),
  area: z.string(),
  breakdown: z.string(),
  status: z.string(),
  value: z.number().nullable(),
});
const shownOf = (releaseId: string | null) =>
  rowsOf(
    sql`select indicator_id as indicator, area_code as area, breakdown, status, value from observation where release_id = ${releaseId}`,
    Shown,
  );

/** Trainees of a figure: the groups that its breakdown names, whatever the step of the notice rule. */
const traineesOf = (groups: readonly PlacementGroup[], { area, breakdown }: { area: string; breakdown: string }) => {
  const words = breakdown.replace(/^\d+-weeks ?/, '').split(' ');
  const isAll = words[0] === 'all' || words[0] === '';
  return groups
    .filter(
      (group) =>
        group.area === area && (isAll || group.specialty === words[0]) && (!words[1] || group.level === words[1]),
    )
    .reduce((sum, { trainees }) => sum + trainees, 0);
};

describe('placement stability of a file with many small groups', () => {
  const groups = randomGroups('small', REGIONS, SPECIALTIES);
  let releaseId: string | null = null;
  beforeAll(async () => {
    releaseId = (await files.publish('placements.csv', placementsCsv(groups))).releaseId;
  }, 60_000);

  test('is published for regions, specialties and levels, and not for England: the file has four regions', async () => {
    const shown = await shownOf(releaseId);
    expect(new Set(shown.map(({ area }) => area))).toEqual(new Set(REGIONS));
    const moves = shown.filter(({ indicator, status }) => indicator === 'placement-site-moves' && status === 'value');
    expect(moves).toHaveLength(4);
    expect(new Set(shown.map(({ status }) => status))).toEqual(new Set(['value', 'suppressed']));
  });

  test('shows no figure of fewer than eight trainees', async () => {
    const shown = (await shownOf(releaseId)).filter(({ status }) => status === 'value');
    expect(shown.length).toBeGreaterThan(100);
    expect(Math.min(...shown.map((figure) => traineesOf(groups, figure)))).toBeGreaterThanOrEqual(8);
  });

  test('leaves no one to seven trainees when specialties are taken from a region, or levels from a specialty', async () => {
    const shown = await shownOf(releaseId);
    const isShown = (indicator: string, area: string, breakdown: string) =>
      shown.some(
        (one) =>
          one.indicator === indicator && one.area === area && one.breakdown === breakdown && one.status === 'value',
      );
    const left: number[] = [];
    for (const area of REGIONS) {
      const whole = groups.filter((group) => group.area === area);
      for (const id of [
        'placement-site-moves',
        'placement-employer-moves',
        'placement-length-of-stay',
        'placement-notice',
      ]) {
        const hiddenOf = (names: readonly string[]) =>
          names
            .filter((breakdown) => !isShown(bySpecialty(id), area, breakdown))
            .reduce((sum, breakdown) => sum + traineesOf(groups, { area, breakdown }), 0);
        if (isShown(id, area, 'all')) left.push(hiddenOf(SPECIALTIES));
        for (const specialty of SPECIALTIES.filter((name) => isShown(bySpecialty(id), area, name))) {
          const levels = whole.filter((group) => group.specialty === specialty);
          left.push(hiddenOf(levels.map(({ level }) => `${specialty} ${level}`)));
        }
      }
    }
    expect(left.length).toBeGreaterThan(40);
    expect(left.filter(isSmallCount)).toEqual([]);
  });

  test('keeps every count from 1 to 7 from an attacker who knows each shown count, and from each region that knows its own', async () => {
    const Table = z.object({ body: ProtectedTable, dataset: z.string() });
    const tables = await rowsOf(sql`select body, dataset from count_table where release_id = ${releaseId}`, Table);
    expect(tables.length).toBe(12);
    const { body } = tables.find(({ dataset }) => dataset === 'placements:site_moves') ?? { body: null };
    if (!body) throw new Error('no table');
    const exact = body.rows.flatMap(({ code }) =>
      body.columns.map((area) =>
        (area === 'total' ? REGIONS : [area]).reduce(
          (sum, one) => sum + traineesOf(groups, { area: one, breakdown: code === 'total' ? 'all' : code }),
          0,
        ),
      ),
    );
    const cells = body.rows.flatMap((row) => row.cells);
    const targets = cells.flatMap(({ kind }, i) => (kind === 'suppressed' && isSmallCount(exact[i] ?? 0) ? [i] : []));
    expect(targets.length).toBeGreaterThan(5);
    for (const own of [null, ...REGIONS]) {
      const column = own === null ? -1 : body.columns.indexOf(own);
      const isOwn = (cell: number) => cell % body.columns.length === column;
      const beliefs = cells.map(({ kind }, i) => {
        const count = exact[i] ?? 0;
        return kind === 'suppressed' && !isOwn(i)
          ? { lowest: 0, highest: Number.POSITIVE_INFINITY }
          : { lowest: count, highest: count };
      });
      const others = targets.filter((cell) => !isOwn(cell));
      for (const { lowest, highest } of attacker.attack(body, beliefs, others))
        expect(highest - lowest).toBeGreaterThanOrEqual(NHS_WIDTH - 1e-6);
    }
  });

  test('holds nothing of single trainees outside the restricted rows, which no reader has', async () => {
    const figures = await runAs(analyst, () => Promise.all(PUBLISHED.map((id) => getIndicator(id))));
    const stored = await rowsOf(
      sql`select (select json_agg(o) from observation o where release_id = ${releaseId})::text
        || (select json_agg(c) from count_table c where release_id = ${releaseId})::text
        || (select json_agg(r) from release r where id = ${releaseId})::text as text`,
      z.object({ text: z.string() }),
    );
    const everything = JSON.stringify(figures) + JSON.stringify(stored);
    expect(everything).toContain('general_practice ST1');
    for (const word of ['secret-', 'hidden-programme', 'QQQ-home', 'QQQ-away', 'QQQ-E1'])
      expect(everything).not.toContain(word);
    await expect(withScope(db, analyst.userId, (tx) => tx.execute(sql`select body from source_row`))).rejects.toThrow();
    expect(
      await withScope(db, analyst.userId, (tx) => tx.execute(sql`select count(*)::int as n from count_table`)),
    ).toMatchObject({
      rows: [{ n: 0 }],
    });
  });

  test('has no distance before positions are loaded; then has, the rest unchanged; and none when they are withdrawn', async () => {
    const entry = await files.stage('more.csv', placementsCsv(groups.slice(0, 3)));
    expect(entry.flags.map(({ rule }) => rule)).toContain('figures_missing');
    const before = await shownOf(releaseId);
    expect(before.filter(({ indicator }) => indicator.startsWith('placement-move-distance'))).toEqual([]);
    const sites = await files.publish(
      'sites.csv',
      csvOf(SITES_HEADER, [
        ['QQQ-home', 'Home', 'QQQ-E1', 53.8, -1.55, '', ''],
        ['QQQ-away', 'Away', 'QQQ-E2', 54.97, -1.61, '', ''],
      ]),
    );
    const after = await shownOf(releaseId);
    const distances = after.filter(
      ({ indicator, status }) => indicator === 'placement-move-distance' && status === 'value',
    );
    expect(distances.map(({ value }) => value)).toEqual(REGIONS.map(() => 130.2));
    const text = (rows: typeof before) => rows.map((row) => JSON.stringify(row)).sort();
    expect(text(after.filter(({ indicator }) => !indicator.startsWith('placement-move-distance')))).toEqual(
      text(before),
    );
    await files.withdraw(sites);
    expect(text(await shownOf(releaseId))).toEqual(text(before));
  });

  test('keeps hidden what was hidden, when a corrected file follows', async () => {
    const hidden = (rows: Awaited<ReturnType<typeof shownOf>>) =>
      rows.filter(({ status, indicator }) => status === 'suppressed' && indicator.startsWith('placement-site-moves'));
    const before = hidden(await shownOf(releaseId));
    const corrected = groups.map((group) =>
      isSmallCount(group.trainees) ? { ...group, trainees: 30, moving: 15 } : group,
    );
    const { releaseId: newer } = await files.publish('corrected.csv', placementsCsv(corrected));
    const now = new Set(hidden(await shownOf(newer)).map(({ area, breakdown }) => `${area} ${breakdown}`));
    expect(before.length).toBeGreaterThan(10);
    expect(before.filter(({ area, breakdown }) => !now.has(`${area} ${breakdown}`))).toEqual([]);
  });
});

test('thirty trainees at one site for three years score 0 moves, and all kept one site', async () => {
  const lines = Array.from({ length: 30 }, (_, i) =>
    ['2022', '2023', '2024'].map((year, at) => [
      `T${i}`,
      'P',
      'surgery',
      `ST${at + 1}`,
      'E1',
      'S1',
      'TR-east-midlands',
      `${year}-08-03`,
      `${Number(year) + 1}-08-02`,
      1,
      12,
    ]),
  ).flat();
  const { releaseId } = await files.publish(
    'three-years.csv',
    csvOf('trainee_ref,programme,specialty,level,employer_code,site_code,area_code,start,end,wte,notice_weeks', lines),
  );
  const shown = await shownOf(releaseId);
  const values = (id: string) => shown.filter(({ indicator }) => indicator === id).map(({ value }) => value);
  expect(values('placement-site-moves')).toEqual([0, 0]);
  expect(values('placement-employer-moves')).toEqual([0, 0]);
  expect(values('placement-one-site')).toEqual([100, 100]);
});

test('a file of every region has figures of England', async () => {
  const regions = (await runAs(analyst, () => listAreas(['training_region']))).filter(({ root }) => root === 'england');
  const groups = regions.map(({ code }) => ({
    area: code,
    specialty: 'medicine',
    level: 'ST1',
    trainees: 30,
    moving: 15,
  }));
  const medicineAlone = files.publish('medicine.csv', placementsCsv(groups, 2023));
  await expect(medicineAlone).rejects.toThrow('three-years.csv has placements of surgery in TR-east-midlands');
  const surgery = { area: 'TR-east-midlands', specialty: 'surgery', level: 'ST2', trainees: 30, moving: 15 };
  const { releaseId } = await files.publish('england.csv', placementsCsv([...groups, surgery], 2023));
  const england = (await shownOf(releaseId)).filter(({ area }) => area === 'E92000001');
  expect(england).toContainEqual(
    expect.objectContaining({ indicator: 'placement-site-moves', breakdown: 'all', status: 'value', value: 0.5 }),
  );
});

describe('before and after', () => {
  const stabilityOf = (code: string, choice: Partial<Parameters<typeof getPlacementStability>[1]> = {}) =>
    runAs(analyst, () => getPlacementStability(code, { specialty: null, level: null, before: null, ...choice }));
  const moves = ({ rows }: Awaited<ReturnType<typeof stabilityOf>>) =>
    rows.find(({ indicator }) => indicator.id === 'placement-site-moves');

  test('has nothing for an area without placements', async () => {
    const { years, rows, latest, before } = await stabilityOf('E54000008');
    expect({ years, rows, latest, before }).toEqual({ years: [], rows: [], latest: null, before: null });
  });

  test('sets the latest year beside an earlier one and the country, for the specialty and level of the address', async () => {
    const whole = await stabilityOf('TR-east-midlands');
    expect(whole).toMatchObject({
      latest: { label: 'Aug 2024 to Jul 2025' },
      before: { label: 'Aug 2023 to Jul 2024' },
      specialties: ['medicine', 'surgery'],
      levels: [],
    });
    expect(moves(whole)).toMatchObject({
      own: { latest: { measure: { value: 0 } }, before: { measure: { value: 0.5 } } },
      country: { latest: null, before: { measure: { value: 0.5 } } },
    });
    const chosen = await stabilityOf('TR-east-midlands', { specialty: 'surgery', level: 'ST3', before: 'nonsense' });
    expect(chosen).toMatchObject({
      specialty: 'surgery',
      level: 'ST3',
      levels: ['ST2', 'ST3'],
      before: { end: '2024-07-31' },
    });
    expect(moves(chosen)).toMatchObject({
      own: { latest: { breakdown: 'surgery ST3', measure: { value: 0 } }, before: null },
    });
    expect((await stabilityOf('TR-east-midlands', { level: 'ST3' })).level).toBeNull();
  });
});
