import { bestNeedAt, dominating } from '@/lib/domain/levers/frontier/careers-frontier';
import { type Plan, planOfSelection, type Selection } from '@/lib/domain/levers/frontier/frontier-choice';
import type { Offer } from '@/lib/domain/levers/offers/offer';
import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import { bandOf } from '@/lib/domain/pathway/band';
import type { Band } from '@/lib/domain/pathway/round';
import { type Evaluate, meanOver, type Outcomes } from './draw-outcomes';
import { intensityLevels } from './intensity-levels';
import { type AloneSetting, everySelection, mixCandidates } from './mix-candidates';

/** Sets of offers that are run for one frontier, at most. */
export const MOST_MIXES = 120;
const MOST_ALONE = 60;
/** Levels of careers at which the best need is shown, where more mixes are left. */
const CAREERS_LEVELS = 8;

/** A mix run together with everything of it at once: means decide, bands are over the draws. */
export interface Mix {
  /** By offer of the run: its size, or null where it isn't made. */
  readonly intensities: readonly (number | null)[];
  readonly costGbp: number;
  /** Percentage points of need-weighted shortfall that go; utility. Mean over the years. */
  readonly need: Band;
  readonly careers: Band;
  readonly worstOff: Band;
  readonly extraPosts: Band;
  readonly lostByOthers: Band;
}

/** A mix that reaches more of one and no less of the other for no more money, and in which share of draws it does both. */
export interface Beaten {
  readonly by: Mix;
  readonly shareOfDraws: number;
}

export interface RunFrontier {
  readonly kind: 'frontier';
  readonly draws: number;
  readonly budgetGbp: number;
  /** Best need first; each has better careers than those before it. */
  readonly mixes: readonly Mix[];
  /** Of each mix but the last: share of draws in which the next has less need and better careers, as on the means. */
  readonly tradedInDraws: readonly number[];
  /** The run as it was set. */
  readonly option: Mix;
  readonly optionBeaten: Beaten | null;
  /** Sizes tried of each offer. */
  readonly levels: readonly (readonly number[])[];
  /** Mixes that there are, and sets of offers that were run. */
  readonly combinations: number;
  readonly evaluated: number;
  /** Where not every mix was run: the largest gap within the budget between effects added up and run together, as shares of the range. */
  readonly addedUp: { readonly need: number; readonly careers: number } | null;
}

export interface FrontierSetting {
  readonly offers: readonly Offer[];
  readonly levers: readonly PathwayLever[];
  readonly budgetGbp: number;
  readonly evaluate: Evaluate;
  /** On more draws, where the run has them: for the mixes that are shown. */
  readonly evaluateFinely?: Evaluate | null;
  readonly onProgress?: (done: number, total: number) => void;
}

interface Point extends Plan {
  readonly outcomes: Outcomes;
}

const intensitiesOf = (levels: readonly (readonly number[])[], selection: Selection): (number | null)[] =>
  levels.map((one, at) => one[selection[at] ?? -1] ?? null);

const withIntensities = (offers: readonly Offer[], intensities: readonly (number | null)[]): Offer[] =>
  offers.flatMap((offer, at) => {
    const intensity = intensities[at] ?? null;
    return intensity === null ? [] : [{ ...offer, intensity }];
  });

const mixOf = (levels: readonly (readonly number[])[], { selection, costUnits, outcomes }: Point): Mix => ({
  intensities: intensitiesOf(levels, selection),
  costGbp: costUnits,
  need: bandOf(outcomes.need),
  careers: bandOf(outcomes.careers),
  worstOff: bandOf(outcomes.worstOff),
  extraPosts: bandOf(outcomes.extraPosts),
  lostByOthers: bandOf(outcomes.lostByOthers),
});

/** As many sizes of each offer as can be run alone. */
const levelsOf = (offers: readonly Offer[], levers: readonly PathwayLever[]): number[][] =>
  offers.map((offer) => {
    const lever = levers.find(({ id }) => id === offer.leverId);
    return lever ? intensityLevels(lever, offer, Math.floor(MOST_ALONE / offers.length)) : [offer.intensity];
  });

/** Plans that no other within the budget beats; of equal ones the first. Best need first. */
const unbeaten = (points: readonly Point[]): Point[] => {
  const kept: Point[] = [];
  for (const point of points.toSorted(
    (a, b) => b.need - a.need || b.careers - a.careers || a.costUnits - b.costUnits,
  )) {
    if (point.careers > (kept.at(-1)?.careers ?? Number.NEGATIVE_INFINITY)) kept.push(point);
  }
  return kept;
};

