import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { csv, readFixture } from '@/lib/testing/import-fixture';
import { DATASETS, EXCHANGE_DATASETS } from './dataset-list';
import { exampleCsv, exchangeColumns, templateCsv } from './exchange-template';

const HEADER = 'period_end,area_code,specialty,level,establishment_fte,in_post_fte';
const ROW = '2026-03-31,TR-wessex,paediatrics,ST3,42,38.5';

const establishment = async (...rows: readonly string[]) => readFixture(csv(HEADER, ...rows));

/** The headers that the exchange files are agreed with. */
const AGREED: Readonly<Record<string, string>> = {
  establishment: HEADER,
  fill: 'year,round,area_code,specialty,level,posts,accepts,applicants',
  retention: 'cohort_year,area_code,stage,started,still_in_region_1y,still_in_region_3y,still_in_region_5y',
  home_school: 'period,home_lad,school_id,entrants,female,male,white,non_white',
  school_foundation: 'period,school_id,foundation_area,graduates,female,male,white,non_white',
  intake: 'entry_year,school_id,home_lad,entrants,imd_quintile,entry_route',
  young_people: 'year,home_lad,people,female,male,white,non_white,fifth_1,fifth_2,fifth_3,fifth_4,fifth_5',
  school_facts: 'year,area_code,founded,annual_intake,annual_foundation_places',
  placements: 'trainee_ref,programme,specialty,level,employer_code,site_code,area_code,start,end,wte,notice_weeks',
  sites: 'site_code,name,employer_code,lat,lon,valid_from,valid_to',
  cohort:
    'entry_year,home_lad,school_id,sex,ethnicity,imd_quintile,entry_route,foundation_area,foundation_year,specialty_area,specialty_group,career_area,career_type,count',
};

