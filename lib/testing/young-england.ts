import { readPackCsv } from '@/db/seeds/csv';
import { AreaRow } from '@/db/seeds/pack-rows';
import { csvOf } from './imported-files';

const areas = readPackCsv('areas.csv', AreaRow);
export const AUTHORITIES = areas.flatMap(({ type, code }) => (type === 'local_authority' ? [code] : []));

/** A made-up young population of England: whole numbers whose groups add up. */
export const YOUNG_ENGLAND = AUTHORITIES.map((code, at) => {
  const fifths = [1, 2, 3, 4, 5].map((fifth) => 200 + 10 * ((at * fifth) % 17));
  const people = fifths.reduce((sum, count) => sum + count, 0);
  const female = Math.floor(people / 2) - (at % 9);
  const nonWhite = Math.floor((people * (5 + (at % 40))) / 100);
  return { code, people, female, male: people - female, white: people - nonWhite - (at % 3), nonWhite, fifths };
});
type YoungAuthority = (typeof YOUNG_ENGLAND)[number];

/** The sum of a number over some authorities. */
export const youngSum = (of: (one: YoungAuthority) => number, codes: readonly string[] = AUTHORITIES): number =>
  YOUNG_ENGLAND.reduce((sum, one) => sum + (codes.includes(one.code) ? of(one) : 0), 0);

/** As an analyst would join it. */
export const youngFile = (
  year: number,
  authorities: readonly YoungAuthority[] = YOUNG_ENGLAND,
  codeOf: (code: string) => string = (code) => code,
): string =>
  csvOf(
    'year,home_lad,people,female,male,white,non_white,fifth_1,fifth_2,fifth_3,fifth_4,fifth_5',
    authorities.map(({ code, people, female, male, white, nonWhite, fifths }) => [
      ...[year, codeOf(code), people, female, male, white, nonWhite],
      ...fifths,
    ]),
  );

/** Made-up facts of every school and foundation area. */
export const schoolFactsFile = (year: number): string =>
  csvOf(
    'year,area_code,founded,annual_intake,annual_foundation_places',
    areas.flatMap(({ type, code }, at) => {
      if (type === 'medical_school') return [[year, code, 1800 + (at % 200), 100 + (at % 90), '']];
      return type === 'foundation_area' ? [[year, code, '', '', 200 + (at % 50)]] : [];
    }),
  );
