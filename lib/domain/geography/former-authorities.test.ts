import { expect, test } from 'vitest';
import { readPackCsv } from '@/db/seeds/csv';
import { AreaRow } from '@/db/seeds/pack-rows';
import { elsewhereInUk, FORMER_AUTHORITIES, FORMER_PARTS } from './former-authorities';

const authorities = new Set(
  readPackCsv('areas.csv', AreaRow).flatMap(({ code, type }) => (type === 'local_authority' ? [code] : [])),
);

test('every former authority leads to one of today, once, and is none itself', () => {
  const next = new Map(FORMER_AUTHORITIES.map(({ fromCode, toCode }) => [fromCode, toCode]));
  expect(next.size).toBe(FORMER_AUTHORITIES.length);
  expect(FORMER_AUTHORITIES.filter(({ fromCode }) => authorities.has(fromCode))).toEqual([]);
  expect(FORMER_AUTHORITIES.filter(({ toCode }) => !authorities.has(next.get(toCode) ?? toCode))).toEqual([]);
});

test('the parts of a successor add up to 1 by the list of 2018 and by that of 2020', () => {
  const part = new Map(FORMER_PARTS.map(({ code, share }) => [code, share]));
  const whole = (...codes: string[]) => codes.reduce((sum, code) => sum + (part.get(code) ?? 0), 0);
  const somerset = ['E07000187', 'E07000188', 'E07000189'];
  expect(FORMER_PARTS.find(({ code }) => code === 'E07000190')?.successor).toBe('E06000066');
  expect(whole(...somerset, 'E07000190', 'E07000191')).toBeCloseTo(1, 12);
  expect(whole(...somerset, 'E07000246')).toBeCloseTo(1, 12);
  expect(FORMER_PARTS.filter(({ successor }) => !authorities.has(successor))).toEqual([]);
});

test('authorities of Wales, Scotland and Northern Ireland are known by the shape of their codes', () => {
  expect(['W06000015', 'S12000033', 'N09000003', 'E06000063', 'W12345678', 'S1200003'].map(elsewhereInUk)).toEqual([
    'W92000004',
    'S92000003',
    'N92000002',
    null,
    null,
    null,
  ]);
});
