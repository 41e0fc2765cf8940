import { describe, expect, it } from 'vitest';
import { csv, readFixture } from '@/lib/testing/import-fixture';
import { headerSimilarity, suggestMapping, suggestMappings } from './column-mapping';

const THEIRS = ['As at', 'Deanery', 'Speciality', 'Grade', 'Funded WTE', 'Staff in post', 'Comments'];
const FILE = csv(THEIRS.join(','), '31/03/2026,TR-wessex,Paediatrics,ST3,42,38.5,none');

describe('column mapping', () => {
  it('suggests the column of the same meaning, each once', () => {
    expect(suggestMapping(THEIRS, 'establishment')).toEqual({
      dataset: 'establishment',
      requiredShare: 1,
      columns: {
        'As at': 'period_end',
        Deanery: 'area_code',
        Speciality: 'specialty',
        Grade: 'level',
        'Funded WTE': 'establishment_fte',
        'Staff in post': 'in_post_fte',
      },
    });
  });

  it('puts the likeliest exchange file first', () => {
    expect(suggestMappings(THEIRS)[0]?.dataset).toBe('establishment');
    expect(suggestMappings(['Trainee ID', 'Site', 'Employer', 'Start date', 'End date', 'WTE'])[0]?.dataset).toBe(
      'placements',
    );
  });

  it('asks for a mapping where the file is not recognised, and shows its headers', async () => {
    const { reading, records } = await readFixture(FILE);
    expect(reading).toMatchObject({
      dataset: null,
      status: 'needs_mapping',
      reject: 'unknown_dataset',
      headers: THEIRS,
    });
    expect(records).toEqual([]);
  });

  it('reads the same file with a mapping, in its own dates, and leaves the rest out', async () => {
    const { reading, records } = await readFixture(FILE, { mapping: suggestMapping(THEIRS, 'establishment') });
    expect(reading).toMatchObject({ dataset: 'establishment', status: 'ready', rows: 1, errorTotal: 0 });
    expect(records).toMatchObject([{ periodEnd: '2026-03-31', areaCode: 'TR-wessex', establishmentFte: 42 }]);
  });

  it('names the columns of the source in errors', async () => {
    const mapping = suggestMapping(THEIRS, 'establishment');
    const { reading } = await readFixture(FILE.replace('38.5', 'many'), { mapping });
    expect(reading.errors).toMatchObject([{ row: 2, column: 'Staff in post', value: 'many', rule: 'bad_number' }]);
  });

  it('says which column a mapping lacks', async () => {
    const { reading } = await readFixture(FILE, { mapping: { dataset: 'establishment', columns: { Grade: 'level' } } });
    expect(reading).toMatchObject({ status: 'refused', reject: 'missing_column:period_end' });
  });

  it('finds a header like itself, and unlike another', () => {
    expect(headerSimilarity('In-post FTE', 'in_post_fte')).toBe(1);
    expect(headerSimilarity('', '')).toBe(0);
    expect(headerSimilarity('Comments', 'establishment_fte')).toBeLessThan(0.3);
  });
});

describe('a published file whose publisher renamed columns', () => {
  const LOOKUP = (small: string) =>
    csv(`${small},Board,NHS code of board,LAD24CD`, 'E01000001,E54000030,QMJ,E09000001');
  const COLUMNS = { Board: 'ICB25CD', 'NHS code of board': 'ICB25CDH', LAD24CD: 'LAD25CD' };

  it('says what it lacks, with its headers, so that they can be mapped', async () => {
    const { reading } = await readFixture(LOOKUP('LSOA21CD'), { dataset: 'ons_lsoa_icb' });
    expect(reading).toMatchObject({ status: 'refused', reject: 'missing_column:ICB25CD' });
    expect(reading.headers).toEqual(['LSOA21CD', 'Board', 'NHS code of board', 'LAD24CD']);
  });

  it('is read with a mapping, its years being those of its own headers', async () => {
    const mapping = { dataset: 'ons_lsoa_icb', columns: { ...COLUMNS, LSOA11CD: 'LSOA21CD' } } as const;
    const { reading, records } = await readFixture(LOOKUP('LSOA11CD'), { mapping });
    expect(reading).toMatchObject({ status: 'ready', vintage: { geography: { lsoa: 2011, lad: 2024 } } });
    expect(reading.vintage.geography.icb).toBeUndefined();
    expect(records).toMatchObject([{ lsoaCode: 'E01000001', icbCode: 'E54000030', ladCode: 'E09000001' }]);
  });

  it('is of no known list of small areas where nothing tells which', async () => {
    const mapping = { dataset: 'ons_lsoa_icb', columns: { ...COLUMNS, Neighbourhood: 'LSOA21CD' } } as const;
    const { reading } = await readFixture(LOOKUP('Neighbourhood'), { mapping });
    expect(reading.vintage.geography.lsoa).toBeUndefined();
    expect(reading.flags).toMatchObject([{ rule: 'lsoa_vintage_unknown' }]);
  });

  it('may have any column of a known table suggested', () => {
    expect(
      suggestMappings(['Practice code', 'Staff group', 'Detailed staff role', 'Measure', 'Value'])[0]?.dataset,
    ).toBe('gp_practice_high');
  });
});
