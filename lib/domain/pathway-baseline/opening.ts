import type { OpeningStocks } from '@/lib/domain/pathway/engine/opening-stocks';
import type { GroupProgramme, StageRates } from '@/lib/domain/pathway/engine/pathway-input';
import { sum } from '@/lib/domain/statistics/sum';
import type { LoadedCareers, LoadedPathway, LoadedPosts } from './loaded-pathway';
import type { RoundTotals } from './node-posts';
import { type ProgrammeLength, placeOfLevel, yearOfLevel } from './programmes';
import { groupOfSpecialty } from './specialty-groups';

type Known = {
  readonly loaded: LoadedPathway;
  readonly programmes: readonly (GroupProgramme & ProgrammeLength)[];
  readonly totals: readonly RoundTotals[];
  readonly rates: StageRates;
  readonly peoplePerPlace: number;
};

/** People behind a full-time equivalent, where a share `s` works at `f`. */
const peoplePerFte = (ltftShare: number, ltftFte: number): number => 1 / (1 - ltftShare + ltftShare * ltftFte);

const foundationStocks = (posts: readonly LoadedPosts[]): OpeningStocks['foundation'] =>
  posts.flatMap(({ regionCode, level, inPostFte }) => {
    if (level !== 'F1' && level !== 'F2') return [];
    return [{ regionCode, year: level === 'F1' ? (1 as const) : (2 as const), people: inPostFte }];
  });

const trainingStocks = ({ loaded, programmes, rates }: Known): OpeningStocks['training'] =>
  loaded.posts.flatMap(({ regionCode, specialty, level, inPostFte }) => {
    const programme = programmes.find(({ group }) => group === groupOfSpecialty(specialty));
    const place = programme && yearOfLevel(level) !== null ? placeOfLevel(programme, level) : null;
    if (!programme || !place) return [];
    const people = inPostFte * peoplePerFte(programme.ltftShare.value, rates.ltftFte.value);
    return [{ group: programme.group, ...place, regionCode, people }];
  });

/** Share of the people who want a post that get one. */
const success = (totals: readonly RoundTotals[], peoplePerPlace: number): number => {
  const posts = sum(totals.map((total) => total.posts));
  return posts > 0 ? Math.min(1, sum(totals.map(({ accepts }) => accepts)) / (peoplePerPlace * posts)) : 0;
};

/**
 * Doctors between F2 and specialty training, who aren't counted anywhere: as many as stay there when every year brings as many F2
 * doctors as now, and as many find a post.
 */
const gapStocks = ({ loaded, totals, rates, peoplePerPlace }: Known): OpeningStocks['gap'] => {
  const found = success(
    totals.filter(({ node }) => node === 'specialty_entry'),
    peoplePerPlace,
  );
  const stays = 1 - rates.gapLeaving.value;
  const { f2, gap1, gap2, gap3 } = rates.applying;
  return loaded.posts.flatMap(({ regionCode, level, inPostFte }) => {
    if (level !== 'F2') return [];
    const first = inPostFte * (1 - f2.value * found);
    const second = first * stays * (1 - gap1.value * found);
    const third = (second * stays * (1 - gap2.value * found)) / (1 - stays * (1 - gap3.value * found));
    return [first, second, third].map((people, at) => ({ regionCode, age: ([1, 2, 3] as const)[at] ?? 3, people }));
  });
};

/** Core completers without a post yet, by the same reasoning. */
const waitingStocks = (
  { programmes, totals, rates, peoplePerPlace }: Known,
  training: OpeningStocks['training'],
): OpeningStocks['higherPool'] =>
  programmes.flatMap(({ group, coreYears }) => {
    if (coreYears === null) return [];
    const own = totals.filter((total) => total.node === 'higher_entry' && total.group === group);
    const without = 1 - success(own, peoplePerPlace);
    const pool = without / (1 - (1 - rates.higherPoolLeaving.value) * without);
    return training
      .filter((stock) => stock.group === group && stock.part === 'core' && stock.year === coreYears)
      .map(({ regionCode, people }) => ({ group, regionCode, people: people * pool }));
  });

/** Last-year trainees of a career, by region: about as many complete in a year. */
const completing = ({ programmes }: Known, training: OpeningStocks['training'], kind: LoadedCareers['kind']) => {
  const byRegion = new Map<string, number>();
  for (const { group, part, year, regionCode, people } of training) {
    const programme = programmes.find((one) => one.group === group);
    const isLast = part === 'final' && year === programme?.finalYears && programme.career === kind;
    if (isLast) byRegion.set(regionCode, (byRegion.get(regionCode) ?? 0) + people);
  }
  return byRegion;
};

/** Where careers aren't loaded: as many as stay in post when every year brings as many as now, shared out by residents. */
const careersByFlow = (known: Known, training: OpeningStocks['training'], kind: LoadedCareers['kind']) => {
  const { rates, loaded } = known;
  const people = sum([...completing(known, training, kind).values()]) / rates.careerLeaving[kind].value;
  const residents = sum(loaded.regions.map(({ population }) => population));
  return loaded.regions.map(({ code, population }): LoadedCareers => {
    const own = (people * population) / residents;
    return { kind, regionCode: code, people: own, fte: own * rates.fteOnJoining[kind].value };
  });
};

/** Doctors at the start. What no file holds follows from what does, taken as steady; `notes` says which. */
export const openingStocks = (known: Known): { readonly stocks: OpeningStocks; readonly notes: readonly string[] } => {
  const { loaded, rates } = known;
  const training = trainingStocks(known);
  const kinds = ['consultant', 'gp'] as const;
  const missing = kinds.filter((kind) => loaded.careers.every((one) => one.kind !== kind));
  const careers = [...loaded.careers, ...missing.flatMap((kind) => careersByFlow(known, training, kind))];
  const settling = kinds.flatMap((kind) =>
    [...completing(known, training, kind)].map(([regionCode, people]) => ({
      kind,
      regionCode,
      people: people * (1 - rates.settling[kind][0].value),
    })),
  );
  const words = { consultant: 'consultants', gp: 'GPs' };
  return {
    stocks: {
      foundation: foundationStocks(loaded.posts),
      gap: gapStocks(known),
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
