import { describe, expect, it } from 'vitest';
import { readFixture } from '@/lib/testing/import-fixture';
import { type FixtureCell, workbookOf } from '@/lib/testing/workbook-fixture';

const QUARTERS = ['2025/26 Q3 (Dec-25)', '2025/26 Q4 (Mar-26)'];
const notes = Array.from({ length: 17 }, (_, at): FixtureCell[] => [
  at % 3 === 0 ? `Note ${at}: vacancy rates are described below` : null,
]);

const stacked = (fte: readonly FixtureCell[][], rates: readonly FixtureCell[][]): FixtureCell[][] => [
  ...notes,
  ['Total workforce vacancy FTE'],
  [],
  ['Region', 'Sector', ...QUARTERS],
  ...fte,
  [],
  ['Total workforce % vacancy rate'],
  ['Region', 'Sector', ...QUARTERS],
  ...rates,
  ['Source: NHS England'],
];

const MEDICAL = stacked(
  [
    ['East of England', 'Acute', '1,204.5', 0.4],
    [null, 'Ambulance', '-', 2],
    [null, 'Total', 1205, 2.4],
    ['London', 'Acute', 900, 800],
  ],
  [
    ['East of England', 'Acute', 0.071, 0.0004],
    [null, 'Ambulance', '-', 0.5],
    [null, 'Total', 0.07, 0.001],
    ['London', 'Acute', 0.06, 0.05],
  ],
);

const read = async (rows: FixtureCell[][], name = 'Medical 2018 onwards') =>
  readFixture(
    workbookOf([
      { name: 'Contents', rows: [['NHS Vacancy Statistics']] },
      { name, rows },
    ]),
  );

describe('the vacancy workbook', () => {
  it('is known by its tables, and is of its quarters', async () => {
    const { reading } = await read(MEDICAL);
    expect(reading).toMatchObject({
      dataset: 'nhs_vacancy',
      status: 'ready',
      rows: 16,
      errorTotal: 0,
      vintage: { from: '2025-12-31', to: '2026-03-31' },
    });
  });

  it('gives each region the rows below its name', async () => {
    const { records } = await read(MEDICAL);
    expect(records).toContainEqual({
      staffGroup: 'medical',
      regionName: 'East of England',
      sector: 'Ambulance',
      quarter: '2025/26 Q4',
      quarterEnd: '2026-03-31',
      measure: 'vacancyFte',
      value: 2,
    });
  });

  it('tells counts from rates by the title, however small the count', async () => {
    const { records } = await read(MEDICAL);
    const acute = { regionName: 'East of England', sector: 'Acute', quarter: '2025/26 Q4' };
    expect(records).toContainEqual(expect.objectContaining({ ...acute, measure: 'vacancyFte', value: 0.4 }));
    expect(records).toContainEqual(expect.objectContaining({ ...acute, measure: 'vacancyPct', value: 0.04 }));
  });

  it('reads rates written with a sign as they stand', async () => {
    const { records } = await read(stacked([['London', 'Acute', 1, 2]], [['London', 'Acute', '7.1%', '0.5%']]));
    expect(records).toContainEqual(expect.objectContaining({ measure: 'vacancyPct', value: 0.5 }));
  });

  it('keeps a dash as no figure, and thousands as a number', async () => {
    const { records } = await read(MEDICAL);
    expect(records).toContainEqual(
      expect.objectContaining({ sector: 'Ambulance', value: { absent: 'not_available', mark: '-' } }),
    );
    expect(records).toContainEqual(
      expect.objectContaining({ quarter: '2025/26 Q3', measure: 'vacancyFte', value: 1204.5 }),
    );
  });

  it('refuses a workbook that holds a figure twice', async () => {
    const rows = stacked(
      [
        ['London', 'Acute', 1, 2],
        ['London', 'Acute', 1, 2],
      ],
      [['London', 'Acute', 0.1, 0.2]],
    );
    expect((await read(rows)).reading).toMatchObject({ status: 'refused', reject: 'duplicate_key' });
  });

  it('names a cell that is no number', async () => {
    const { reading } = await read(stacked([['London', 'Acute', 'many', 2]], [['London', 'Acute', 0.1, 0.2]]));
    expect(reading.errors).toMatchObject([{ row: 21, column: '2025/26 Q3', value: 'many', rule: 'bad_number' }]);
  });
});
