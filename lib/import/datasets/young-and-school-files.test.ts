import { describe, expect, it } from 'vitest';
import { csv, readFixture } from '@/lib/testing/import-fixture';

const YOUNG = 'year,home_lad,people,female,male,white,non_white,fifth_1,fifth_2,fifth_3,fifth_4,fifth_5';
const FACTS = 'year,area_code,founded,annual_intake,annual_foundation_places';

const faultsOf = async (header: string, ...rows: readonly string[]) => {
  const { reading } = await readFixture(csv(header, ...rows));
  return reading.errors.map(({ row, column, value, rule }) => [row, column, value, rule]);
};

describe('young_people.csv', () => {
  it('is read with groups that are not known, or with none', async () => {
    const { reading, records } = await readFixture(csv(YOUNG, '2024,E08000035,100,49,51,70,,,,,,'));
    expect(reading).toMatchObject({ dataset: 'young_people', status: 'ready', vintage: { from: '2024', to: '2024' } });
    expect(records).toMatchObject([
      { year: 2024, ladCode: 'E08000035', people: 100, female: 49, white: 70, nonWhite: { absent: 'blank' } },
    ]);
    const short = await readFixture(csv('year,home_lad,people', '2024,E08000035,100'));
    expect(short.reading).toMatchObject({ dataset: 'young_people', status: 'ready', flags: [] });
    expect(short.records).toMatchObject([{ people: 100, fifth5: { absent: 'not_in_file' } }]);
  });

  it('refuses what is no count of people, by row and column', async () => {
    expect(
      await faultsOf(
        YOUNG,
        '2024,E08000035,,49,51,70,30,,,,,',
        '2024,Leeds,100,49.5,50,70,-1,,,,,',
        '1066,W06000015,100,,,,,,,,,',
      ),
    ).toEqual([
      [2, 'people', '', 'required'],
      [3, 'home_lad', 'Leeds', 'bad_code'],
      [3, 'female', '49.5', 'not_whole'],
      [3, 'non_white', '-1', 'out_of_range'],
      [4, 'year', '1066', 'out_of_range'],
    ]);
  });

  it('refuses groups that have more people than all, and parts that should be the whole and aren’t', async () => {
    expect(
      await faultsOf(
        YOUNG,
        '2024,E08000032,100,49,50,,,,,,,',
        '2024,E08000033,100,101,,,,,,,,',
        '2024,E08000034,100,,,80,21,,,,,',
        '2024,E08000035,100,,,80,15,20,20,20,20,19',
        '2024,E08000036,100,,,,,60,41,,,',
        '2024,E08000016,100,49,51,80,15,20,20,20,20,20',
        '2024,E08000017,100,49,,80,,20,20,20,,20',
      ),
    ).toEqual([
      [2, 'female', '99', 'parts_not_whole'],
      [3, 'female', '101', 'more_than_people'],
      [4, 'white', '101', 'more_than_people'],
      [5, 'fifth_1', '99', 'parts_not_whole'],
      [6, 'fifth_1', '101', 'more_than_people'],
    ]);
  });

  it('refuses an authority that stands twice in a year, and a column that isn’t its own', async () => {
    const row = '2024,E08000035,100,,,,,,,,,';
    expect(await faultsOf(YOUNG, row, row, row.replace('2024', '2023'))).toEqual([
      [3, '', '2024|E08000035', 'duplicate_key'],
    ]);
    const { reading } = await readFixture(csv(`${YOUNG},asian`, `${row},1`));
    expect(reading).toMatchObject({ status: 'refused', reject: 'unknown_column:asian' });
  });
});

describe('school_facts.csv', () => {
  it('is read with what each row has, and says nothing of what it hasn’t', async () => {
    const { reading, records } = await readFixture(
      csv(FACTS, '2025,university-of-leeds,1831,265,', '2025,FA-trent,,,310', '2025,XD-FA-one,[z],,0'),
    );
    expect(reading).toMatchObject({ dataset: 'school_facts', status: 'ready', rows: 3, flags: [] });
    expect(records).toMatchObject([
      { year: 2025, areaCode: 'university-of-leeds', founded: 1831, annualIntake: 265 },
      { areaCode: 'FA-trent', annualFoundationPlaces: 310 },
      { areaCode: 'XD-FA-one', annualFoundationPlaces: 0 },
    ]);
  });

  it('refuses a row without a number, numbers of the other kind of place, and years that can’t be', async () => {
    expect(
      await faultsOf(
        FACTS,
        '2025,university-of-leeds,,,',
        '2025,university-of-oxford,1831,200,90',
        '2025,FA-trent,1990,250,310',
        '2025,university-of-exeter,2026,,',
        '2025,university-of-bristol,999,,',
        '2025,E54000008,1990,,',
        '2025,aston-medical-school,,12.5,',
      ),
    ).toEqual([
      [2, 'founded', '', 'nothing_given'],
      [3, 'annual_foundation_places', '90', 'not_of_this_place'],
      [4, 'founded', '1990', 'not_of_this_place'],
      [4, 'annual_intake', '250', 'not_of_this_place'],
      [5, 'founded', '2026', 'founded_later'],
      [6, 'founded', '999', 'out_of_range'],
      [7, 'area_code', 'E54000008', 'bad_code'],
      [8, 'annual_intake', '12.5', 'not_whole'],
    ]);
  });

  it('refuses a place that stands twice in a year', async () => {
    expect(await faultsOf(FACTS, '2025,FA-trent,,,310', '2025,FA-trent,,,311', '2024,FA-trent,,,300')).toEqual([
      [3, '', '2025|FA-trent', 'duplicate_key'],
    ]);
  });
});