/** Epsilon-constraint: the best need at each of evenly spaced levels of careers. */
const atLevels = (points: readonly Point[]): Point[] => {
  if (points.length <= CAREERS_LEVELS) return [...points];
  const [low, high] = [points[0]?.careers ?? 0, points.at(-1)?.careers ?? 0];
  const found = Array.from({ length: CAREERS_LEVELS }, (_, at) =>
    at === CAREERS_LEVELS - 1 ? high : low + ((high - low) * at) / (CAREERS_LEVELS - 1),
  ).map((level) => bestNeedAt(points, level));
  return points.filter((point) => found.includes(point));
};

const beatenBy = (points: readonly Point[], option: Point, levels: readonly (readonly number[])[]): Beaten | null => {
  const better = dominating(points, option);
  const by = points.find((point) => point === better);
  if (!by) return null;
  const draws = option.outcomes.need.length;
  const both = option.outcomes.need.filter(
    (need, draw) =>
      (by.outcomes.need[draw] ?? 0) >= need &&
      (by.outcomes.careers[draw] ?? 0) >= (option.outcomes.careers[draw] ?? 0) &&
      ((by.outcomes.need[draw] ?? 0) > need || (by.outcomes.careers[draw] ?? 0) > (option.outcomes.careers[draw] ?? 0)),
  );
  return { by: mixOf(levels, by), shareOfDraws: both.length / draws };
};

const tradedShare = ({ outcomes: from }: Point, { outcomes: to }: Point): number => {
  const traded = from.need.filter(
    (need, draw) => (to.need[draw] ?? 0) < need && (to.careers[draw] ?? 0) > (from.careers[draw] ?? 0),
  );
  return traded.length / from.need.length;
};

/** Largest distance of plans added up from the same plans run, as shares of the range of what was run. */
const addedUpGap = (choices: readonly (readonly AloneSetting[])[], points: readonly Point[]) => {
  const asChoices = choices.map((settings, at) => ({
    id: String(at),
    settings: settings.map((one) => ({ ...one, costUnits: 0 })),
  }));
  const gap = (of: 'need' | 'careers'): number => {
    const values = points.map((point) => point[of]);
    const range = Math.max(0, ...values) - Math.min(0, ...values);
    const apart = points.map((point) => Math.abs(planOfSelection(asChoices, point.selection)[of] - point[of]));
    return range > 0 ? Math.max(...apart) / range : 0;
  };
  return { need: gap('need'), careers: gap('careers') };
};

/** Runs selections, each once, and counts them. */
const mixRunner = ({ offers, evaluate, onProgress = () => {} }: FrontierSetting, levels: number[][]) => {
  const points = new Map<string, Promise<Point>>();
  let done = 0;
  let total = 0;
  const evaluated = async (selection: Selection): Promise<Point> => {
    const outcomes = await evaluate(withIntensities(offers, intensitiesOf(levels, selection)));
    done += 1;
    onProgress(done, Math.max(done, total));
    return {
      ...{ selection, outcomes, costUnits: meanOver(outcomes.costGbp) },
      ...{ need: meanOver(outcomes.need), careers: meanOver(outcomes.careers) },
    };
  };
  const run = (selection: Selection): Promise<Point> => {
    const key = JSON.stringify(selection);
    const point = points.get(key) ?? evaluated(selection);
    points.set(key, point);
    return point;
  };
  return {
    run,
    expect: (whole: number) => {
      total = whole;
    },
    runAll: (selections: readonly Selection[]): Promise<Point[]> => Promise.all(selections.map(run)),
    all: (): Promise<Point[]> => Promise.all(points.values()),
    isKnown: (selection: Selection): boolean => points.has(JSON.stringify(selection)),
    count: (): number => points.size,
  };
};

/** Settings of each offer alone, and the mixes that their effects added up speak for, run together. */
const runCandidates = async (
  { budgetGbp }: FrontierSetting,
  levels: number[][],
  runner: ReturnType<typeof mixRunner>,
): Promise<AloneSetting[][]> => {
  const { expect, runAll } = runner;
  const alone: Selection[] = levels.flatMap((one, at) =>
    one.map((_, s) => levels.map((__, i) => (i === at ? s : null))),
  );
  expect(MOST_MIXES);
  const single = await runAll(alone);
  const choices = levels.map((one, at) =>
    single
      .filter(({ selection }) => selection[at] !== null)
      .map(({ costUnits, need, careers }, s) => ({ intensity: one[s] ?? 0, costGbp: costUnits, need, careers })),
  );
  const candidates = mixCandidates(choices, budgetGbp, (MOST_MIXES - alone.length) >> 1);
  await runAll(candidates);
  await runNeighbours(budgetGbp, levels, runner);
  return choices;
};

