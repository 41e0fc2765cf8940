import { describe, expect, it } from 'vitest';
import { filledOffer, findMapping, mappingFaults, mappingOf, offerMapping, type SourceMapping } from './saved-mapping';

const NORTH: SourceMapping = {
  dataset: 'fill',
  source: 'North office',
  headers: ['Jahr', 'Round', 'Region', 'Specialty', 'Grade', 'On offer', 'Taken'],
  columns: {
    Jahr: 'year',
    Round: 'round',
    Region: 'area_code',
    Specialty: 'specialty',
    Grade: 'level',
    'On offer': 'posts',
    Taken: 'accepts',
  },
};
const SOUTH: SourceMapping = {
  ...NORTH,
  source: 'South office',
  columns: { ...NORTH.columns, 'On offer': 'accepts', Taken: 'posts' },
};

describe('the mapping that a file is read with', () => {
  it('is the one of its source for its headers, in any order and case', () => {
    expect(findMapping([...NORTH.headers].reverse(), 'north  OFFICE', [NORTH, SOUTH])).toBe(NORTH);
    expect(
      findMapping(
        NORTH.headers.map((header) => header.toUpperCase()),
        'South office',
        [NORTH, SOUTH],
      ),
    ).toBe(SOUTH);
  });

  it('is found by the headers alone where no source is named', () => {
    expect(findMapping(NORTH.headers, null, [NORTH])).toBe(NORTH);
  });

  it('is none where two sources say otherwise of the same headers, and none is named', () => {
    expect(findMapping(NORTH.headers, null, [NORTH, SOUTH])).toBeNull();
    expect(findMapping(NORTH.headers, null, [NORTH, { ...NORTH, source: 'Copy' }])).toBe(NORTH);
  });

  it('is never that of another source, nor one for other headers', () => {
    expect(findMapping(NORTH.headers, 'East office', [NORTH])).toBeNull();
    expect(findMapping([...NORTH.headers, 'Late'], 'North office', [NORTH])).toBeNull();
    expect(findMapping(NORTH.headers.slice(1), 'North office', [NORTH])).toBeNull();
  });
});

describe('what the form begins with', () => {
  const changed = ['Year', ...NORTH.headers.slice(1)];

  it('is the old mapping of the source, and says which headers are new and which are gone', () => {
    const offer = offerMapping(changed, 'North office', [SOUTH, NORTH]);
    expect(offer).toMatchObject({ source: 'North office', added: ['Year'], gone: ['Jahr'] });
    expect(offer?.columns).toEqual({
      Round: 'round',
      Region: 'area_code',
      Specialty: 'specialty',
      Grade: 'level',
      'On offer': 'posts',
      Taken: 'accepts',
    });
  });

  it('leaves open columns to what the headers suggest', () => {
    const offer = offerMapping(changed, 'North office', [NORTH]);
    expect(filledOffer(changed, offer ?? NORTH).columns).toMatchObject({ Year: 'year', 'On offer': 'posts' });
  });

  it('is that of the nearest source where none is named, and nothing for headers of another kind', () => {
    expect(offerMapping(changed, null, [NORTH])?.source).toBe('North office');
    expect(offerMapping(['a', 'b', 'c'], null, [NORTH])).toBeNull();
    expect(offerMapping(changed, 'East office', [NORTH])).toBeNull();
  });
});

describe('a mapping', () => {
  it('has to name columns of the file, each once, and all that are needed', () => {
    expect(mappingFaults(NORTH)).toEqual([]);
    const faults = mappingFaults({ dataset: 'fill', columns: { a: 'posts', b: 'posts', c: 'postz' } });
    expect(faults[0]?.message).toContain('fill has no column postz');
    expect(faults[1]?.message).toBe('Two columns stand for posts. Leave one of them out.');
    expect(faults.slice(2)).toEqual(
      ['year', 'round', 'area_code', 'specialty', 'level', 'accepts'].map((column) => ({
        column,
        message: `No column stands for ${column}, which is needed.`,
      })),
    );
  });
});

describe('headers chosen for the columns of a file', () => {
  it('become a mapping, and one that is chosen twice is told', () => {
    expect(mappingOf('retention', ['Cohort', '', 'Stage'])).toEqual({
      mapping: { dataset: 'retention', columns: { Cohort: 'cohort_year', Stage: 'stage' } },
      twice: [],
    });
    expect(mappingOf('retention', ['Cohort', 'Cohort']).twice).toMatchObject([{ column: 'area_code' }]);
  });
});
