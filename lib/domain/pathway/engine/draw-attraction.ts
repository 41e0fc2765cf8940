import type { ChoiceWeights } from './choice-node';
import type { CompiledPathway } from './compiled-pathway';
import { drawWeights, nodeWeights, setDrawWeights } from './draw-weights';
import { firstApplicants } from './first-applicants';
import type { PathwayNode } from './pathway-input';
import type { DrawnParameters } from './pathway-option';
import { measureDemand, regionDemand } from './region-demand';
import { settleWeights } from './region-weights';

/** Options that one crowd chooses between: all of F1, all of CT1/ST1, those of one programme at ST3/ST4. */
interface Competition {
  readonly node: PathwayNode;
  readonly from: number;
  readonly groups: number;
  readonly people: Float64Array;
  /** `[region]` central weight of all its options; people who come to them under the central parameters; mean ln Σ weights. */
  readonly open: Float64Array;
  readonly wanted: Float64Array;
  readonly meanLogOpen: number;
}

/** ln of the free weights `e^(V/λ)` by node and option, as the draw has them. */
export type DrawnAttraction = Readonly<Record<PathwayNode, Float64Array>>;

type AttractionOf = (weights: ChoiceWeights) => DrawnAttraction;

const competitionsOf = (compiled: CompiledPathway): Omit<Competition, 'open' | 'wanted' | 'meanLogOpen'>[] => {
  const { foundation, entry, higher } = firstApplicants(compiled);
  const { regions } = compiled.grid;
  return [
    { node: 'foundation', from: 0, groups: 1, people: foundation },
    { node: 'specialty_entry', from: 0, groups: compiled.groups, people: entry },
    ...higher.flatMap((people, group) =>
      people ? [{ node: 'higher_entry' as const, from: group * regions, groups: 1, people }] : [],
    ),
  ];
};

/**
 * Attractions anew in every draw. Staying, distance and the nest are drawn, and with other values of them the same attractions would
 * not give back the accepts that the country was calibrated to: every draw would start from another year than the loaded one.
 * So each draw’s attractions are those with which as many come to each option in the first year as under the central
 * parameters (Berry, Levinsohn and Pakes 1995, in each draw). Within a region and node all classes choose between programmes
 * alike, so that one number a region is sought, by Newton’s method; programmes keep their part of it.
 */
const drawnAttraction = (compiled: CompiledPathway): AttractionOf => {
  const { grid } = compiled;
  const { regions } = grid;
  const work = regionDemand(grid);
  const central = drawWeights(compiled);
  setDrawWeights(compiled, {}, central);
  const centralNest = central.nodes.dissimilarity;
  const competitions = competitionsOf(compiled).map((one): Competition => {
    const { utility, size } = compiled.nodes[one.node];
    const open = new Float64Array(regions);
    for (let option = 0; option < one.groups * regions; option += 1) {
      const region = option % regions;
      const weight = Math.exp((utility[one.from + option] ?? 0) / centralNest) * (size?.[one.from + option] ?? 1);
      open[region] = (open[region] ?? 0) + weight;
    }
    measureDemand(grid, one.people, open, nodeWeights(central), work);
    return { ...one, open, wanted: work.demand.slice(), meanLogOpen: work.meanLogOpen };
  });
  return (weights) => {
    const found = {
      foundation: new Float64Array(regions).fill(Number.NEGATIVE_INFINITY),
      specialty_entry: new Float64Array(compiled.groups * regions).fill(Number.NEGATIVE_INFINITY),
      higher_entry: new Float64Array(compiled.groups * regions).fill(Number.NEGATIVE_INFINITY),
    };
    for (const competition of competitions) {
      const { node, from, groups, open: start } = competition;
      const { utility } = compiled.nodes[node];
      const rise = (centralNest / weights.dissimilarity - 1) * competition.meanLogOpen;
      const logOpen = start.map((weight) => Math.log(weight) + rise);
      settleWeights({ grid, people: competition.people, wanted: competition.wanted, weights, work }, logOpen);
      for (let option = 0; option < groups * regions; option += 1) {
        const region = option % regions;
        const central = utility[from + option] ?? Number.NEGATIVE_INFINITY;
        const before = start[region] ?? 0;
        // A region without posts in the first year has nothing to give back.
        found[node][from + option] =
          before > 0
            ? central / centralNest - Math.log(before) + (logOpen[region] ?? 0)
            : central / weights.dissimilarity;
      }
    }
    return found;
  };
};

/** Attractions of the draws that were run last: a slider that moves runs the same draws again. */
const MOST_KEPT = 2048;

/** `null`: nothing of the choice is drawn, and the input’s utilities hold. */
export const keptAttraction = (
  compiled: CompiledPathway,
): ((drawn: DrawnParameters, weights: ChoiceWeights) => DrawnAttraction | null) => {
  const { stayConstant, distancePer100Km, nestDissimilarity } = compiled.input.choice;
  const kept = new Map<string, DrawnAttraction>();
  let attractionOf: AttractionOf | null = null;
  return (drawn, weights) => {
    const stay = drawn.stayConstant ?? stayConstant.value;
    const distance = drawn.distancePer100Km ?? distancePer100Km.value;
    const nest = drawn.nestDissimilarity ?? nestDissimilarity.value;
    if (stay === stayConstant.value && distance === distancePer100Km.value && nest === nestDissimilarity.value)
      return null;
    const key = `${stay} ${distance} ${nest}`;
    const known = kept.get(key);
    if (known) return known;
    attractionOf ??= drawnAttraction(compiled);
    const found = attractionOf(weights);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, found);
    return found;
  };
};