/** One size of one offer changed, up or down. */
const neighboursOf = (levels: number[][], selection: Selection): Selection[] =>
  levels.flatMap(({ length }, at) => {
    const now = selection[at] ?? -1;
    return [now - 1, now + 1].flatMap((next): Selection[] =>
      next < -1 || next >= length ? [] : [selection.map((one, i) => (i === at ? (next < 0 ? null : next) : one))],
    );
  });

const isWithin = (budgetGbp: number, { costUnits }: Pick<Plan, 'costUnits'>): boolean =>
  costUnits <= budgetGbp * (1 + 1e-9);

/** From the mixes that are left, one size at a time, until none of that helps or as many were run as may be. */
const runNeighbours = async (
  budgetGbp: number,
  levels: number[][],
  { runAll, all, isKnown, count }: ReturnType<typeof mixRunner>,
): Promise<void> => {
  while (count() < MOST_MIXES) {
    const left = unbeaten((await all()).filter((point) => isWithin(budgetGbp, point)));
    const next = new Map(
      left.flatMap(({ selection }) => neighboursOf(levels, selection)).map((one) => [JSON.stringify(one), one]),
    );
    const unknown = [...next.values()].filter((one) => !isKnown(one));
    if (unknown.length === 0) return;
    await runAll(unknown.slice(0, MOST_MIXES - count()));
  }
};

/** What is shown again on more draws, in which a mix may turn out to be beaten, or a little above the budget. */
const finely = async (
  { evaluateFinely, offers, budgetGbp }: FrontierSetting,
  levels: number[][],
  { shown, option }: { readonly shown: readonly Point[]; readonly option: Point },
): Promise<{ readonly shown: readonly Point[]; readonly option: Point }> => {
  if (!evaluateFinely) return { shown, option };
  const again = async ({ selection }: Point): Promise<Point> => {
    const outcomes = await evaluateFinely(withIntensities(offers, intensitiesOf(levels, selection)));
    const [costUnits, need, careers] = [outcomes.costGbp, outcomes.need, outcomes.careers].map(meanOver);
    return { selection, outcomes, costUnits: costUnits ?? 0, need: need ?? 0, careers: careers ?? 0 };
  };
  const points = await Promise.all(shown.map(again));
  const within = points.filter((point) => isWithin(budgetGbp, point));
  return { shown: unbeaten(within.length > 0 ? within : points), option: await again(option) };
};

/**
 * Need against careers within a budget, over discrete sizes of a run's offers. Every mix is run with the engine where there are
 * few; else settings are run alone, the exact frontier of their added-up effects says which mixes are worth running together,
 * and from those the search goes on one size at a time. Only what was run together is shown.
 */
export const runFrontier = async (setting: FrontierSetting): Promise<RunFrontier> => {
  const { offers, levers, budgetGbp } = setting;
  const levels = levelsOf(offers, levers);
  const sizes = levels.map(({ length }) => length);
  const combinations = sizes.reduce((product, size) => product * (size + 1), 1);
  const isWhole = combinations <= MOST_MIXES;
  const runner = mixRunner(setting, levels);
  runner.expect(isWhole ? combinations : MOST_MIXES);
  // Alone first: it leaves the draws of nothing to all others.
  const nothing = await runner.run(offers.map(() => null));
  const option = await runner.run(offers.map((offer, at) => levels[at]?.indexOf(offer.intensity) ?? null));
  const choices = isWhole ? null : await runCandidates(setting, levels, runner);
  if (isWhole) await runner.runAll(everySelection(sizes));
  const all = await runner.all();
  const within = all.filter((point) => isWithin(budgetGbp, point));
  const best = unbeaten(within.length > 0 ? within : [nothing]);
  const fine = await finely(setting, levels, { shown: atLevels(best), option });
  const { shown } = fine;
  return {
    kind: 'frontier',
    draws: fine.option.outcomes.need.length,
    budgetGbp,
    mixes: shown.map((point) => mixOf(levels, point)),
    tradedInDraws: shown.slice(1).map((point, at) => tradedShare(shown[at] ?? point, point)),
    option: mixOf(levels, fine.option),
    optionBeaten: beatenBy(setting.evaluateFinely ? shown : best, fine.option, levels),
    levels,
    combinations,
    evaluated: all.length,
    addedUp: choices ? addedUpGap(choices, within) : null,
  };
};
