import { describe, expect, it } from 'vitest';
import { readPackCsv } from '@/db/seeds/csv';
import { IndicatorRow } from '@/db/seeds/pack-rows';
import { searchCatalogue } from './catalogue-search';

const ENTRIES = readPackCsv('indicators.csv', IndicatorRow).map(({ sort: _, ...indicator }) => ({
  indicator,
  figures: 0,
  latest: null,
}));

const idsFor = (typed: string) => searchCatalogue(ENTRIES, typed).found.map(({ indicator }) => indicator.id);

describe('searchCatalogue', () => {
  it.each([
    ['vacency', 'medical-vacancy-rate'],
    ['vacancys', 'medical-vacancy-rate'],
    ['vacnacy', 'medical-vacancy-rate'],
    ['retension', 'retention-in-region'],
    ['retnetion', 'retention-in-region'],
    ['deprevation', 'imd-score'],
    ['paedeatric', 'paediatric-posts'],
    ['orthopedic', 'trauma-orthopaedics-posts'],
    ['hospitle doctors', 'hospital-doctors-per-100k'],
    ['leavrs', 'all-doctors-leaver-rate'],
    ['populaton', 'population'],
    ['fil rate', 'specialty-fill-rate'],
  ])('finds what was meant by %s', (typed, id) => {
    expect(idsFor(typed)).toContain(id);
  });

  it.each([
    ['IMD', 'imd-score'],
    ['imd', 'imd-score'],
    ['GP', 'gp-fte-per-10k'],
    ['GP', 'ters-posts'],
    ['attrition', 'leaver-rate-by-grade'],
    ['turnover', 'all-doctors-leaver-rate'],
    ['vacancies', 'specialty-fill-rate'],
    ['quintile', 'gp-fte-per-10k'],
    ['rural', 'rural-share'],
    ['widening participation', 'medical-applicants-share'],
  ])('knows %s for %s', (typed, id) => {
    expect(idsFor(typed)).toContain(id);
  });

  it('puts the indicator of that name first', () => {
    expect(idsFor('medical vacancy rate')[0]).toBe('medical-vacancy-rate');
    expect(idsFor('vacency')[0]).toBe('medical-vacancy-rate');
    expect(idsFor('residents')[0]).toBe('population');
  });

  it('finds by the beginning of a word and in any order', () => {
    expect(idsFor('paed')).toEqual(['paediatric-posts']);
    expect(idsFor('gps qualified')[0]).toBe('gp-fte-per-10k');
  });

  it('takes a word that the catalogue holds as it stands', () => {
    expect(idsFor('fill')).not.toContain('hospital-doctors-per-100k');
  });

  it('leaves a short word alone', () => {
    expect(idsFor('cost')).toEqual([]);
  });

  it('asks for every word, and names the entry that has most of them', () => {
    expect(searchCatalogue(ENTRIES, 'population density')).toMatchObject({
      found: [],
      nearest: { indicator: { id: 'population' } },
    });
  });

  it('gives the whole catalogue, in its order, where nothing was asked', () => {
    expect(searchCatalogue(ENTRIES, '  ').found).toBe(ENTRIES);
  });

  it('names the nearest entry where nothing was found, and none where nothing comes near', () => {
    expect(searchCatalogue(ENTRIES, 'vaccunci')).toMatchObject({
      found: [],
      nearest: { indicator: { group: 'vacancy' } },
    });
    expect(searchCatalogue(ENTRIES, 'zzzzzzzz')).toEqual({ found: [], nearest: null });
    expect(searchCatalogue(ENTRIES, '???')).toEqual({ found: [], nearest: null });
  });
});
