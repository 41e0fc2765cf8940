import type { Successor } from './successor';

interface Reorganisation {
  readonly onDate: string;
  readonly toCode: string;
  readonly fromCodes: readonly string[];
}

/**
 * Authorities of England that were merged whole from 2019 to 2023, as in the ONS Code History Database: who lived in one lives in
 * its successor. Homes of earlier entrants are given by these codes; no figure is of them, so they are in no list of areas.
 * Authorities whose code changed without a merger are not here: the codes of 2025 of Barnsley and Sheffield are among the aliases of areas
 * (`aliases.csv`); those of Gateshead, Northumberland and others by 2013 are in no list.
 */
const REORGANISATIONS: readonly Reorganisation[] = [
  // Bournemouth, Poole, Christchurch.
  { onDate: '2019-04-01', toCode: 'E06000058', fromCodes: ['E06000028', 'E06000029', 'E07000048'] },
  // East Dorset, North Dorset, Purbeck, West Dorset, Weymouth and Portland.
  {
    onDate: '2019-04-01',
    toCode: 'E06000059',
    fromCodes: ['E07000049', 'E07000050', 'E07000051', 'E07000052', 'E07000053'],
  },
  // Suffolk Coastal, Waveney.
  { onDate: '2019-04-01', toCode: 'E07000244', fromCodes: ['E07000205', 'E07000206'] },
  // Forest Heath, St Edmundsbury.
  { onDate: '2019-04-01', toCode: 'E07000245', fromCodes: ['E07000201', 'E07000204'] },
  // Taunton Deane, West Somerset: Somerset West and Taunton, until 2023.
  { onDate: '2019-04-01', toCode: 'E07000246', fromCodes: ['E07000190', 'E07000191'] },
  // Aylesbury Vale, Chiltern, South Bucks, Wycombe.
  { onDate: '2020-04-01', toCode: 'E06000060', fromCodes: ['E07000004', 'E07000005', 'E07000006', 'E07000007'] },
  // Corby, East Northamptonshire, Kettering, Wellingborough.
  { onDate: '2021-04-01', toCode: 'E06000061', fromCodes: ['E07000150', 'E07000152', 'E07000153', 'E07000156'] },
  // Daventry, Northampton, South Northamptonshire.
  { onDate: '2021-04-01', toCode: 'E06000062', fromCodes: ['E07000151', 'E07000154', 'E07000155'] },
  // Allerdale, Carlisle, Copeland.
  { onDate: '2023-04-01', toCode: 'E06000063', fromCodes: ['E07000026', 'E07000028', 'E07000029'] },
  // Barrow-in-Furness, Eden, South Lakeland.
  { onDate: '2023-04-01', toCode: 'E06000064', fromCodes: ['E07000027', 'E07000030', 'E07000031'] },
  // Craven, Hambleton, Harrogate, Richmondshire, Ryedale, Scarborough, Selby.
  {
    onDate: '2023-04-01',
    toCode: 'E06000065',
    fromCodes: ['E07000163', 'E07000164', 'E07000165', 'E07000166', 'E07000167', 'E07000168', 'E07000169'],
  },
  // Mendip, Sedgemoor, South Somerset, Somerset West and Taunton.
  { onDate: '2023-04-01', toCode: 'E06000066', fromCodes: ['E07000187', 'E07000188', 'E07000189', 'E07000246'] },
];

const BASIS = 'ONS Code History Database: merged whole';

export const FORMER_AUTHORITIES: readonly Successor[] = REORGANISATIONS.flatMap(({ onDate, toCode, fromCodes }) =>
  fromCodes.map((fromCode) => ({ fromCode, toCode, onDate, weight: 1, basis: BASIS })),
);

const mergerOf = (code: string): Reorganisation | undefined =>
  REORGANISATIONS.find(({ fromCodes }) => fromCodes.includes(code));

/** The authority of today's list that a code went into, and its part of it: whatever list a file is of, the parts of a whole add up to 1. */
function partOfSuccessor(code: string): { readonly successor: string; readonly share: number } {
  const merger = mergerOf(code);
  if (!merger) return { successor: code, share: 1 };
  const { successor, share } = partOfSuccessor(merger.toCode);
  return { successor, share: share / merger.fromCodes.length };
}

/** Former authorities with those of today's list; some were merged twice. */
export const FORMER_PARTS: readonly { readonly code: string; readonly successor: string; readonly share: number }[] =
  FORMER_AUTHORITIES.map(({ fromCode }) => ({ code: fromCode, ...partOfSuccessor(fromCode) }));

const COUNTRIES: readonly (readonly [pattern: RegExp, country: string])[] = [
  [/^W06\d{6}$/, 'W92000004'],
  [/^S12\d{6}$/, 'S92000003'],
  [/^N09\d{6}$/, 'N92000002'],
];

/** The country of an authority elsewhere in the United Kingdom; null for any other code. */
export const elsewhereInUk = (code: string): string | null =>
  COUNTRIES.find(([pattern]) => pattern.test(code))?.[1] ?? null;

/** Whether a code is of such an authority or of such a country: some tables give homes by country only. */
export const isElsewhereInUk = (code: string): boolean =>
  elsewhereInUk(code) !== null || COUNTRIES.some(([, country]) => country === code);
