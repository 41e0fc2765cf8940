import { describe, expect, it } from 'vitest';
import { csv, readFixture } from '@/lib/testing/import-fixture';

const FILE_1 =
  'LSOA code (2011),LSOA name (2011),Local Authority District code (2019),Local Authority District name (2019),Index of Multiple Deprivation (IMD) Rank,Index of Multiple Deprivation (IMD) Decile';

describe('indices of deprivation 2019', () => {
  it('File 1 has ranks and deciles of the small areas of 2011', async () => {
    const { reading, records } = await readFixture(
      csv(FILE_1, 'E01000001,City of London 001A,E09000001,City of London,29199,9'),
    );
    expect(reading).toMatchObject({
      dataset: 'imd2019_file1',
      status: 'ready',
      vintage: { geography: { lsoa: 2011, lad: 2019 } },
    });
    expect(records).toEqual([{ lsoaCode: 'E01000001', ladCode: 'E09000001', imdRank: 29199, imdDecile: 9 }]);
  });

  it('refuse a small area that was made for 2021', async () => {
    const { reading } = await readFixture(csv(FILE_1, 'E01035000,Somewhere 001A,E09000001,City of London,1,1'));
    expect(reading.status).toBe('refused');
    expect(reading.errors[0]).toMatchObject({ row: 2, rule: 'wrong_vintage' });
  });
});

describe('the individual file of general practice', () => {
  it('keeps nothing that a person is', async () => {
    const { reading, records } = await readFixture(
      csv(
        'YEAR,Month,COMM_REGION_CODE,ICB_CODE,SUB_ICB_CODE,DATA_SOURCE,UNIQUE_IDENTIFIER,STAFF_GROUP,DETAILED_STAFF_ROLE,STAFF_ROLE,COUNTRY_QUALIFICATION_GROUP,AGE_BAND,GENDER,FTE',
        '2026,March,Y60,QHL,15E,Collected,P-007,GP,Salaried,GP,UK,40-44,Female,0.8',
      ),
    );
    expect(reading).toMatchObject({ dataset: 'gp_individual', status: 'ready', rows: 1 });
    expect(JSON.stringify(records)).not.toMatch(/P-007|40-44|Female|UK/);
  });
});
