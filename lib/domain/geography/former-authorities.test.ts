import { expect, test } from 'vitest';
import { readPackCsv } from '@/db/seeds/csv';
import { AreaRow } from '@/db/seeds/pack-rows';
import { elsewhereInUk, FORMER_AUTHORITIES } from './former-authorities';

const authorities = new Set(
  readPackCsv('areas.csv', AreaRow).flatMap(({ code, type }) => (type === 'local_authority' ? [code] : [])),
);

test('every former authority leads to one of today, once, and is none itself', () => {
  const next = new Map(FORMER_AUTHORITIES.map(({ fromCode, toCode }) => [fromCode, toCode]));
  expect(next.size).toBe(FORMER_AUTHORITIES.length);
  expect(FORMER_AUTHORITIES.filter(({ fromCode }) => authorities.has(fromCode))).toEqual([]);
  expect(FORMER_AUTHORITIES.filter(({ toCode }) => !authorities.has(next.get(toCode) ?? toCode))).toEqual([]);
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
