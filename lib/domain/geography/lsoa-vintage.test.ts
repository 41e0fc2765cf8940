import { describe, expect, it } from 'vitest';
import { detectLsoaVintage, joinDecision } from './lsoa-vintage';

const IMD_2019 = ['LSOA code (2011)', 'Index of Multiple Deprivation (IMD) Score'];
const IOD_2025 = ['LSOA code (2021)', 'Local Authority District code (2024)'];
const LOOKUP_2025 = ['LSOA21CD', 'LSOA21NM', 'ICB25CD'];
const BOTH_LISTS = ['E01000001', 'E01033768'];
const NEW_IN_2021 = ['E01000001', 'E01033769'];

describe('the list of LSOAs that a file is of', () => {
  it.each([
    [IMD_2019, 2011],
    [IOD_2025, 2021],
    [LOOKUP_2025, 2021],
    [['lsoa21_code', 'IMD_decile'], 2021],
    [['LSOA11CD'], 2011],
  ])('is named by the header %o', (headers, year) => {
    expect(detectLsoaVintage({ headers, codes: BOTH_LISTS })).toEqual({ kind: 'detected', year, by: 'header' });
  });

  it('is proven by a code first given out for 2021', () => {
    expect(detectLsoaVintage({ headers: ['LSOA_CODE'], codes: NEW_IN_2021 })).toMatchObject({
      year: 2021,
      by: 'codes',
    });
  });

  it('is proven by more codes of 2011 than the list of 2021 kept, and by no fewer', () => {
    const codesUpTo = (count: number) =>
      Array.from({ length: count }, (_, at) => `E01${String(at + 1).padStart(6, '0')}`);
    expect(detectLsoaVintage({ headers: ['LSOA_CODE'], codes: codesUpTo(31_811) })).toMatchObject({
      year: 2011,
      by: 'codes',
    });
    expect(detectLsoaVintage({ headers: ['LSOA_CODE'], codes: codesUpTo(31_810) })).toEqual({ kind: 'unknown' });
  });

  it('is the one that such files are always of, unless a header or a code says otherwise', () => {
    const census = { headers: ['geography code'], always: 2021 } as const;
    expect(detectLsoaVintage({ ...census, codes: BOTH_LISTS })).toMatchObject({ year: 2021 });
    expect(detectLsoaVintage({ ...census, always: 2011, codes: NEW_IN_2021 })).toMatchObject({ kind: 'refused' });
    expect(detectLsoaVintage({ ...census, headers: ['LSOA11CD'], codes: [] })).toMatchObject({
      reason: 'headers_disagree',
    });
  });

  it('is unknown where neither header nor codes tell: never guessed', () => {
    expect(detectLsoaVintage({ headers: ['LSOA_CODE'], codes: BOTH_LISTS })).toEqual({ kind: 'unknown' });
    expect(detectLsoaVintage({ headers: ['LSOA_CODE'], codes: ['W01001910', 'CLOSED'] })).toEqual({ kind: 'unknown' });
  });

  it('is refused where a header of 2011 stands over codes of 2021', () => {
    expect(detectLsoaVintage({ headers: IMD_2019, codes: NEW_IN_2021 })).toEqual({
      kind: 'refused',
      reason: 'header_contradicts_codes',
    });
  });

  it('is refused where the headers name both', () => {
    expect(detectLsoaVintage({ headers: [...IMD_2019, ...LOOKUP_2025], codes: BOTH_LISTS })).toMatchObject({
      reason: 'headers_disagree',
    });
  });
});

describe('joining a file to a look-up', () => {
  it('never joins LSOAs of 2011 to a look-up of 2021', () => {
    expect(joinDecision(2011, 2021)).toEqual({ kind: 'refused', reason: 'vintage_differs', file: 2011, lookup: 2021 });
  });

  it('never joins what doesn’t say which list it is of', () => {
    expect(joinDecision(null, 2021)).toMatchObject({ kind: 'refused', reason: 'vintage_unknown' });
  });

  it('joins the same list', () => {
    expect(joinDecision(2021, 2021)).toEqual({ kind: 'joinable', year: 2021 });
  });
});
