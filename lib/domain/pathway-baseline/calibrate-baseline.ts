import { compileOption } from '@/lib/domain/pathway/engine/compiled-option';
import { compilePathway } from '@/lib/domain/pathway/engine/compiled-pathway';
import {
  PATHWAY_NODES,
  type PathwayInput,
  type PathwayNode,
  type Yearly,
} from '@/lib/domain/pathway/engine/pathway-input';
import { NO_OPTION } from '@/lib/domain/pathway/engine/pathway-option';
import { runPathway } from '@/lib/domain/pathway/engine/run-pathway';
import { focusCell, type RecordFocus } from '@/lib/domain/pathway/engine/run-record';
import { runState } from '@/lib/domain/pathway/engine/run-state';
import { sum } from '@/lib/domain/statistics/sum';
import type { RoundTotals } from './node-posts';

/** How near the first year of the model comes to what is loaded. Head count. */
export interface BaselineResidual extends RoundTotals {
  readonly fitted: number;
}

export interface CalibratedBaseline {
  readonly input: PathwayInput;
  /** In the order of the totals; those without accepts take no part. */
  readonly residuals: readonly BaselineResidual[];
  readonly passes: number;
  readonly isSettled: boolean;
}

const MOST_PASSES = 400;
/** Largest log ratio of loaded to modelled accepts at which constants have settled. */
const SETTLED_BELOW = 1e-9;

const NO_DRAW = { parameters: {}, shifts: [], hazardRatios: [], careerShifts: [], careerHazardRatios: [] };

/** Every competition of the input, in the order of nodes and programmes. */
const competitionsOf = ({ programmes }: PathwayInput): RecordFocus[] =>
  PATHWAY_NODES.flatMap((node): RecordFocus[] =>
    node === 'foundation'
      ? [{ node, group: 0 }]
      : programmes.flatMap(({ coreYears }, group) =>
          node === 'higher_entry' && coreYears === null ? [] : [{ node, group }],
        ),
  );

type Placed = { readonly filled: number; readonly demand: number };

/** Posts filled, and people who would come if none were taken, in the first year. */
const firstYear = (input: PathwayInput): ((node: PathwayNode, group: number, region: number) => Placed) => {
  const competitions = competitionsOf(input);
  const compiled = compilePathway({ ...input, years: 1 });
  const state = runState(compiled, competitions);
  const record = new Float64Array(state.layout.length);
  runPathway(state, { option: compileOption(compiled, NO_OPTION), draw: NO_DRAW }, record);
  return (node, group, region) => {
    const at = competitions.findIndex((one) => one.node === node && one.group === group);
    const read = (kind: 'filled' | 'demand') => record[focusCell(state.layout, at, kind, 0) + region] ?? 0;
    return { filled: read('filled'), demand: read('demand') };
  };
};

/** A full option is fitted to as many people as it has posts: more would fit as well. */
const modelledAt = ({ posts, accepts }: RoundTotals, { filled, demand }: Placed): number =>
  accepts >= posts && filled >= posts * (1 - SETTLED_BELOW) ? demand : filled;

/** People who want a post at a node, of a group at ST3 and ST4. Head count, first year. */
const applicantsAt = ({ opening, rates, externals, leavers }: PathwayInput, { node, group }: RoundTotals): number => {
  const first = (yearly: Yearly): number => (typeof yearly === 'number' ? yearly : (yearly[0] ?? 0));
  if (node === 'foundation') return sum(leavers.map(({ people }) => first(people)));
  const outside = externals.filter((one) => one.node === node && (node === 'specialty_entry' || one.group === group));
  const fromOutside = sum(outside.map(({ people }) => first(people)));
  if (node === 'specialty_entry') {
    const applying = [rates.applying.gap1, rates.applying.gap2, rates.applying.gap3];
    const f2 = opening.foundation.filter(({ year }) => year === 2).map(({ people }) => people);
    const gap = opening.gap.map(({ age, people }) => people * (applying[age - 1]?.value ?? 0));
    return fromOutside + sum(f2) * rates.applying.f2.value + sum(gap);
  }
  return fromOutside + sum(opening.higherPool.filter((pool) => pool.group === group).map(({ people }) => people));
};

