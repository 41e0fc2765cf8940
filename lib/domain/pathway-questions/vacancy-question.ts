import type { Offer } from '@/lib/domain/levers/offers/offer';
import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import { bandOf } from '@/lib/domain/pathway/band';
import type { Band } from '@/lib/domain/pathway/round';
import type { Evaluate } from './draw-outcomes';
import { mostIntensity, onDial } from './intensity-levels';
import type { PlaceOutcomes } from './place-outcomes';

export interface VacancyQuestion {
  readonly regionCode: string;
  /** Specialty posts recruited to in the year and not filled, % of them; calendar year of August. */
  readonly vacancyPct: number;
  readonly year: number;
}

/** What a lever, or all together, brings the region to. */
export interface Reach {
  /** Null: every lever of the run together, each at the same share of the most it can be. */
  readonly leverId: string | null;
  /** `reached`: at the smallest size that does it. `out_of_reach`: at the most it can be, which isn't enough. */
  readonly kind: 'reached' | 'out_of_reach';
  /** In the lever's unit; of all together the share of the most, 0 to 1. */
  readonly intensity: number;
  readonly vacancyPct: Band;
  /** Posts over the run. */
  readonly lostByOthers: Band;
  readonly costGbp: Band;
}

export interface VacancyAnswer {
  readonly kind: 'vacancy';
  readonly question: VacancyQuestion;
  readonly draws: number;
  /** With nothing offered. */
  readonly today: Band;
  readonly isAlready: boolean;
  readonly reaches: readonly Reach[];
  readonly evaluated: number;
}

export interface VacancySetting {
  readonly offers: readonly Offer[];
  readonly levers: readonly PathwayLever[];
  readonly question: VacancyQuestion;
  readonly evaluate: Evaluate<PlaceOutcomes>;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Steps of all levers together, from none of each to the most. */
const STEPS_TOGETHER = 20;

/** A dial to turn: the offers at each of its positions, 0 = not made. */
interface Dial {
  readonly leverId: string | null;
  readonly positions: number;
  readonly sizeAt: (position: number) => number;
  readonly offersAt: (position: number) => Offer[];
}

/** Offers that end before the year are kept up to it: of each lever the last. */
const keptUntil = (offers: readonly Offer[], year: number): Offer[] =>
  offers.map((offer) => {
    const last = Math.max(...offers.flatMap(({ leverId, toYear }) => (leverId === offer.leverId ? [toYear] : [])));
    return offer.toYear === last ? { ...offer, toYear: Math.max(offer.toYear, year) } : offer;
  });

const dialOf = (lever: PathwayLever, offers: readonly Offer[]): Dial => {
  const most = Math.max(...offers.map((offer) => mostIntensity(lever, offer)));
  const positions = Math.max(1, Math.round(most / lever.intensity.step));
  const sizeAt = (position: number) => (position === positions ? most : onDial(lever, (most * position) / positions));
  return {
    leverId: lever.id,
    positions,
    sizeAt,
    offersAt: (position) => offers.map((offer) => ({ ...offer, intensity: sizeAt(position) })),
  };
};

const dialsOf = (offers: readonly Offer[], levers: readonly PathwayLever[]): Dial[] => {
  const dials = levers.flatMap((lever) => {
    const own = offers.filter(({ leverId }) => leverId === lever.id);
    return own.length > 0 ? [dialOf(lever, own)] : [];
  });
  if (dials.length < 2) return dials;
  const together: Dial = {
    leverId: null,
    positions: STEPS_TOGETHER,
    sizeAt: (position) => position / STEPS_TOGETHER,
    offersAt: (position) =>
      dials.flatMap(({ positions, offersAt }) => offersAt(Math.round((positions * position) / STEPS_TOGETHER))),
  };
  return [...dials, together];
};

/** Halvings until two positions next to each other are left, and the end itself. */
const passesOf = ({ positions }: Dial): number => 1 + Math.ceil(Math.log2(positions));

/**
 * What it would take to bring a region's vacancy to a share by a year: for each lever of a run alone, and all together, the
 * smallest size at which the median of the draws gets there, by bisection on the lever's dial up to the most it can be. Fewer
 * posts stay empty the more is offered; were it otherwise somewhere, the size given still gets there.
 */
export const vacancyQuestion = async (setting: VacancySetting): Promise<VacancyAnswer> => {
  const { levers, question, evaluate, onProgress = () => {} } = setting;
  const here = setting.offers.filter(({ regionCode }) => regionCode === question.regionCode);
  const dials = dialsOf(keptUntil(here, question.year), levers);
  const total = dials.reduce((sum, dial) => sum + passesOf(dial), 1);
  let evaluated = 0;
  const run = async (offers: readonly Offer[]) => {
    const outcomes = await evaluate(offers);
    evaluated += 1;
    onProgress(evaluated, Math.max(total, evaluated));
    return { outcomes, vacancyPct: bandOf(outcomes.vacancyPct) };
  };
  const isThere = ({ vacancyPct }: { readonly vacancyPct: Band }) => vacancyPct.median <= question.vacancyPct;
  const turn = async (dial: Dial): Promise<Reach> => {
    let [low, high] = [0, dial.positions];
    let found = await run(dial.offersAt(high));
    const kind = isThere(found) ? 'reached' : 'out_of_reach';
    while (kind === 'reached' && high - low > 1) {
      const middle = (low + high) >> 1;
      const tried = await run(dial.offersAt(middle));
      if (isThere(tried)) [high, found] = [middle, tried];
      else low = middle;
    }
    return {
      ...{ leverId: dial.leverId, kind, intensity: dial.sizeAt(high), vacancyPct: found.vacancyPct },
      lostByOthers: bandOf(found.outcomes.lostByOthers),
      costGbp: bandOf(found.outcomes.costGbp),
    };
  };
  const today = await run([]);
  const isAlready = isThere(today);
  const reaches = isAlready ? [] : await Promise.all(dials.map(turn));
  return {
    kind: 'vacancy',
    ...{ question, draws: today.outcomes.vacancyPct.length, today: today.vacancyPct, isAlready, reaches, evaluated },
  };
};
