import { readPackCsv } from '@/db/seeds/csv';
import { AreaRow, SuccessorRow } from '@/db/seeds/pack-rows';
import { csvOf } from './imported-files';

export const ENGLAND = 'E92000001';
const [SMALL_AREAS, KEPT, NEW_FROM] = [33_755, 31_810, 33_769];

const areas = readPackCsv('areas.csv', AreaRow);
const authorities = areas.filter(({ type }) => type === 'local_authority').map(({ code }) => code);
const boards = areas.filter(({ type, root }) => type === 'icb' && root === 'england');
export const before = boards.filter(({ code }) => code.startsWith('E54'));
export const after = boards.filter(({ validTo }) => validTo === null);
const provisional = after.filter(({ code }) => code.startsWith('ICB-'));

const successors = readPackCsv('successors.csv', SuccessorRow);

/** The board that a small area is in after the change; those of a split board go to its successors by turns. */
function boardAfter(code: string, turn: number) {
  const next = successors.filter(({ fromCode }) => fromCode === code);
  const successor = next[turn % next.length]?.toCode ?? code;
  return after.find((one) => one.code === successor) ?? { code: '', name: '' };
}

/** Official codes as they might be: nobody knows them yet. */
export const CODE_OF = new Map(provisional.map(({ code }, at) => [code, `E540001${String(at).padStart(2, '0')}`]));
export const officialCode = (code: string) => CODE_OF.get(code) ?? code;
export const officialName = (name: string) => `"NHS ${name} Integrated Care Board"`;

export const places = Array.from({ length: SMALL_AREAS }, (_, at) => ({
  code: `E01${String(at < KEPT ? at + 1 : NEW_FROM + at - KEPT).padStart(6, '0')}`,
  before: before[at % before.length]?.code ?? '',
  after: boardAfter(before[at % before.length]?.code ?? '', Math.floor(at / before.length)),
  authority: authorities[(at * 7) % authorities.length] ?? '',
  residents: 1_000 + ((at * 37) % 900),
}));
export type Place = (typeof places)[number];
export const RESIDENTS = places.reduce((sum, { residents }) => sum + residents, 0);
export const residentsWhere = (isIn: (place: Place) => boolean) =>
  places.reduce((sum, place) => sum + (isIn(place) ? place.residents : 0), 0);

const NEW_CODES = new Map([
  ['E08000016', 'E08000038'],
  ['E08000019', 'E08000039'],
]);
const in2025 = (code: string) => NEW_CODES.get(code) ?? code;

export const CENSUS = csvOf(
  'date,geography,geography code,Residence type: Total; measures: Value',
  places.map(({ code, residents }) => [2021, code, code, residents]),
);
const lookup = (year: number, codesOf: (place: Place) => [string, string, string]) =>
  csvOf(
    `LSOA21CD,ICB${year}CD,ICB${year}NM,LAD${year}CD`,
    places.map((place) => [place.code, ...codesOf(place)]),
  );
export const LOOKUP_24 = lookup(24, (place) => [place.before, 'Board', place.authority]);
export const LOOKUP_25 = lookup(25, (place) => [place.before, 'Board', in2025(place.authority)]);
export const lookup26 = (nameOf: (code: string, name: string) => string) =>
  lookup(26, ({ after: { code, name }, authority }) => [officialCode(code), nameOf(code, name), in2025(authority)]);
export const GP_SUPPLY = csvOf(
  'ltla24_code,total_patients,total_gp_fte',
  authorities.map((code, at) => [code, 100_000 + at, 50]),
);

const square = (at: number) => {
  const [west, south] = [-3 + (at % 9) * 0.3, 51 + Math.floor(at / 9) * 0.3];
  return [
    [west, south],
    [west, south + 0.2],
    [west + 0.2, south + 0.2],
    [west + 0.2, south],
    [west, south],
  ];
};
export const BOUNDARIES_26 = JSON.stringify({
  type: 'FeatureCollection',
  features: after.map(({ code, name }, at) => ({
    type: 'Feature',
    properties: { ICB26CD: officialCode(code), ICB26NM: `NHS ${name} Integrated Care Board` },
    geometry: { type: 'Polygon', coordinates: [square(at)] },
  })),
});
