import { sum } from '@/lib/domain/statistics/sum';

/** A published variable that describes an area, by area code. */
export interface ContextVariable {
  readonly id: string;
  readonly label: string;
  readonly values: ReadonlyMap<string, number>;
  /** Sizes differ by their ratio. */
  readonly scale?: 'log';
}

/** How far apart two areas are in one variable. */
export interface ContextGap {
  readonly id: string;
  readonly label: string;
  readonly own: number;
  readonly other: number;
  /** Absolute difference in standard deviations over the areas of the type. */
  readonly distance: number;
}

export interface SimilarArea {
  readonly code: string;
  /** Euclidean distance over the standardised variables. */
  readonly distance: number;
  /** Up to three variables in which the two are closest. */
  readonly closest: readonly ContextGap[];
  /** The variable in which they differ most. */
  readonly furthest: ContextGap;
}

export type SimilarAreas =
  | {
      readonly kind: 'similar';
      /** Nearest first. */
      readonly areas: readonly SimilarArea[];
      /** Labels of the variables used. */
      readonly variables: readonly string[];
    }
  | { readonly kind: 'none'; readonly reason: 'unknown_area' | 'too_few_variables' | 'too_few_areas' };

const LEAST_VARIABLES = 3;
const REASONS = 3;
const DEFAULT_COUNT = 5;

/** Indicators that measure one thing: none of them may choose the areas that another of them is compared with. */
const FAMILIES: readonly RegExp[] = [/^(imd-|pop-most-deprived-)/, /^need-index-/];

const isSameThing = (one: string, other: string): boolean =>
  one === other || FAMILIES.some((family) => family.test(one) && family.test(other));

/** The variables that may choose areas to be compared in an outcome: those that measure something else. */
export const variablesFor = (
  outcomeId: string | undefined,
  variables: readonly ContextVariable[],
): readonly ContextVariable[] =>
  outcomeId === undefined ? variables : variables.filter(({ id }) => !isSameThing(id, outcomeId));

interface Standardised {
  readonly variable: ContextVariable;
  readonly scores: ReadonlyMap<string, number>;
}

/** z scores over the areas; null where an area has no usable value or all are alike. */
const standardised = (variable: ContextVariable, codes: readonly string[]): Standardised | null => {
  const values = codes.map((code) => {
    const value = variable.values.get(code) ?? Number.NaN;
    return variable.scale === 'log' ? Math.log(value) : value;
  });
  if (!values.every(Number.isFinite)) return null;
  const mean = sum(values) / values.length;
  const deviation = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
  if (!(deviation > 0)) return null;
  return { variable, scores: new Map(codes.map((code, i) => [code, ((values[i] ?? mean) - mean) / deviation])) };
};

const gapsBetween = (code: string, other: string, variables: readonly Standardised[]): readonly ContextGap[] =>
  variables
    .map(({ variable: { id, label, values }, scores }) => ({
      id,
      label,
      own: values.get(code) ?? 0,
      other: values.get(other) ?? 0,
      distance: Math.abs((scores.get(code) ?? 0) - (scores.get(other) ?? 0)),
    }))
    .toSorted((a, b) => a.distance - b.distance);

const toSimilar = (code: string, other: string, variables: readonly Standardised[]): SimilarArea | null => {
  const gaps = gapsBetween(code, other, variables);
  const furthest = gaps.at(-1);
  if (!furthest) return null;
  return {
    code: other,
    distance: Math.sqrt(sum(gaps.map(({ distance }) => distance ** 2))),
    closest: gaps.slice(0, Math.min(REASONS, gaps.length - 1)),
    furthest,
  };
};

export interface SimilarAreasInput {
  readonly code: string;
  /** All areas of the type, this one too. */
  readonly areaCodes: readonly string[];
  readonly variables: readonly ContextVariable[];
  /** The indicator that will be compared: it, and others that measure the same thing, never choose the areas. */
  readonly outcomeId?: string | undefined;
  readonly count?: number;
}

/**
 * The areas nearest to one in published context variables: standardised over the areas of the type, Euclidean distance,
 * each variable counting the same. A variable counts only where every area has it. Equal distances go by code. Similar
 * is no judgement on performance. Source: as ONS finds nearest neighbours of local authorities.
 */
export const similarAreas = (input: SimilarAreasInput): SimilarAreas => {
  const { code, areaCodes, outcomeId, count = DEFAULT_COUNT } = input;
  if (!areaCodes.includes(code)) return { kind: 'none', reason: 'unknown_area' };
  if (areaCodes.length < 3) return { kind: 'none', reason: 'too_few_areas' };
  const variables = variablesFor(outcomeId, input.variables)
    .map((variable) => standardised(variable, areaCodes))
    .filter((variable) => variable !== null);
  if (variables.length < LEAST_VARIABLES) return { kind: 'none', reason: 'too_few_variables' };
  const areas = areaCodes
    .filter((other) => other !== code)
    .map((other) => toSimilar(code, other, variables))
    .filter((area) => area !== null)
    .toSorted((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1))
    .slice(0, count);
  return { kind: 'similar', areas, variables: variables.map(({ variable }) => variable.label) };
};