const logOdds = (part: number, whole: number): number => Math.log(part / Math.max(whole - part, whole * SETTLED_BELOW));

/** Options that people choose between: all at F1, all at CT1/ST1, those of a group at ST3 and ST4. */
const competing = (input: PathwayInput, totals: readonly RoundTotals[]) => {
  const found = new Map<string, { readonly members: number[]; readonly people: number }>();
  for (const [at, total] of totals.entries()) {
    const key = total.node === 'higher_entry' ? `${total.node} ${total.group}` : total.node;
    const known = found.get(key) ?? { members: [], people: applicantsAt(input, total) };
    known.members.push(at);
    found.set(key, known);
  }
  return [...found.values()];
};

/**
 * Attractions that give back the loaded accepts in the first year, through the engine itself, so that homes, ties and staying are
 * those of the run: the contraction `u ← u + λ (ln accepts − ln modelled)` for what an option has of its competition, and
 * a step in log-odds for what all of them have together, which the contraction alone reaches slowly where nearly everybody is placed.
 * Residuals are returned, not assumed to be 0.
 * Source: Berry, Levinsohn and Pakes 1995; the factor λ of a nest: Grigolon and Verboven 2014.
 */
export const calibrateBaseline = (input: PathwayInput, totals: readonly RoundTotals[]): CalibratedBaseline => {
  const fitted = totals.filter(({ accepts }) => accepts > 0);
  const groupOf = ({ group }: RoundTotals) =>
    group === null ? 0 : input.programmes.findIndex((programme) => programme.group === group);
  const regionOf = ({ regionCode }: RoundTotals) => input.regions.findIndex(({ code }) => code === regionCode);
  const places = fitted.map((total) => ({ total, group: groupOf(total), region: regionOf(total) }));
  const competitions = competing(input, fitted);
  const nest = input.switches.choice === 'nested' ? input.choice.nestDissimilarity.value : 1;
  const guess = new Map(
    input.choice.attraction.map((one) => [`${one.node} ${one.regionCode} ${one.group}`, one.utility]),
  );
  const utilities = fitted.map(({ node, regionCode, group }) => guess.get(`${node} ${regionCode} ${group}`) ?? 0);
  const withUtilities = (): PathwayInput => ({
    ...input,
    choice: {
      ...input.choice,
      attraction: fitted.map(({ node, regionCode, group }, at) => {
        return { node, regionCode, group, utility: utilities[at] ?? 0 };
      }),
    },
  });
  for (let passes = 1; ; passes += 1) {
    const current = withUtilities();
    const read = firstYear(current);
    const placed = places.map(({ total, group, region }) => read(total.node, group, region));
    const modelled = fitted.map((total, at) => modelledAt(total, placed[at] ?? { filled: 0, demand: 0 }));
    const steps = fitted.map(({ accepts }, at) => Math.log(accepts / (modelled[at] ?? accepts)));
    const isSettled = steps.every((step) => Math.abs(step) <= SETTLED_BELOW);
    if (isSettled || passes === MOST_PASSES) {
      const residuals = fitted.map((total, at) => ({ ...total, fitted: placed[at]?.filled ?? 0 }));
      return { input: current, residuals, passes, isSettled };
    }
    for (const { members, people } of competitions) {
      const accepts = sum(members.map((at) => fitted[at]?.accepts ?? 0));
      const placedNow = sum(members.map((at) => modelled[at] ?? 0));
      const level = logOdds(accepts, people) - logOdds(Math.min(placedNow, people), people);
      const share = Math.log(accepts / placedNow);
      for (const at of members) utilities[at] = (utilities[at] ?? 0) + nest * ((steps[at] ?? 0) - share) + level;
    }
  }
};