describe('exchange files', () => {
  it.each(EXCHANGE_DATASETS.map(({ id }) => id))('%s: the template is the agreed header', (id) => {
    expect(templateCsv(id)).toBe(`${AGREED[id]}\r\n`);
  });

  it.each(EXCHANGE_DATASETS.map(({ id }) => id))('%s: its example is read without an error', async (id) => {
    const { reading, records } = await readFixture(exampleCsv(id));
    expect(reading).toMatchObject({ dataset: id, status: 'ready', rows: 1, errorTotal: 0, flags: [] });
    expect(records).toHaveLength(1);
  });

  it.each(EXCHANGE_DATASETS.map(({ id }) => id))('%s: every column says what it holds and shows an example', (id) => {
    for (const { about, example } of exchangeColumns(id)) {
      expect(about).not.toBe('');
      expect(example).not.toBe('');
    }
  });

  it('are documented as they are read', () => {
    const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/data-formats.md'), 'utf8');
    for (const { id } of EXCHANGE_DATASETS) {
      expect(page).toContain(`### \`${id}.csv\``);
      for (const { header, about, example } of exchangeColumns(id)) {
        expect(page).toContain(`| \`${header}\` |`);
        expect(page).toContain(`| ${about} | \`${example}\` |`);
      }
    }
    for (const { id } of DATASETS) expect(page).toContain(`\`${id}`);
  });

  it('gives typed records', async () => {
    const { records, reading } = await establishment(ROW);
    expect(records).toEqual([
      {
        periodEnd: '2026-03-31',
        areaCode: 'TR-wessex',
        specialty: 'paediatrics',
        level: 'ST3',
        establishmentFte: 42,
        inPostFte: 38.5,
      },
    ]);
    expect(reading.vintage).toEqual({ geography: {}, from: '2026-03-31', to: '2026-03-31' });
  });

  it('are refused for one bad row, and name its row, column, value and rule', async () => {
    const { reading } = await establishment(ROW, '2026-03-31,TR-wessex,surgery,ST9,42,-1');
    expect(reading).toMatchObject({ status: 'refused', reject: null, rows: 1, errorTotal: 2 });
    expect(reading.errors).toMatchObject([
      { row: 3, column: 'level', value: 'ST9', rule: 'not_one_of' },
      { row: 3, column: 'in_post_fte', value: '-1', rule: 'out_of_range', message: 'Give a number from 0 to 100000.' },
    ]);
  });

  it('are refused for a column that is not theirs', async () => {
    const { reading, records } = await readFixture(csv(`${HEADER},note`, `${ROW},x`));
    expect(reading).toMatchObject({ dataset: 'establishment', status: 'refused', reject: 'unknown_column:note' });
    expect(records).toEqual([]);
  });

  it('are refused for a column that stands twice, or is missing', async () => {
    const twice = await readFixture(csv(`${HEADER},level`, `${ROW},ST3`));
    expect(twice.reading.reject).toBe('duplicate_column:level');
    const missing = await readFixture(csv(HEADER.replace(',level', ''), ROW.replace(',ST3', '')));
    expect(missing.reading.reject).toBe('missing_column:level');
  });

  it('are refused for a row that stands twice', async () => {
    const { reading } = await establishment(ROW, ROW.replace('42', '43'));
    expect(reading).toMatchObject({ status: 'refused', reject: 'duplicate_key', rows: 0 });
    expect(reading.errors).toMatchObject([{ row: 3, rule: 'duplicate_key' }]);
  });

  it('are refused for rows of totals, by row: posts are added up here', async () => {
    const named = [
      'Total',
      'grand  total',
      'Overall total',
      'Sub-total',
      'TOTALS',
      'All',
      'All Specialties',
      'Surgery Total',
    ];
    const rows = named.map((specialty) => `2026-03-31,TR-wessex, ${specialty} ,ST3,42,38.5`);
    const levels = ['Total', 'all', 'All levels', 'All grades'].map(
      (level) => `2026-03-31,TR-wessex,surgery,${level},9,8`,
    );
    const { reading } = await establishment(ROW, ...rows, ...levels);
    expect(reading).toMatchObject({ status: 'refused', reject: null, rows: 1, errorTotal: 12 });
    expect(reading.errors.map(({ row, column, value, rule }) => [row, column, value, rule])).toEqual([
      ...named.map((value, at) => [at + 3, 'specialty', value, 'total_row']),
      [11, 'level', 'Total', 'total_row'],
      [12, 'level', 'all', 'total_row'],
      [13, 'level', 'All levels', 'total_row'],
      [14, 'level', 'All grades', 'total_row'],
    ]);
    expect(reading.errors[0]?.message).toContain('Delete the rows of totals: Stead adds the rows up itself.');
  });

  it('take names that only begin like those of totals, and the round of all rounds', async () => {
    const { reading } = await establishment(
      ROW.replace('paediatrics', 'allergy'),
      ROW.replace('paediatrics', 'all other'),
    );
    expect(reading).toMatchObject({ status: 'ready', rows: 2, flags: [] });
    const fills = ['2025,all,TR-wessex,surgery,ST3,10,9,', '2025,all,TR-wessex,All specialties,ST3,10,9,'];
    const { reading: filled } = await readFixture(csv(AGREED.fill ?? '', ...fills));
    expect(filled.errors).toMatchObject([{ row: 3, column: 'specialty', value: 'All specialties', rule: 'total_row' }]);
  });

  it('take ISO dates only', async () => {
    const { reading } = await establishment(ROW.replace('2026-03-31', '31/03/2026'));
    expect(reading.errors).toMatchObject([{ row: 2, column: 'period_end', rule: 'bad_date' }]);
  });

  it('count every error and list the first 1,000', async () => {
    const rows = Array.from({ length: 1_500 }, (_, index) => `2026-03-31,TR-wessex,s${index},ST3,x,1`);
    const { reading } = await establishment(...rows);
    expect(reading.errorTotal).toBe(1_500);
    expect(reading.errors).toHaveLength(1_000);
  });

  it('keep a suppressed count apart from none', async () => {
    const header = AGREED.home_school ?? '';
    const { records } = await readFixture(csv(header, '2020-2024,E08000035,leeds,10,*,0,,10'));
    expect(records).toMatchObject([
      {
        entrants: 10,
        female: { absent: 'suppressed', mark: '*' },
        male: 0,
        white: { absent: 'suppressed', mark: '' },
        nonWhite: 10,
      },
    ]);
  });

  it('that were cut in their last line are refused: that line is no note below the table', async () => {
    for (const cut of ['2026-03', '2026-03-31,,,,,']) {
      const { reading } = await establishment(ROW, cut);
      expect([cut, reading.status]).toEqual([cut, 'refused']);
    }
  });

  it('leave out the applicants where nobody counted them', async () => {
    const header = (AGREED.fill ?? '').replace(',applicants', '');
    const { reading, records } = await readFixture(csv(header, '2025,1,TR-wessex,paediatrics,ST3,10,11'));
    expect(reading).toMatchObject({ status: 'ready', flags: [{ rule: 'fill_above_100', count: 1 }] });
    expect(records).toMatchObject([{ applicants: { absent: 'not_in_file' } }]);
  });

  it('refuse placements that end before they start, that have no hours, and that could name a trainee', async () => {
    const header = AGREED.placements ?? '';
    const row = (ref: string, end: string, wte: string) =>
      `${ref},yh,paediatrics,ST3,RCB,RCB55,TR-wessex,2025-08-06,${end},${wte},12`;
    const { reading } = await readFixture(
      csv(header, row('a', '2025-08-05', '1'), row('b', '2026-02-03', '0'), row('7654321', '2026-02-03', '1')),
    );
    expect(reading.errors.map(({ row: at, rule }) => [at, rule])).toEqual([
      [2, 'ends_before_start'],
      [3, 'out_of_range'],
      [4, 'looks_like_gmc_number'],
    ]);
    expect(JSON.stringify(reading)).not.toContain('7654321');
  });

  it('refuse a site that is at two places on one day, in whatever order they stand', async () => {
    const site = (code: string, from: string, to: string) => `${code},York Hospital,RCB,53.97,-1.08,${from},${to}`;
    const { reading } = await readFixture(
      csv(
        AGREED.sites ?? '',
        site('RCB55', '2024-04-01', ''),
        site('RCB55', '', '2024-04-01'),
        site('RCB56', '2020-01-01', ''),
        site('RCB56', '2022-01-01', ''),
        site('RCB57', '', '2024-03-31'),
        site('RCB57', '2024-04-01', ''),
      ),
    );
    const rule = 'overlapping_validity';
    expect(reading.status).toBe('refused');
    expect(reading.errors).toMatchObject([
      { row: 2, column: 'valid_from', value: '2024-04-01', rule },
      { row: 5, column: 'valid_from', value: '2022-01-01', rule },
    ]);
  });

  it('refuse more trainees still there than started', async () => {
    const { reading } = await readFixture(csv(AGREED.retention ?? '', '2019,TR-wessex,gp,20,21,,'));
    expect(reading.errors).toMatchObject([{ row: 2, column: 'still_in_region_1y', rule: 'more_than_started' }]);
  });

  it('refuse counts that are no whole numbers, by row and column', async () => {
    const files = {
      retention: '2019,TR-wessex,gp,20,10.5,9.5,0.5',
      fill: '2025,1,TR-wessex,paediatrics,ST3,10.5,9.5,1.5',
      intake: '2025,university-of-leeds,E08000035,12.5,1,standard',
      home_school: '2020-2024,E08000035,leeds,10.5,5.5,5.5,5.5,5.5',
      school_foundation: '2021,leeds,FA-trent,50.5,25.5,25.5,30.5,20.5',
      cohort: '2016,E08000035,leeds,F,white,1,standard,,,,,,,1.5',
    } as const;
    const columns: Record<keyof typeof files, readonly string[]> = {
      retention: ['still_in_region_1y', 'still_in_region_3y', 'still_in_region_5y'],
      fill: ['posts', 'accepts', 'applicants'],
      intake: ['entrants'],
      home_school: ['entrants', 'female', 'male', 'white', 'non_white'],
      school_foundation: ['graduates', 'female', 'male', 'white', 'non_white'],
      cohort: ['count'],
    };
    for (const dataset of ['retention', 'fill', 'intake', 'home_school', 'school_foundation', 'cohort'] as const) {
      const { reading } = await readFixture(csv(AGREED[dataset] ?? '', files[dataset]));
      const faults = reading.errors.map(({ row, column, rule }) => [row, column, rule]);
      expect([dataset, reading.status, faults]).toEqual([
        dataset,
        'refused',
        columns[dataset].map((column) => [2, column, 'not_whole']),
      ]);
    }
  });
});
