import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Database, withScope } from '@/db/client';
import { auditEvent } from '@/db/schema';
import type { ImportEntry } from '@/lib/contracts/import';
import type { Viewer } from '@/lib/domain/access/access';
import { csvOf, importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import {
  after,
  BOUNDARIES_26,
  before,
  CENSUS,
  CODE_OF,
  ENGLAND,
  GP_SUPPLY,
  LOOKUP_24,
  LOOKUP_25,
  lookup26,
  officialCode,
  officialName,
  type Place,
  places,
  RESIDENTS,
  residentsWhere,
} from '@/lib/testing/recoded-england';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { decideAreaCode, listAreaCodes } from './area-codes';
import { listAreas } from './areas';
import { findBoundaryMap } from './boundaries';
import { AccessDenied } from './errors';
import { getImport } from './imports';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const SLOW_MS = 180_000;
let db: Database;
let analyst: Viewer;
let manager: Viewer;
let admin: Viewer;
let files: ReturnType<typeof importedFiles>;

async function open(): Promise<void> {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  manager = await addViewer(db, 'manager@example.test', [OWN_GRANT.deanery]);
  admin = await addViewer(db, 'admin@example.test', [OWN_GRANT.admin]);
  files = importedFiles(db, analyst);
}
async function close(): Promise<void> {
  await db.close();
  files.close();
}

const fresh = ({ id }: ImportEntry) => runAs(analyst, () => getImport(id));
const notesOf = async (entry: ImportEntry, rule: string) =>
  (await fresh(entry)).flags.filter((flag) => flag.rule === rule).map(({ message }) => message);
const valuesOf = async (entry: ImportEntry, indicatorId: string) =>
  new Map((await files.figures(entry, indicatorId)).map(({ areaCode, value }) => [areaCode, value]));
const codes = async () => (await runAs(analyst, listAreaCodes)).codes;
const statusOf = async (code: string) => (await codes()).find((one) => one.code === code)?.status;
const auditOf = (action: string) =>
  withScope(db, admin.userId ?? '', (tx) =>
    tx.select().from(auditEvent).where(eq(auditEvent.action, action)).orderBy(asc(auditEvent.id)),
  );

describe('authorities with the codes of 2025', () => {
  beforeAll(open, SLOW_MS);
  afterAll(close);

  test(
    'have the same residents and GPs as with those of 2024, and England its whole',
    async () => {
      const census = await files.publish('ts001.csv', CENSUS);
      const supply = await files.publish('gps.csv', GP_SUPPLY);
      const old = await files.publish('lookup24.csv', LOOKUP_24);
      const [residents24, supply24] = [
        await valuesOf(census, 'population'),
        await valuesOf(supply, 'patients-per-gp-incl-trainees'),
      ];
      expect(residents24.get(ENGLAND)).toBe(RESIDENTS);
      expect(supply24.has(ENGLAND)).toBe(true);
      await files.withdraw(old);
      const recent = await files.publish('lookup25.csv', LOOKUP_25);
      expect(await valuesOf(census, 'population')).toEqual(residents24);
      expect(await valuesOf(supply, 'patients-per-gp-incl-trainees')).toEqual(supply24);
      const [note] = await notesOf(recent, 'figures_codes');
      expect(note).toContain('E08000038 as Barnsley (E08000016)');
      expect(note).toContain('E08000039 as Sheffield (E08000019)');
      expect((await fresh(recent)).changes).toMatchObject({ areasUnknown: [], areasMatched: 296 + 42 });
    },
    SLOW_MS,
  );

  test('are read in an exchange file, by row; the same row by both codes stands twice', async () => {
    const rows = [
      ['2024', 'E08000038', 'university-of-leeds', 20, 10, 10, 15, 5],
      ['2024', 'E08000016', 'university-of-sheffield', 20, 10, 10, 15, 5],
    ];
    const header = 'period,home_lad,school_id,entrants,female,male,white,non_white';
    const good = await files.stage('homes.csv', csvOf(header, rows), { roundingBase: 5 });
    expect(good).toMatchObject({ status: 'ready', rows: 2, errorTotal: 0 });
    expect(good.flags).toContainEqual(
      expect.objectContaining({
        rule: 'code_read_as',
        detail: 'E08000038',
        count: 1,
        at: [{ row: 2, column: 'home_lad' }],
      }),
    );
    const twice = [...rows, ['2024', 'E08000016', 'university-of-leeds', 20, 10, 10, 15, 5]];
    const bad = await files.stage('twice.csv', csvOf(header, twice), { roundingBase: 5 });
    expect(bad).toMatchObject({ status: 'refused', errors: [{ row: 4, rule: 'duplicate_key' }] });
    const unknown = [...rows, ['2024', 'E08999999', 'university-of-leeds', 20, 10, 10, 15, 5]];
    const none = await files.stage('unknown.csv', csvOf(header, unknown), { roundingBase: 5 });
    expect(none.errors).toMatchObject([{ row: 4, column: 'home_lad', value: 'E08999999', rule: 'unknown_area' }]);
    await expect(runAs(analyst, () => decideAreaCode({ code: 'E08000038', areaCode: 'E08000019' }))).rejects.toThrow(
      'homes.csv',
    );
  });

  test(
    'that are of no area are told with how much is left out, and no total is made of a part',
    async () => {
      const supply = await files.publish('gps-part.csv', GP_SUPPLY.replace('E08000035', 'E08999999'));
      const [flag] = await notesOf(supply, 'quality_unknown_code');
      expect(flag).toMatch(
        /^1 code is of no area in the list: E08999999\. 1 authority with 100,\d{3} patients is left out/,
      );
      const values = await valuesOf(supply, 'patients-per-gp-incl-trainees');
      expect(values.has('E08000035')).toBe(false);
      expect(values.has(ENGLAND)).toBe(false);
      expect(values.has('E08000036')).toBe(true);
      const { leftOut } = await runAs(analyst, listAreaCodes);
      expect(leftOut.map(({ fileName }) => fileName)).toEqual(['gps-part.csv']);
      await runAs(analyst, () => decideAreaCode({ code: 'E08999999', areaCode: 'E08000035' }));
      expect((await valuesOf(supply, 'patients-per-gp-incl-trainees')).has(ENGLAND)).toBe(true);
      expect((await runAs(analyst, listAreaCodes)).leftOut).toEqual([]);
    },
    SLOW_MS,
  );

  test('are decided by analysts only, for areas of their kind', async () => {
    const asReader = runAs(manager, () => decideAreaCode({ code: 'E54000199', areaCode: 'ICB-essex' }));
    await expect(asReader).rejects.toThrow(AccessDenied);
    await expect(runAs(manager, listAreaCodes)).rejects.toThrow(AccessDenied);
    const decide = (code: string, areaCode: string) => runAs(analyst, () => decideAreaCode({ code, areaCode }));
    await expect(decide('E54000199', 'E08000035')).rejects.toThrow('another kind of area');
    await expect(decide('E08000035', 'E08000036')).rejects.toThrow('E08000035 is Leeds');
    await expect(decide('E54000199', 'ICB-nowhere')).rejects.toThrow('There is no area');
  });
});

describe('boards with their codes of 2026', () => {
  let census: ImportEntry;
  beforeAll(open, SLOW_MS);
  afterAll(close);

  test(
    'whose names are doubtful are read as none, and the preview says what is left out',
    async () => {
      await files.publish('ts001.csv', CENSUS);
      const doubtful = lookup26((code, name) => officialName(code === 'ICB-essex' ? 'Surrey and Sussex' : name));
      const entry = await files.stage('doubtful.csv', doubtful);
      const [flag] = await notesOf(entry, 'quality_unknown_code');
      const isOut = ({ after: { code } }: Place) => /^ICB-(?:essex|surrey)/.test(code);
      const left = places.filter(isOut).length.toLocaleString('en-GB');
      expect(flag).toContain(
        `${left} small areas with ${residentsWhere(isOut).toLocaleString('en-GB')} residents are left out`,
      );
      expect(await notesOf(entry, 'figures_codes')).toEqual([
        expect.stringContaining('2 codes are not in the list of areas'),
        expect.stringContaining('5 codes are new'),
        expect.stringContaining('the file gives the name several codes'),
      ]);
      expect(await statusOf(officialCode('ICB-essex'))).toBeUndefined();
    },
    SLOW_MS,
  );

  test(
    'fill all 36 from a look-up with codes and names',
    async () => {
      const supply = await files.publish('gps.csv', GP_SUPPLY);
      await files.publish('lookup24.csv', LOOKUP_24);
      census = await files.publish('again.csv', `${CENSUS}\n`);
      const staged = await files.stage(
        'lookup26.csv',
        lookup26((_, name) => officialName(name)),
      );
      expect(await notesOf(staged, 'figures_codes')).toEqual([
        expect.stringContaining('2 codes are not in the list of areas'),
        expect.stringContaining('7 codes are new, with the name of a board that had no official code'),
      ]);
      expect(staged.changes).toMatchObject({
        areasUnknown: [],
        areaVintages: [expect.objectContaining({ type: 'icb', from: '2026-04-01', missing: 0, isMixed: false })],
      });
      expect(await statusOf(officialCode('ICB-essex'))).toBeUndefined();
      const entry = await files.publish('lookup26b.csv', `${lookup26((_, name) => officialName(name))}\n`);
      const values = await valuesOf(census, 'population');
      expect(values.get(ENGLAND)).toBe(RESIDENTS);
      const ofBoards = after.map(({ code }) => values.get(code));
      expect(ofBoards).toEqual(after.map(({ code }) => residentsWhere((place) => place.after.code === code)));
      // The 42 keep theirs by the look-up to them, and so do training regions that have only parts of new boards.
      expect(before.map(({ code }) => values.get(code))).toEqual(
        before.map(({ code }) => residentsWhere((place) => place.before === code)),
      );
      const regions = [...values].filter(([code]) => code.startsWith('TR-'));
      expect(regions).toHaveLength(11);
      expect(regions.reduce((sum, [, value]) => sum + (value ?? 0), 0)).toBe(RESIDENTS);
      const supplied = await valuesOf(supply, 'patients-per-gp-incl-trainees');
      expect([...before, ...after].filter(({ code }) => !supplied.has(code))).toEqual([]);
      const proposed = (await codes()).filter(({ status }) => status === 'proposed');
      expect(proposed.map(({ code, areaCode }) => [areaCode, code]).sort()).toEqual([...CODE_OF].sort());
      expect(await auditOf('area-code.propose')).toMatchObject([{ subject: entry.releaseId }]);
      expect(await notesOf(entry, 'quality_unknown_code')).toEqual([]);
    },
    SLOW_MS,
  );

  test(
    'draw the map of the 36',
    async () => {
      await files.publish('icb26.geojson', BOUNDARIES_26);
      const map = await runAs(manager, async () => findBoundaryMap(await listAreas(['icb'], { on: '2026-04-01' })));
      expect(map?.drawing.shapes.map(({ code }) => code).sort()).toEqual(after.map(({ code }) => code).sort());
    },
    SLOW_MS,
  );

  test(
    'are confirmed or taken back by an analyst, and figures follow',
    async () => {
      const code = officialCode('ICB-essex');
      const decide = (areaCode: string | null) => runAs(analyst, () => decideAreaCode({ code, areaCode }));
      await decide('ICB-essex');
      expect(await statusOf(code)).toBe('confirmed');
      await decide(null);
      expect(await statusOf(code)).toBe('rejected');
      const map = await runAs(manager, async () => findBoundaryMap(await listAreas(['icb'], { on: '2026-04-01' })));
      expect(map?.drawing.shapes.map((shape) => shape.code)).not.toContain('ICB-essex');
      const { leftOut } = await runAs(analyst, listAreaCodes);
      expect(leftOut.map(({ fileName }) => fileName).sort()).toEqual(['icb26.geojson', 'lookup26b.csv']);
      const without = await valuesOf(census, 'population');
      expect(after.flatMap((one) => (without.has(one.code) ? [] : [one.code]))).toEqual(['ICB-essex']);
      expect(without.get(ENGLAND)).toBe(RESIDENTS);
      const [note] = (await notesOf(census, 'figures_partial')).filter((message) => message.includes(code));
      expect(note).toContain('residents are left out');
      await decide('ICB-essex');
      expect((await valuesOf(census, 'population')).has('ICB-essex')).toBe(true);
      expect((await runAs(analyst, listAreaCodes)).leftOut).toEqual([]);
      expect((await auditOf('area-code.decide')).map(({ detail }) => detail)).toMatchObject([
        { areaCode: 'ICB-essex', before: { status: 'proposed' }, remade: [] },
        { areaCode: null },
        { areaCode: 'ICB-essex' },
      ]);
    },
    SLOW_MS,
  );
});
