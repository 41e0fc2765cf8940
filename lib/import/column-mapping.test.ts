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
