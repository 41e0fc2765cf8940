import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, readFixture } from '@/lib/testing/import-fixture';
import { workbookOf } from '@/lib/testing/workbook-fixture';
import { fileInMemory } from './import-file';
import { readImport } from './read-import';
import { vintageWords } from './vintage';

const PRACTICE = 'PRAC_CODE,PRAC_NAME,STAFF_GROUP,DETAILED_STAFF_ROLE,MEASURE,VALUE';
const IMD25 = [
  'LSOA code (2021)',
  'LSOA name (2021)',
  'Local Authority District code (2024)',
  'Local Authority District name (2024)',
  'Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)',
  'Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOA',
];

describe('readImport', () => {
  it('reads what it is given in pieces of any size alike', async () => {
    const text = csv(
      PRACTICE,
      'A81001,"THE ""OLD"" SURGERY,\r\nLINE 2",GP,Salaried,FTE,1.5',
      'A81002,É–X,GP,Salaried,FTE,2',
    );
    const bytes = new TextEncoder().encode(text);
    const whole = await readFixture(bytes);
    for (const size of [1, 2, 3, 7, 64]) {
      const records: object[] = [];
      const file = {
        ...fileInMemory('x.csv', bytes),
        async *chunks() {
          for (let start = 0; start < bytes.length; start += size) yield bytes.slice(start, start + size);
        },
      };
      const reading = await readImport(file, {
        onRecords: async (batch) => {
          records.push(...batch.records);
        },
      });
      expect(records).toEqual(whole.records);
      expect(reading).toEqual(whole.reading);
    }
  });

  it('numbers rows as a spreadsheet does: a blank line counts, a line break within a cell does not', async () => {
    const { reading } = await readFixture(
      csv(PRACTICE, '', 'A81001,"A\nB",GP,Salaried,FTE,1', 'A81002,X,GP,Salaried,FTE,many'),
    );
    expect(reading.errors).toMatchObject([{ row: 4, column: 'VALUE', value: 'many', rule: 'bad_number' }]);
  });

  it('finds the header below notes, and leaves out notes below the table', async () => {
    const { reading } = await readFixture(
      csv('General practice', '', PRACTICE, 'A81001,X,GP,Salaried,FTE,1', '', 'Source: NHS England'),
    );
    expect(reading).toMatchObject({ dataset: 'gp_practice_high', status: 'ready', rows: 1, errorTotal: 0 });
    expect(reading.flags.map(({ rule, detail }) => `${rule}:${detail}`)).toEqual([
      'preamble_lines:2',
      'footer_lines:1',
    ]);
  });

  it('refuses a row with too few or too many cells, and keeps the others', async () => {
    const { reading } = await readFixture(
      csv(PRACTICE, 'A81001,X,GP,Salaried,FTE', 'A81002,X,GP,Salaried,FTE,1', 'A81003,X,Y,GP,Salaried,FTE,1'),
    );
    expect(reading).toMatchObject({ status: 'ready', rows: 1, errorTotal: 2 });
    expect(reading.errors.map(({ row, rule }) => [row, rule])).toEqual([
      [2, 'ragged_row'],
      [4, 'ragged_row'],
    ]);
  });

  it.each([
    ['nothing', '', 'empty_file'],
    ['blank lines', '\r\n\r\n', 'empty_file'],
    ['a header alone', csv(PRACTICE), 'no_rows'],
    ['a web page', '<!DOCTYPE html><html></html>', 'html_not_csv'],
    ['a pointer', 'version https://git-lfs.github.com/spec/v1\n', 'lfs_pointer'],
    ['a quote within a cell', csv(PRACTICE, 'A81001,5" PIPE,GP,Salaried,FTE,1'), 'bad_quote'],
    ['a column twice', csv(`${PRACTICE},Value`, 'A81001,X,GP,Salaried,FTE,1,2'), 'duplicate_column:Value'],
    ['a record without end', csv(PRACTICE, `A81001,"${'x'.repeat(2_000_000)}`), 'record_too_long'],
    ['half an object', '{"type": "FeatureCollection"', 'bad_json'],
    ['another object', '{"type": "Feature"}', 'not_boundaries'],
  ])('refuses %s', async (_, text, reject) => {
    const { reading } = await readFixture(text);
    expect(reading).toMatchObject({ status: 'refused', reject, rows: 0 });
  });

  it('reads the sheet of a workbook that it knows, and no other', async () => {
    const { reading, records } = await readFixture(
      workbookOf([
        { name: 'Notes', rows: [['Indices of deprivation'], ['Read this first']] },
        {
          name: 'IMD25',
          rows: [IMD25, ['E01000001', 'City of London 001A', 'E09000001', 'City of London', 28_551, 9]],
        },
      ]),
    );
    expect(reading).toMatchObject({ dataset: 'imd2025_file1', status: 'ready', rows: 1, errorTotal: 0 });
    expect(reading.flags).toMatchObject([{ rule: 'sheet_not_read', detail: 'Notes' }]);
    expect(vintageWords(reading.vintage)).toBe('LSOA 2021, local authority 2024');
    expect(records).toEqual([{ lsoaCode: 'E01000001', ladCode: 'E09000001', imdRank: 28_551, imdDecile: 9 }]);
  });

  it('refuses a small area of 2021 in a file of 2019', async () => {
    const header = IMD25.map((name) =>
      name.replace('2021', '2011').replace('2024', '2019').replace('of LSOA', 'of LSOAs)'),
    );
    header.splice(4, 0, 'Index of Multiple Deprivation (IMD) Score');
    const { reading } = await readFixture(csv(header.join(','), 'E01033769,x,E09000001,y,6.2,29199,9'));
    expect(reading.errors[0]).toMatchObject({ row: 2, rule: 'wrong_vintage', value: 'E01033769' });
    expect(reading).toMatchObject({ status: 'refused', reject: 'lsoa_vintage:header_contradicts_codes', rows: 0 });
  });

  it('refuses a file that names small areas of one list and holds those of the other', async () => {
    const header = 'LSOA11CD,ICB25CD,ICB25CDH';
    const { reading } = await readFixture(csv(header, 'E01000001,E54000027,QRV\nE01033769,E54000027,QRV'));
    expect(reading).toMatchObject({ dataset: 'ons_lsoa_icb', status: 'refused', rows: 0 });
    expect(reading.errors).toMatchObject([{ rule: 'lsoa_vintage', message: expect.stringContaining('2011 or 2021') }]);
    const both = csv(`${header},LSOA21CD`, 'E01000001,E54000027,QRV,E01000001');
    expect((await readFixture(both)).reading.reject).toBe('lsoa_vintage:headers_disagree');
  });

  it('knows small areas by a header of the year, and says where nothing tells', async () => {
    const patients = (name: string) =>
      csv(`EXTRACT_DATE,PRACTICE_CODE,${name},NUMBER_OF_PATIENTS`, '01JAN2026,A81001,E01000001,3');
    const vintage = async (name: string) => (await readFixture(patients(name))).reading;
    expect(vintageWords((await vintage('LSOA_2011_CODE')).vintage)).toContain('LSOA 2011');
    expect(vintageWords((await vintage('LSOA21_CODE')).vintage)).toContain('LSOA 2021');
    expect((await vintage('LSOA_CODE')).flags).toMatchObject([{ rule: 'lsoa_vintage_unknown' }]);
  });

  it('is told the dataset, and says what such a file lacks', async () => {
    const { reading } = await readFixture(csv('a,b,c', '1,2,3'), { dataset: 'hchs_turnover1' });
    expect(reading).toMatchObject({ dataset: 'hchs_turnover1', status: 'refused', reject: 'missing_column:PERIOD' });
    expect(reading.errorTotal).toBeGreaterThan(1);
  });

  it('reads the two months of a turnover period', async () => {
    const header = 'PERIOD,TYPE,NHSE_REGION_CODE,NHSE_REGION_NAME,MAIN_STAFF_GROUP,STAFF_GROUP,HC,FTE';
    const { records } = await readFixture(
      csv(header, '202410 to 202510,Leavers,Y63,n,Doctors,All,12,10.5', '31/10/2024,Denoms,Y63,n,Doctors,All,12,10.5'),
    );
    expect(records).toMatchObject([
      { monthStart: '2024-10', monthEnd: '2025-10', headcount: 12 },
      { monthStart: '2024-10', monthEnd: '2024-10', type: 'Denoms' },
    ]);
  });

  it('reads doctors under both styles of header', async () => {
    const old = 'Date,Org code,Org name,Grade,Grade sort order,Specialty group,Specialty,Total FTE';
    const now = 'DATA_MONTH,ORG_CODE,GRADE,SPECIALTY_GROUP,SPECIALTY,FTE';
    for (const text of [
      csv(old, '31/10/2023,RX1,X,Consultant,1,Medicine,Cardiology,3.2'),
      csv(now, '2025-10-31,RX1,Consultant,Medicine,Cardiology,3.2'),
    ]) {
      const { reading, records } = await readFixture(text);
      expect(reading).toMatchObject({ dataset: 'hchs_core3_doctors', status: 'ready', flags: [] });
      expect(records).toMatchObject([{ orgCode: 'RX1', specialty: 'Cardiology', fte: 3.2 }]);
    }
  });

  it('recalculates a fill rate, and says where the published one differs', async () => {
    const { reading, records } = await readFixture(
      csv(
        'Specialty and level,Posts,Accepts,Fill rate %',
        'Paediatrics ST1,400,390,97.5',
        'Core Psychiatry Training CT1/ST1,100,99,98',
      ),
    );
    expect(records).toMatchObject([{ level: 'ST1' }, { level: 'CT1/ST1' }]);
    expect(reading.flags).toMatchObject([{ rule: 'published_rate_differs', at: [{ row: 3 }] }]);
  });

  it('reads a practice file of 900 columns by name', async () => {
    const filler = Array.from({ length: 890 }, (_, at) => `MALE_PATIENTS_${at}`);
    const header = [
      'PRAC_CODE',
      'PRAC_NAME',
      ...filler,
      'TOTAL_PATIENTS',
      'TOTAL_GP_HC',
      'TOTAL_GP_FTE',
      'TOTAL_GP_EXTGL_FTE',
    ];
    const { reading, records } = await readFixture(
      csv(header.join(','), `A81001,X,${filler.map(() => '1').join(',')},4000,3,2.5,NS`),
    );
    expect(reading).toMatchObject({ dataset: 'gp_practice_detailed', status: 'ready', rows: 1 });
    expect(records).toMatchObject([
      {
        patients: 4_000,
        gpFte: 2.5,
        gpFteWithoutTraineesOrLocums: { absent: 'not_available', mark: 'NS' },
        traineeFte: { absent: 'not_in_file' },
      },
    ]);
  });

  it('tells small areas of 2021 by their codes where the header does not', async () => {
    const header = 'PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,LSOA_CODE,SEX,NUMBER_OF_PATIENTS';
    const row = (lsoa: string) => `GP_PRAC_PAT_LIST,01JAN2026,A81001,X,${lsoa},ALL,12`;
    const { reading } = await readFixture(csv(header, row('E01035000'), row('W01000001'), row('CLOSED')));
    expect(reading).toMatchObject({
      status: 'ready',
      rows: 3,
      vintage: { geography: { lsoa: 2021 }, from: '2026-01-01' },
    });
  });

  it('never hands on a header or sheet name as a property', async () => {
    const { reading } = await readFixture(csv('__proto__,constructor,a', '1,2,3'));
    expect(reading).toMatchObject({ status: 'needs_mapping', headers: ['__proto__', 'constructor', 'a'] });
  });

  it('stops where it is told to', async () => {
    const file = fileInMemory('x.csv', new TextEncoder().encode(csv(PRACTICE, 'A81001,X,GP,Salaried,FTE,1')));
    await expect(readImport(file, { signal: AbortSignal.abort() })).rejects.toThrow();
  });

  it('ends in a reading for any bytes', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.uint8Array({ maxLength: 400 }).map((tail) => Buffer.concat([Buffer.from('PK\x03\x04'), tail])),
      fc.string({ maxLength: 400 }).map((tail) => Buffer.from(`${PRACTICE}\n${tail}`)),
      fc.string({ maxLength: 400 }).map((tail) => Buffer.from(`{"type":"FeatureCollection","features":${tail}`)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const { reading } = await readFixture(content);
        expect(['ready', 'needs_mapping', 'refused']).toContain(reading.status);
        expect(reading.status === 'ready' || reading.errorTotal > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
