import { yearlyAt } from '@/lib/domain/pathway/engine/compile-geography';
import type { PathwayInput } from '@/lib/domain/pathway/engine/pathway-input';
import type { PathwayOption } from '@/lib/domain/pathway/engine/pathway-option';
import { type RecordLayout, type RegionMetric, regionCell } from '@/lib/domain/pathway/engine/run-record';
import type { SlopeWeights } from './country-measures';
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
  /** Foundation posts (F1) filled: in none of the specialty posts. */
  'foundationFilled',
] as const;
export type AreaMeasure = (typeof AREA_MEASURES)[number];

/** What a screen shows of regions without an offer: foundation posts where some are offered something. */
export const postsOnScreen = ({ shifts }: PathwayOption): readonly AreaMeasure[] =>
  shifts.some(({ node }) => node === 'foundation') ? ['postsFilled', 'foundationFilled'] : ['postsFilled'];

export interface MeasureSetting {
  readonly input: PathwayInput;
  readonly layout: RecordLayout;
  readonly areas: readonly OutputArea[];
  readonly need: NeedPopulation;
  /** `[year][region]` specialty posts. */
  readonly posts: Float64Array;
  readonly slope: SlopeWeights;
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

/** Place of each measure. */
const AT = Object.fromEntries(AREA_MEASURES.map((measure, at) => [measure, at])) as Readonly<
  Record<AreaMeasure, number>
>;

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
    for (let index = 0; index < areas.length; index += 1) {
      const area = areas[index];
      if (!area) continue;
      let offered = 0;
      let needed = 0;
      for (const region of area.regions) {
        offered += posts[year * layout.regions + region] ?? 0;
        needed += need.population[region] ?? 0;
      }
      const filled =
        areaSum(setting, record, 'filledEntry', area, year) + areaSum(setting, record, 'filledHigher', area, year);
      const demand =
        areaSum(setting, record, 'demandEntry', area, year) + areaSum(setting, record, 'demandHigher', area, year);
      const ccts = areaSum(setting, record, 'ccts', area, year);
      const consultants = areaSum(setting, record, 'consultantFte', area, year);
      const gps = areaSum(setting, record, 'gpFte', area, year);
      const years = areaSum(setting, record, 'yearsToCct', area, year);
      const cell = year * areas.length + index;
      into[AT.postsFilled * block + cell] = filled;
      // Without a ceiling more are filled than there are: then none is vacant.
      into[AT.postsVacant * block + cell] = Math.max(0, offered - filled);
      into[AT.excessDemandRatio * block + cell] = ratio(demand, offered);
      into[AT.ccts * block + cell] = ccts;
      into[AT.consultantFte * block + cell] = consultants;
      into[AT.gpFte * block + cell] = gps;
      into[AT.ftePer100kNeed * block + cell] = ratio(POINTS * (consultants + gps), needed);
      into[AT.yearsToCct * block + cell] = ratio(years, ccts);
      into[AT.foundationFilled * block + cell] = areaSum(setting, record, 'filledFoundation', area, year);
    }
  }
};
