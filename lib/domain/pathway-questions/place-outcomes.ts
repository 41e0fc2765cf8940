import type { DrawChunk } from '@/lib/domain/pathway/engine/pathway-runner';
import { areaSum, type MeasureSetting } from '@/lib/domain/pathway/outputs/area-measures';
import { drawTotals } from '@/lib/domain/pathway/outputs/draw-totals';
import { eachDraw } from '@/lib/domain/pathway/outputs/pathway-summary';

/** One region in one year, one number per draw. */
export interface PlaceOutcomes {
  /** Specialty posts recruited to and not filled, % of them. */
  readonly vacancyPct: readonly number[];
  /** Posts that other regions lose over the run. */
  readonly lostByOthers: readonly number[];
  /** £, discounted at 3.5 %. */
  readonly costGbp: readonly number[];
}

const PERCENT = 100;

/** Specialty posts of a region in a year of the run. */
export const postsOf = ({ layout, posts }: MeasureSetting, region: number, year: number): number =>
  posts[year * layout.regions + region] ?? 0;

/** `year`: index from the first. @throws RangeError with a draw missing. */
export const placeOutcomes =
  (region: number, year: number) =>
  (setting: MeasureSetting, chunks: readonly DrawChunk[]): PlaceOutcomes => {
    const rows = { vacancyPct: [] as number[], lostByOthers: [] as number[], costGbp: [] as number[] };
    const posts = postsOf(setting, region, year);
    eachDraw({ chunks, layout: setting.layout }, (baseline, option) => {
      const area = { regions: [region] };
      const filled =
        areaSum(setting, option, 'filledEntry', area, year) + areaSum(setting, option, 'filledHigher', area, year);
      const totals = drawTotals(setting, baseline, option);
      // Where places aren't limited more may come than there are posts: then none is vacant.
      rows.vacancyPct.push((PERCENT * Math.max(0, posts - filled)) / posts);
      rows.lostByOthers.push(totals.lostByOtherRegions);
      rows.costGbp.push(totals.costGbp);
    });
    return rows;
  };
