import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import type { ImportEntry } from '@/lib/contracts/import';
import { importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

let db: Database;
let files: ReturnType<typeof importedFiles>;

beforeAll(async () => {
  db = await openPublishedDb();
  files = importedFiles(db, await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]));
}, 90_000);
afterAll(async () => {
  await db.close();
  files.close();
});

const HOME_SCHOOL = 'period,home_lad,school_id,entrants,female,male,white,non_white';
const INTAKE = 'entry_year,school_id,home_lad,entrants,imd_quintile,entry_route';
const SCHOOL_FOUNDATION = 'period,school_id,foundation_area,graduates,female,male,white,non_white';
const COHORT =
  'entry_year,home_lad,school_id,sex,ethnicity,imd_quintile,entry_route,foundation_area,foundation_year,specialty_area,specialty_group,career_area,career_type,count';
const ESTABLISHMENT = 'period_end,area_code,specialty,level,establishment_fte,in_post_fte';
const FILL = 'year,round,area_code,specialty,level,posts,accepts';
const RETENTION = 'cohort_year,area_code,stage,started,still_in_region_1y,still_in_region_3y,still_in_region_5y';
const PLACEMENTS = 'trainee_ref,programme,specialty,level,employer_code,site_code,area_code,start,end,wte,notice_weeks';

const POSTS =
  'area_code takes training regions, integrated care boards, NHS regions, foundation areas and the whole country.';
const BOARD = 'E54000008 is an integrated care board;';

const stage = (name: string, ...lines: readonly string[]) => files.stage(`${name}.csv`, `${lines.join('\n')}\n`);
const faults = ({ errors }: ImportEntry) =>
  errors.map(({ row, column, value, rule, message }) => [row, column, value, rule, message]);

describe('a code of the list that is of another kind of area than its column takes', () => {
  const home = (code: string) => `2020-2024,${code},university-of-leeds,45,25,20,30,15`;
  const cohort = (areas: { foundation?: string; specialty?: string; career?: string; home?: string }) =>
    `2016,${areas.home ?? 'E08000035'},university-of-leeds,F,white,1,standard,${areas.foundation ?? ''},,${areas.specialty ?? ''},,${areas.career ?? ''},,5`;

  test.each<[string, string[], (string | number)[][]]>([
    [
      'home_school',
      [HOME_SCHOOL, home('E54000008'), home('E08000035'), home('E92000001'), home('E40000003')],
      [
        [2, 'home_lad', 'E54000008', `${BOARD} home_lad takes local authorities.`],
        [4, 'home_lad', 'E92000001', 'E92000001 is a country; home_lad takes local authorities.'],
        [5, 'home_lad', 'E40000003', 'E40000003 is an NHS region; home_lad takes local authorities.'],
      ],
    ],
    [
      'intake',
      [INTAKE, '2025,university-of-leeds,E54000008,10,1,standard'],
      [[2, 'home_lad', 'E54000008', `${BOARD} home_lad takes local authorities.`]],
    ],
    [
      'school_foundation',
      [SCHOOL_FOUNDATION, '2020-2024,university-of-leeds,TR-wessex,80,45,35,50,30'],
      [[2, 'foundation_area', 'TR-wessex', 'TR-wessex is a training region; foundation_area takes foundation areas.']],
    ],
    [
      'cohort',
      [
        COHORT,
        cohort({ foundation: 'TR-wessex', specialty: 'FA-trent', career: 'E09000001' }),
        cohort({ foundation: 'FA-trent', specialty: 'TR-wessex', career: 'TR-wessex' }),
      ],
      [
        [2, 'foundation_area', 'TR-wessex', 'TR-wessex is a training region; foundation_area takes foundation areas.'],
        [2, 'specialty_area', 'FA-trent', 'FA-trent is a foundation area; specialty_area takes training regions.'],
        [2, 'career_area', 'E09000001', 'E09000001 is a local authority; career_area takes training regions.'],
      ],
    ],
    [
      'establishment',
      [ESTABLISHMENT, '2026-03-31,E09000001,surgery,ST3,4,3', '2026-03-31,E54000008,surgery,ST3,4,3'],
      [[2, 'area_code', 'E09000001', `E09000001 is a local authority; ${POSTS}`]],
    ],
    [
      'fill',
      [FILL, '2025,1,E09000001,surgery,ST3,4,3', '2025,1,E92000001,surgery,ST3,4,3', '2025,1,FA-trent,surgery,F1,4,3'],
      [[2, 'area_code', 'E09000001', `E09000001 is a local authority; ${POSTS}`]],
    ],
    [
      'retention',
      [RETENTION, '2020,E09000001,foundation,50,40,30,20', '2020,FA-trent,foundation,50,40,30,20'],
      [[2, 'area_code', 'E09000001', `E09000001 is a local authority; ${POSTS}`]],
    ],
    [
      'placements',
      [PLACEMENTS, 't-1,p,surgery,ST3,RCB,RCB55,E09000001,2025-08-06,2026-02-03,1,12'],
      [[2, 'area_code', 'E09000001', `E09000001 is a local authority; ${POSTS}`]],
    ],
  ])('is an error of its row in %s.csv, in words', async (id, lines, expected) => {
    const entry = await stage(id, ...lines);
    expect(entry).toMatchObject({ dataset: id, status: 'refused', releaseId: null, errorTotal: expected.length });
    expect(faults(entry)).toEqual(
      expected.map(([row, column, value, message]) => [row, column, value, 'wrong_kind_of_area', message]),
    );
  });

  test('is none where it is of a merged authority, of one or a country elsewhere in the UK, or another code of an authority', async () => {
    const homes = ['E07000026', 'W06000015', 'S92000003', 'E08000038'];
    const good = await stage('homes', HOME_SCHOOL, ...homes.map(home));
    expect([good.status, good.errors, good.rows]).toEqual(['ready', [], 4]);
  });

  test('is told of an area that the file names with another code', async () => {
    const entry = await stage(
      'other-code',
      SCHOOL_FOUNDATION,
      '2020-2024,university-of-leeds,E08000038,80,45,35,50,30',
    );
    expect(faults(entry)).toEqual([
      [
        2,
        'foundation_area',
        'E08000016',
        'wrong_kind_of_area',
        'E08000016 is a local authority; foundation_area takes foundation areas.',
      ],
    ]);
  });
});

describe('places in rows with other faults', () => {
  test('are told in the same round: unknown ones, those of another kind and those of another time', async () => {
    const entry = await stage(
      'all-at-once',
      ESTABLISHMENT,
      '2026-03-31,TR-atlantis,surgery,ST3,many,3',
      '2026-03-31,E09000001,surgery,ST3,many,3',
      '2026-06-30,E54000022,surgery,ST3,many,3',
      '2026-03-31,E54000022,surgery,ST3,many,3',
    );
    expect([entry.status, entry.rows, entry.errorTotal]).toEqual(['refused', 0, 7]);
    expect(entry.errors.map(({ row, rule }) => `${row} ${rule}`)).toEqual([
      '2 bad_number',
      '2 unknown_area',
      '3 bad_number',
      '3 wrong_kind_of_area',
      '4 bad_number',
      '4 area_not_valid',
      '5 bad_number',
    ]);
  });

  test('that have no shape of a code have one fault only', async () => {
    const entry = await stage('no-code', ESTABLISHMENT, '2026-03-31,Wessex,surgery,ST3,4,3');
    expect(entry.errors.map(({ rule }) => rule)).toEqual(['bad_code']);
  });
});
