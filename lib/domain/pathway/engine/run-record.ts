import type { PathwayNode } from './pathway-input';

/** Per region and year. People unless said otherwise; `demand…`: who would come if no post were taken. */
export const REGION_METRICS = [
  'filledFoundation',
  'filledEntry',
  'filledHigher',
  'demandFoundation',
  'demandEntry',
  'demandHigher',
  /** Completions of training, by region of training. */
  'ccts',
  /** The same in FTE, at what doctors of the kind work when they take up a post. */
  'cctFte',
  /** Σ over completions of years since specialty entry. */
  'yearsToCct',
  'consultantFte',
  'gpFte',
  /** Left a specialty programme during the year. */
  'leftTraining',
] as const;
export type RegionMetric = (typeof REGION_METRICS)[number];

/** Per year, whole pathway. */
export const YEAR_METRICS = [
  /** Doctors on the pathway who applied at CT1/ST1 or ST3/ST4 and have no post. */
  'unplaced',
  /** First choices if no post were taken; those of them for which there are posts. */
  'firstChoices',
  'firstChoicesMet',
  /** Doctors placed away from their region who would have stayed if no post were taken. */
  'forcedMoves',
  /** Mean inclusive value at CT1/ST1, and that of the class worst off. Utility, no unit. */
  'meanInclusiveValue',
  'worstInclusiveValue',
  /** £ of the year, undiscounted. */
  'costGbp',
  'inTraining',
] as const;
export type YearMetric = (typeof YEAR_METRICS)[number];

/** A node and programme whose posts are recorded on their own. */
export interface RecordFocus {
  readonly node: PathwayNode;
  /** Index of the programme. */
  readonly group: number;
}

/** Where a run's figures lie in one flat array: year by year `[metric][region]`, `[year metric]`, `[class]`, focus. */
export interface RecordLayout {
  readonly regions: number;
  readonly years: number;
  readonly rows: number;
  readonly focus: readonly RecordFocus[];
  readonly perYear: number;
  readonly length: number;
}

export const recordLayout = (
  shape: { regions: number; years: number; rows: number },
  focus: readonly RecordFocus[],
): RecordLayout => {
  const perYear =
    REGION_METRICS.length * shape.regions + YEAR_METRICS.length + shape.rows + focus.length * 2 * shape.regions;
  return { ...shape, focus, perYear, length: perYear * shape.years };
};

const REGION_AT = new Map(REGION_METRICS.map((metric, at) => [metric, at]));
const YEAR_AT = new Map(YEAR_METRICS.map((metric, at) => [metric, at]));

export const regionCell = (layout: RecordLayout, metric: RegionMetric, year: number): number =>
  year * layout.perYear + (REGION_AT.get(metric) ?? 0) * layout.regions;

export const yearCell = (layout: RecordLayout, metric: YearMetric, year: number): number =>
  year * layout.perYear + REGION_METRICS.length * layout.regions + (YEAR_AT.get(metric) ?? 0);

/** First of the inclusive values by class (tie × home). */
export const classCell = (layout: RecordLayout, year: number): number =>
  year * layout.perYear + REGION_METRICS.length * layout.regions + YEAR_METRICS.length;

/** First region of a focus: filled posts, then (`demand`) people who would come. */
export const focusCell = (layout: RecordLayout, focus: number, kind: 'filled' | 'demand', year: number): number =>
  classCell(layout, year) + layout.rows + (2 * focus + (kind === 'filled' ? 0 : 1)) * layout.regions;
