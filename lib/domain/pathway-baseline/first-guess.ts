import { compilePathway } from '@/lib/domain/pathway/engine/compiled-pathway';
import { drawWeights, setDrawWeights } from '@/lib/domain/pathway/engine/draw-weights';
import { firstApplicants } from '@/lib/domain/pathway/engine/first-applicants';
import type { ChoiceParameters, PathwayInput } from '@/lib/domain/pathway/engine/pathway-input';
import { placedByHome, placedShares, regionDemand } from '@/lib/domain/pathway/engine/region-demand';
import { settleWeights } from '@/lib/domain/pathway/engine/region-weights';
import type { SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import { sum } from '@/lib/domain/statistics/sum';
import type { RoundTotals } from './node-posts';

/** Share of applicants on the pathway who find a post, by the region where they are. */
export interface Success {
  readonly entry: ReadonlyMap<string, number>;
  readonly higher: ReadonlyMap<SpecialtyGroup, ReadonlyMap<string, number>>;
}

export interface FirstGuess {
  readonly attraction: ChoiceParameters['attraction'];
  readonly success: Success;
  /** Homes of new doctors by the region that takes them. */
  readonly homes: NonNullable<PathwayInput['opening']['homes']>;
}

/** No more can be wanted than come: of all applicants at most this share finds a post. */
const MOST_PLACED = 0.999;

/**
 * Attractions that give back the loaded accepts, and who finds a post with them, while no programme turns anybody away: the
 * contraction’s fixed point by Newton’s method on one number a region. `calibrateBaseline` takes them through the engine itself.
 */
export const guessAttraction = (input: PathwayInput, totals: readonly RoundTotals[]): FirstGuess => {
  const compiled = compilePathway({ ...input, years: 1 });
  const { grid } = compiled;
  const weights = drawWeights(compiled);
  setDrawWeights(compiled, {}, weights);
  const nest = weights.nodes.dissimilarity;
  const work = regionDemand(grid);
  const slope = input.choice.deprivationPerStep.value;

  const settled = (own: readonly RoundTotals[], people: Float64Array) => {
    const wanted = Float64Array.from(input.regions, ({ code }) =>
      sum(own.flatMap(({ regionCode, accepts }) => (regionCode === code ? [accepts] : []))),
    );
    const scale = Math.min(1, (MOST_PLACED * sum([...people])) / Math.max(1e-9, sum([...wanted])));
    const logOpen = wanted.map((accepts) => Math.log(accepts / sum([...wanted])));
    settleWeights(
      { grid, people, wanted: wanted.map((accepts) => accepts * scale), weights: weights.nodes, work },
      logOpen,
    );
    const attraction = own.flatMap(({ node, regionCode, group, accepts }) => {
      const at = input.regions.findIndex(({ code }) => code === regionCode);
      const steps = input.regions[at]?.deprivationSteps ?? 0;
      const utility = nest * ((logOpen[at] ?? 0) + Math.log(accepts / (wanted[at] ?? 1))) - slope * steps;
      return accepts > 0 ? [{ node, regionCode, group, utility }] : [];
    });
    const shares = placedShares(grid, people, work.open, weights.nodes);
    const success = new Map(input.regions.map(({ code }, at) => [code, shares[at] ?? 0]));
    return { attraction, success, open: work.open.slice() };
  };

  const { foundation, entry, higher } = firstApplicants(compiled);
  const ofNode = (sought: RoundTotals['node']) => totals.filter(({ node }) => node === sought);
  const [f1, ct1] = [settled(ofNode('foundation'), foundation), settled(ofNode('specialty_entry'), entry)];
  const placed = placedByHome(grid, foundation, f1.open, weights.nodes);
  const homes = input.regions.flatMap(({ code }, region) => {
    const heads = Array.from({ length: grid.places }, (_, home) => placed[home * grid.regions + region] ?? 0);
    return heads.map((people, home) => {
      return { regionCode: code, homeRegionCode: input.regions[home]?.code ?? null, share: people / sum(heads) };
    });
  });
  const later = input.programmes.flatMap(({ group }, at) => {
    const people = higher[at];
    const own = ofNode('higher_entry').filter((total) => total.group === group);
    return people && own.length > 0 ? [{ group, ...settled(own, people) }] : [];
  });
  return {
    homes: homes.filter(({ share }) => share > 0),
    attraction: [f1, ct1, ...later].flatMap(({ attraction }) => attraction),
    success: { entry: ct1.success, higher: new Map(later.map(({ group, success }) => [group, success])) },
  };
};
