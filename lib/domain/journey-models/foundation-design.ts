import type { FlowMatrix } from '@/lib/domain/statistics/gravity-grid';
import type { RefusalReason } from '@/lib/domain/statistics/outcome';
import { sum } from '@/lib/domain/statistics/sum';
import type { LeftOut } from './journey-model';

/** `region` is the training region's code. */
export interface FoundationSchool {
  readonly code: string;
  readonly region: string;
}

export interface FoundationArea extends FoundationSchool {
  /** Null: not loaded. */
  readonly annualPlaces: number | null;
}

/** Graduates of one school and group. A table by sex alone has the ethnic group null in every group, and the other way round. */
export interface FoundationGroup {
  /** Index of the school. */
  readonly school: number;
  readonly isFemale: boolean | null;
  readonly isNonWhite: boolean | null;
  /** To each area. */
  readonly graduates: readonly number[];
}

export interface FoundationInput {
  readonly schools: readonly FoundationSchool[];
  readonly areas: readonly FoundationArea[];
  /** A row for each school, an entry for each area; null where a position isn't loaded. */
  readonly distancesKm: readonly (readonly (number | null)[])[];
  readonly capitalRegion: string | null;
  readonly groups: readonly FoundationGroup[];
}

/**
 * Relations with the capital: `within_capital` against leaving it, for its own schools; `into_capital` against staying out
 * of it, for the others. Leaving and neither are the references: a school knows only one of the two pairs.
 */
export const FOUNDATION_TERMS = [
  'same_region',
  'log_distance',
  'log_distance:female',
  'log_distance:non_white',
  'within_capital',
  'into_capital',
] as const;
export type FoundationTerm = (typeof FOUNDATION_TERMS)[number];

export interface FoundationDesign {
  /** What stands for the size of an area: its places as an offset, or a free effect where places aren't loaded. */
  readonly adjustment: 'places' | 'area_effects';
  readonly terms: readonly FoundationTerm[];
  /** Indices of the groups and areas in the fit. */
  readonly groups: readonly number[];
  readonly areas: readonly number[];
  /** A row for each group of graduates, a column for each area in the fit. */
  readonly flows: FlowMatrix;
  readonly covariates: readonly FlowMatrix[];
  /** Of the areas; 1 with area effects. */
  readonly places: readonly number[];
  readonly leftOut: readonly LeftOut[];
}

const isFiniteNumber = (value: number | null | undefined): value is number => Number.isFinite(value);
const has = (graduates: readonly number[]): boolean => graduates.some((count) => count !== 0);

/** Each value less the mean of its area. */
const columnCentred = (matrix: FlowMatrix): FlowMatrix => {
  const means = (matrix[0] ?? []).map((_, j) => sum(matrix.map((row) => row[j] ?? 0)) / matrix.length);
  return matrix.map((row) => row.map((value, j) => value - (means[j] ?? 0)));
};

/** Whether a term still differs once the constants of the rows, and of the areas, have taken what they can. */
const differs = (matrix: FlowMatrix, adjustment: FoundationDesign['adjustment']): boolean => {
  const rest = adjustment === 'places' ? matrix : columnCentred(matrix);
  const largest = matrix.reduce((most, row) => Math.max(most, ...row.map(Math.abs)), 0);
  return rest.some(([first = 0, ...others]) => others.some((value) => Math.abs(value - first) > 1e-9 * largest));
};

/** A characteristic known of no group is a term less; of some groups, the others are left out. */
const groupsKnown = (groups: readonly FoundationGroup[]): readonly FoundationGroup[] => {
  const knowsSex = groups.some(({ isFemale }) => isFemale !== null);
  const knowsEthnicity = groups.some(({ isNonWhite }) => isNonWhite !== null);
  return groups.filter(
    ({ isFemale, isNonWhite }) => !(knowsSex && isFemale === null) && !(knowsEthnicity && isNonWhite === null),
  );
};

interface Kept {
  readonly groups: readonly FoundationGroup[];
  /** Indices. */
  readonly areas: readonly number[];
  readonly hasDistance: boolean;
}

const keptOf = ({ areas, distancesKm, groups }: FoundationInput): Kept => {
  const hasDistance = distancesKm.some((row) => row.some(isFiniteNumber));
  const hasPosition = (school: number) => (distancesKm[school] ?? []).some(isFiniteNumber);
  const kept = groupsKnown(groups).filter(
    ({ graduates, school }) => has(graduates) && (!hasDistance || hasPosition(school)),
  );
  const isPlaced = (a: number) => kept.every(({ school }) => isFiniteNumber(distancesKm[school]?.[a]));
  return { groups: kept, areas: areas.flatMap((_, a) => (!hasDistance || isPlaced(a) ? [a] : [])), hasDistance };
};

