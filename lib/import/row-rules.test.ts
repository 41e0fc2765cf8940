import { describe, expect, it } from 'vitest';
import { csv, readFixture } from '@/lib/testing/import-fixture';
import type { CountRules } from './count-rules';

const HESA: CountRules = { ruleSet: 'none', roundingBase: 5 };

const faultsOf = async (header: string, rows: readonly string[], counts: CountRules = HESA) => {
  const { reading } = await readFixture(csv(header, ...rows), { counts });
  expect(reading.status).toBe('refused');
  expect(reading.errorTotal).toBe(reading.errors.length);
  return reading.errors.map(({ row, column, rule }) => `${row} ${column} ${rule}`);
};

const PLACEMENTS = 'trainee_ref,programme,specialty,level,employer_code,site_code,area_code,start,end,wte,notice_weeks';
const placement = ({ ref = 't-1', start = '2025-08-06', end = '2026-02-03', wte = '1', notice = '12' }) =>
  `${ref},p,surgery,ST3,RCB,RCB55,TR-wessex,${start},${end},${wte},${notice}`;

describe('a bad cell', () => {
  it('hides no other fault of its placement', async () => {
    expect(
      await faultsOf(PLACEMENTS, [placement({ end: '2025-01-01', wte: 'full', ref: '1234567', notice: 'long' })]),
    ).toEqual([
      '2 wte bad_number',
      '2 notice_weeks bad_number',
      '2 end ends_before_start',
      '2 trainee_ref looks_like_gmc_number',
    ]);
  });

  it('is not compared with another', async () => {
    const rows = [placement({ start: '2026-13-01', end: '2025-01-01' })];
    expect(await faultsOf(PLACEMENTS, rows)).toEqual(['2 start bad_date']);
  });

  it('hides no blank cell after it', async () => {
    const rows = [
      placement({ start: '2026-13-01', wte: '' }),
      ',p,surgery,ST9,,RCB55,TR-wessex,2025-08-06,2026-02-03,1,12',
    ];
    expect(await faultsOf(PLACEMENTS, rows)).toEqual([
      '2 start bad_date',
      '2 wte required',
      '3 trainee_ref required',
      '3 level not_one_of',
      '3 employer_code required',
    ]);
  });

  it('hides no trainees beyond those who started', async () => {
    const header = 'cohort_year,area_code,stage,started,still_in_region_1y,still_in_region_3y,still_in_region_5y';
    const rows = ['2020,TR-wessex,never,10,many,12,11', '2020,TR-wessex,gp,none,11,12,13'];
    expect(await faultsOf(header, rows)).toEqual([
      '2 stage not_one_of',
      '2 still_in_region_1y bad_number',
      '2 still_in_region_3y more_than_started',
      '2 still_in_region_5y more_than_started',
      '3 started required',
    ]);
  });

  it('hides no count that is not rounded, in both rounded tables', async () => {
    const groups = 'female,male,white,non_white';
    const homes = ['2020-2024,nowhere,university-of-leeds,46,many,21,30,12'];
    expect(await faultsOf(`period,home_lad,school_id,entrants,${groups}`, homes)).toEqual([
      '2 home_lad bad_code',
      '2 female bad_number',
      '2 entrants not_rounded',
      '2 male not_rounded',
      '2 non_white not_rounded',
    ]);
    const rows = ['in 2020,university-of-leeds,FA-trent,81,45,35,50,30'];
    expect(await faultsOf(`period,school_id,foundation_area,graduates,${groups}`, rows)).toEqual([
      '2 period bad_code',
      '2 graduates not_rounded',
    ]);
  });

  it('hides no foundation before entry, and no site that closed before it opened', async () => {
    const cohort =
      'entry_year,home_lad,school_id,sex,ethnicity,imd_quintile,entry_route,foundation_area,foundation_year,specialty_area,specialty_group,career_area,career_type,count';
    const person = '2016,E08000035,university-of-leeds,F,white,9,standard,,2015,,,,,1';
    expect(await faultsOf(cohort, [person])).toEqual(['2 imd_quintile not_one_of', '2 foundation_year before_entry']);
    const site = 'RCB55,York,RCB,north,-1.1,2020-01-01,2019-01-01';
    expect(await faultsOf('site_code,name,employer_code,lat,lon,valid_from,valid_to', [site])).toEqual([
      '2 lat bad_number',
      '2 valid_to ends_before_start',
    ]);
  });

  it('hides no row that stands twice in an exchange file, unless it is in the key', async () => {
    const rows = [placement({}), placement({ wte: 'full' }), placement({ start: '2026-13-01' })];
    expect(await faultsOf(PLACEMENTS, rows)).toEqual(['3 wte bad_number', '3  duplicate_key', '4 start bad_date']);
  });
});

it('a row that is dropped has no remark: it is not in what is kept', async () => {
  const header = 'year,round,area_code,specialty,level,posts,accepts';
  const { reading } = await readFixture(csv(header, '2025,1,TR-wessex,surgery,ST9,4,5'));
  expect(reading.flags).toEqual([]);
  const kept = await readFixture(csv(header, '2025,1,TR-wessex,surgery,ST3,4,5'));
  expect(kept.reading.flags).toMatchObject([{ rule: 'fill_above_100', count: 1 }]);
});
