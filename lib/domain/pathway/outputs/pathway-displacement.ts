import { displacement } from '@/lib/domain/pathway/displacement';
import { yearCell } from '@/lib/domain/pathway/engine/run-record';
import { areaSum, type MeasureSetting } from './area-measures';

/** Specialty posts over a run, head count: what the target regions gain and where it comes from. */
export interface PathwayDisplacement {
  readonly gainTarget: number;
  readonly lostByOtherRegions: number;
  /** Fewer doctors without a post, outside the pathway, or in the other parts of it. */
  readonly fromOutside: number;
}

/** Posts filled in the target regions and the others, over the years given. */
const filledIn = (setting: MeasureSetting, record: Float64Array, isTarget: boolean, years: readonly number[]): number =>
  setting.areas
    .filter((area) => area.isTarget === isTarget)
    .reduce(
      (sum, area) =>
        sum +
        years.reduce(
          (all, year) =>
            all +
            areaSum(setting, record, 'filledEntry', area, year) +
            areaSum(setting, record, 'filledHigher', area, year),
          0,
        ),
      0,
    );

/**
 * Gain of the targets = loss of the other regions + what comes from outside. Outside is what the two leave: doctors of the
 * gap pools, applicants from elsewhere, and those who would have left or gone on waiting.
 */
export const pathwayDisplacement = (
  setting: MeasureSetting,
  baseline: Float64Array,
  option: Float64Array,
  years: readonly number[],
): PathwayDisplacement => {
  const placement = (record: Float64Array) => {
    const target = filledIn(setting, record, true, years);
    const otherRegions = filledIn(setting, record, false, years);
    return { target, otherRegions, outside: -target - otherRegions };
  };
  const moved = displacement(placement(baseline), placement(option));
  return {
    gainTarget: moved.gainTarget,
    lostByOtherRegions: moved.displacedFromOtherRegions,
    fromOutside: moved.gainedFromOutside ?? 0,
  };
};

/** £ of each year of a run. */
export const costsOf = ({ layout }: MeasureSetting, record: Float64Array): number[] =>
  Array.from({ length: layout.years }, (_, year) => record[yearCell(layout, 'costGbp', year)] ?? 0);

/** Additional CCT-FTE over a run, and weighted by need per head of population against the mean. */
export const additionalCctFte = (setting: MeasureSetting, baseline: Float64Array, option: Float64Array) => {
  const { layout, need, input } = setting;
  const people = input.regions.reduce((sum, { population }) => sum + population, 0);
  let plain = 0;
  let weighted = 0;
  input.regions.forEach(({ population }, region) => {
    const weight = (need.shares[region] ?? 0) / (population / people);
    for (let year = 0; year < layout.years; year += 1) {
      const area = { regions: [region] };
      const more = areaSum(setting, option, 'cctFte', area, year) - areaSum(setting, baseline, 'cctFte', area, year);
      plain += more;
      weighted += weight * more;
    }
  });
  return { plain, weighted };
};
