import type { OpeningStocks } from '@/lib/domain/pathway/engine/opening-stocks';
import type { GroupProgramme, StageRates } from '@/lib/domain/pathway/engine/pathway-input';
import { sum } from '@/lib/domain/statistics/sum';
import type { Success } from './first-guess';
import type { LoadedCareers, LoadedPathway } from './loaded-pathway';
import type { RoundTotals } from './node-posts';
import type { ProgrammeLength } from './programmes';
import { allOf, finishersOf, trainingStocks } from './training-stocks';

/** CCT holders who take up no NHS post are in the stage rates: of the rest nearly all choose a region. An assumption. */
export const OUTSIDE_AT_CCT = 0.05;

type Known = {
  readonly loaded: LoadedPathway;
  readonly programmes: readonly (GroupProgramme & ProgrammeLength)[];
  readonly totals: readonly RoundTotals[];
  readonly rates: StageRates;
  readonly peoplePerPlace: number;
  /** Who finds a post; null before it is known. */
  readonly success: Success | null;
};

/** In post, less those who leave before the year is over: who goes on next August. */
const foundationStocks = ({ loaded, rates }: Known): OpeningStocks['foundation'] =>
  loaded.posts.flatMap(({ regionCode, level, inPostFte }) => {
    if (level !== 'F1' && level !== 'F2') return [];
    const year = level === 'F1' ? (1 as const) : (2 as const);
    return [{ regionCode, year, people: inPostFte * (1 - rates.foundationLeaving.value) }];
  });

/** Share of the people who want a post that get one, before it is known who they are. */
const anySuccess = (totals: readonly RoundTotals[], peoplePerPlace: number): number => {
  const posts = sum(totals.map((total) => total.posts));
  return posts > 0 ? Math.min(1, sum(totals.map(({ accepts }) => accepts)) / (peoplePerPlace * posts)) : 0;
};

/** Of each F2 completer, those in the gap pool by age, when every year is like the last and `found` of applicants find a post. */
const gapPerCompleter = (rates: StageRates, found: number): readonly [number, number, number] => {
  const stays = 1 - rates.gapLeaving.value;
  const { f2, gap1, gap2, gap3 } = rates.applying;
  const first = (1 - f2.value * found) * stays;
  const second = first * (1 - gap1.value * found) * stays;
  const third = (second * (1 - gap2.value * found) * stays) / (1 - stays * (1 - gap3.value * found));
  return [first, second, third];
};

/**
 * Doctors between F2 and specialty training, who aren't counted anywhere: as many as stay there when every year brings as many F2
 * doctors as now, and as many find a post.
 */
const gapStocks = (
  { totals, rates, peoplePerPlace, success }: Known,
  foundation: OpeningStocks['foundation'],
): OpeningStocks['gap'] => {
  const of = totals.filter(({ node }) => node === 'specialty_entry');
  const any = anySuccess(of, peoplePerPlace);
  return foundation
    .filter(({ year }) => year === 2)
    .flatMap(({ regionCode, people }) =>
      gapPerCompleter(rates, success?.entry.get(regionCode) ?? any).map((share, at) => {
        return { regionCode, age: ([1, 2, 3] as const)[at] ?? 3, people: people * share };
      }),
    );
};

/** Core completers without a post yet, by the same reasoning: as many each year as finish in the first. */
const waitingStocks = (known: Known, training: OpeningStocks['training']): OpeningStocks['higherPool'] => {
  const { programmes, totals, rates, peoplePerPlace, success } = known;
  const stays = 1 - rates.higherPoolLeaving.value;
  return programmes.flatMap(({ group, coreYears }) => {
    if (coreYears === null) return [];
    const any = anySuccess(
      totals.filter((total) => total.node === 'higher_entry' && total.group === group),
      peoplePerPlace,
    );
    const completers = finishersOf(training, known, (stock) => stock.group === group && stock.part === 'core');
    return [...completers].map(([regionCode, people]) => {
      const without = stays * (1 - (success?.higher.get(group)?.get(regionCode) ?? any));
      return { group, regionCode, people: (people * without) / (1 - without) };
    });
  });
};

/** CCTs of a career in the first year, by region of training. */
const completing = (known: Known, training: OpeningStocks['training'], kind: LoadedCareers['kind']) => {
  const groups = new Set(known.programmes.filter(({ career }) => career === kind).map(({ group }) => group));
  return finishersOf(training, known, ({ group, part }) => part === 'final' && groups.has(group));
};

/** Where careers aren't loaded: as many as stay in post when every year brings as many as now, shared out by residents. */
const careersByFlow = (known: Known, training: OpeningStocks['training'], kind: LoadedCareers['kind']) => {
  const { rates, loaded } = known;
  const joining = allOf(completing(known, training, kind)) * (1 - OUTSIDE_AT_CCT);
  const people = joining / rates.careerLeaving[kind].value;
  const residents = sum(loaded.regions.map(({ population }) => population));
  return loaded.regions.map(({ code, population }): LoadedCareers => {
    const own = (people * population) / residents;
    return { kind, regionCode: code, people: own, fte: own * rates.fteOnJoining[kind].value };
  });
};

/** CCT holders without a post: a share takes one up at once, then each year a share of those who wait. */
const settlingStocks = (known: Known, training: OpeningStocks['training'], kind: LoadedCareers['kind']) => {
  const [first, later] = known.rates.settling[kind];
  const years = later.value > 0 ? (1 - first.value) / later.value : 0;
  return [...completing(known, training, kind)].map(([regionCode, people]) => ({
    kind,
    regionCode,
    people: people * (1 - OUTSIDE_AT_CCT) * years,
  }));
};

/** Doctors at the start. What no file holds follows from what does, taken as steady; `notes` says which. */
export const openingStocks = (known: Known): { readonly stocks: OpeningStocks; readonly notes: readonly string[] } => {
  const { loaded } = known;
  const training = trainingStocks(loaded.posts, known);
  const foundation = foundationStocks(known);
  const kinds = ['consultant', 'gp'] as const;
  const missing = kinds.filter((kind) => loaded.careers.every((one) => one.kind !== kind));
  const careers = [...loaded.careers, ...missing.flatMap((kind) => careersByFlow(known, training, kind))];
  const settling = kinds.flatMap((kind) => settlingStocks(known, training, kind));
  const words = { consultant: 'consultants', gp: 'GPs' };
  return {
    stocks: {
      foundation,
      gap: gapStocks(known, foundation),
      training,
      higherPool: waitingStocks(known, training),
      careers,
      settling,
      left: 0,
    },
    notes: [
      'Doctors between F2 and specialty training, and those waiting for an ST3 or ST4 post, are in no file: as many as there would be if every year were like the last.',
      ...missing.map(
        (kind) =>
          `How many ${words[kind]} work in each region is not loaded: as many as training now brings, shared out by residents.`,
      ),
    ],
  };
};