const isInRegion = (place: FoundationSchool | undefined, region: string | null): boolean =>
  region !== null && place?.region === region;

const matrixOf = (input: FoundationInput, { groups, areas }: Kept, term: FoundationTerm): FlowMatrix =>
  groups.map(({ school, isFemale, isNonWhite }) => {
    const from = input.schools[school];
    const isFrom = isInRegion(from, input.capitalRegion);
    const into = (isWanted: boolean) =>
      areas.map((a) => (isWanted && isInRegion(input.areas[a], input.capitalRegion) ? 1 : 0));
    const logKm = (isWanted: boolean | null) =>
      areas.map((a) => (isWanted ? Math.log1p(input.distancesKm[school]?.[a] ?? 0) : 0));
    const row: Readonly<Record<FoundationTerm, () => readonly number[]>> = {
      same_region: () => areas.map((a) => (from?.region === input.areas[a]?.region ? 1 : 0)),
      log_distance: () => logKm(true),
      'log_distance:female': () => logKm(isFemale),
      'log_distance:non_white': () => logKm(isNonWhite),
      within_capital: () => into(isFrom),
      into_capital: () => into(!isFrom),
    };
    return row[term]();
  });

const codes = (what: LeftOut['what'], reason: RefusalReason, list: readonly string[]): readonly LeftOut[] =>
  [...new Set(list)].map((code) => ({ what, code, reason }));

/**
 * Rows, areas and terms of the model of foundation areas. Leaves out, and lists, what isn't loaded and terms that don't
 * differ. Where an area that took graduates has no places loaded, areas get free effects instead.
 */
export const foundationDesign = (input: FoundationInput): FoundationDesign => {
  const first = keptOf(input);
  const took = (a: number) => first.groups.some(({ graduates }) => (graduates[a] ?? 0) > 0);
  const hasPlaces = (a: number) => (input.areas[a]?.annualPlaces ?? 0) > 0;
  const adjustment = first.areas.every((a) => !took(a) || hasPlaces(a)) ? 'places' : 'area_effects';
  const areas = first.areas.filter(adjustment === 'places' ? hasPlaces : took);
  const kept = {
    ...first,
    areas,
    groups: first.groups.filter(({ graduates }) => has(areas.map((a) => graduates[a] ?? 0))),
  };
  // Into and within the capital are one contrast once each area has its own effect.
  const possible = FOUNDATION_TERMS.filter((term) => adjustment === 'places' || term !== 'into_capital');
  const matrices = possible.map((term) => ({ term, matrix: matrixOf(input, kept, term) }));
  const used = matrices.filter(({ matrix }) => differs(matrix, adjustment));
  const terms = used.map(({ term }) => term);
  /** Differs, but not once each area has an effect of its own. */
  const isAbsorbed = (term: FoundationTerm) =>
    adjustment === 'area_effects' && differs(matrixOf(input, kept, term), 'places');
  const schoolCode = ({ school }: FoundationGroup) => input.schools[school]?.code ?? '';
  const isKept = (group: FoundationGroup) => kept.groups.includes(group);
  return {
    adjustment,
    terms,
    groups: kept.groups.map((group) => input.groups.indexOf(group)),
    areas,
    flows: kept.groups.map(({ graduates }) => areas.map((a) => graduates[a] ?? Number.NaN)),
    covariates: used.map(({ matrix }) => matrix),
    places: areas.map((a) => (adjustment === 'places' ? (input.areas[a]?.annualPlaces ?? 1) : 1)),
    leftOut: [
      ...codes(
        'term',
        'no_variation',
        FOUNDATION_TERMS.filter((term) => !terms.includes(term) && !isAbsorbed(term)),
      ),
      ...codes(
        'term',
        'collinear',
        FOUNDATION_TERMS.filter((term) => !terms.includes(term) && isAbsorbed(term)),
      ),
      ...codes(
        'foundation_area',
        'not_finite',
        input.areas.flatMap(({ code }, a) => (areas.includes(a) ? [] : [code])),
      ),
      ...codes('group', 'not_finite', input.groups.filter((one) => has(one.graduates) && !isKept(one)).map(schoolCode)),
    ],
  };
};
