import { yearlyAt } from '@/lib/domain/pathway/engine/compile-geography';
import type { PathwayInput } from '@/lib/domain/pathway/engine/pathway-input';
import { type RecordLayout, type RegionMetric, regionCell } from '@/lib/domain/pathway/engine/run-record';
import type { NeedPopulation } from './need-population';
import type { OutputArea } from './output-areas';

/** Per area and year. */
export const AREA_MEASURES = [
  /** Specialty posts (CT1/ST1 and ST3/ST4) advertised and filled, and not. */
  'postsFilled',
  'postsVacant',
  /** People who would come if no post were taken ÷ posts. */
  'excessDemandRatio',
  'ccts',
  'consultantFte',
  'gpFte',
  /** Consultant and GP FTE per 100,000 need-weighted population. */
  'ftePer100kNeed',
  /** Years from specialty entry to CCT, mean of those who complete. */
  'yearsToCct',
] as const;
export type AreaMeasure = (typeof AREA_MEASURES)[number];

export interface MeasureSetting {
  readonly input: PathwayInput;
  readonly layout: RecordLayout;
  readonly areas: readonly OutputArea[];
  readonly need: NeedPopulation;
  /** `[year][region]` specialty posts. */
  readonly posts: Float64Array;
}

export const specialtyPosts = ({ regions, posts, years }: PathwayInput): Float64Array => {
  const index = new Map(regions.map(({ code }, i) => [code, i]));
  const sums = new Float64Array(years * regions.length);
  for (const post of posts) {
    if (post.node === 'foundation') continue;
    for (let year = 0; year < years; year += 1) {
      const cell = year * regions.length + (index.get(post.regionCode) ?? 0);
      sums[cell] = (sums[cell] ?? 0) + yearlyAt(post.posts, year);
    }
  }
  return sums;
};

const POINTS = 100_000;

/** Sum of a metric over the regions of an area in one year. */
export const areaSum = (
  { layout }: Pick<MeasureSetting, 'layout'>,
  record: Float64Array,
  metric: RegionMetric,
  area: Pick<OutputArea, 'regions'>,
  year: number,
): number => {
  const from = regionCell(layout, metric, year);
  let sum = 0;
  for (const region of area.regions) sum += record[from + region] ?? 0;
  return sum;
};

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** Writes the measures of one record, `[measure][year][area]`. Ratios are of sums, so that areas of several regions agree. */
export const areaMeasures = (setting: MeasureSetting, record: Float64Array, into: Float64Array): void => {
  const { areas, layout, posts, need } = setting;
  const block = layout.years * areas.length;
  for (let year = 0; year < layout.years; year += 1) {
    areas.forEach((area, index) => {
      const sum = (metric: RegionMetric): number => areaSum(setting, record, metric, area, year);
      const offered = area.regions.reduce((all, r) => all + (posts[year * layout.regions + r] ?? 0), 0);
      const needed = area.regions.reduce((all, r) => all + (need.population[r] ?? 0), 0);
      const filled = sum('filledEntry') + sum('filledHigher');
      const ccts = sum('ccts');
      const [consultants, gps] = [sum('consultantFte'), sum('gpFte')];
      const values: Readonly<Record<AreaMeasure, number>> = {
        postsFilled: filled,
        postsVacant: offered - filled,
        excessDemandRatio: ratio(sum('demandEntry') + sum('demandHigher'), offered),
        ccts,
        consultantFte: consultants,
        gpFte: gps,
        ftePer100kNeed: ratio(POINTS * (consultants + gps), needed),
        yearsToCct: ratio(sum('yearsToCct'), ccts),
      };
      AREA_MEASURES.forEach((measure, m) => {
        into[m * block + year * areas.length + index] = values[measure];
      });
    });
  }
};
