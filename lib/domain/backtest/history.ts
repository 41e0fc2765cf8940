import type { Movements } from '@/lib/domain/choice/movement-cells';
import type {
  LoadedLeavers,
  LoadedPathway,
  LoadedPosts,
  LoadedRegion,
  LoadedRound,
} from '@/lib/domain/pathway-baseline/loaded-pathway';

/** All years of a country that are loaded. */
export interface BacktestHistory {
  readonly regions: readonly LoadedRegion[];
  readonly rounds: readonly LoadedRound[];
  /** Posts on the last loaded day of each calendar year. */
  readonly posts: readonly { readonly year: number; readonly posts: readonly LoadedPosts[] }[];
  /** New doctors as they were known at the end of a year, by that year; `isLater`: only later entry years are loaded. */
  readonly leavers: readonly {
    readonly year: number;
    readonly isLater: boolean;
    readonly leavers: readonly LoadedLeavers[];
  }[];
  readonly movements: Movements | null;
}

/** One start year: what was known by then, and apart from it what came later, which no fit may read. */
export interface OriginRequest {
  readonly origin: number;
  readonly known: LoadedPathway;
  readonly movements: Movements | null;
  readonly later: readonly LoadedRound[];
  readonly notes: readonly string[];
}

/** Years ahead that are tested. */
export const LONGEST_HORIZON = 5;

const yearsOf = (rounds: readonly LoadedRound[]): number[] => [...new Set(rounds.map(({ year }) => year))].sort();

/** The posts of a start year, on its last loaded day, else on that of the year before. */
const postsAsOf = ({ posts }: BacktestHistory, origin: number) =>
  posts.find(({ year }) => year === origin) ?? posts.find(({ year }) => year === origin - 1);

/** Every start year with its own posts and a later year to compare with. */
export const originsOf = (history: BacktestHistory): OriginRequest[] => {
  const years = yearsOf(history.rounds);
  return years.flatMap((origin): OriginRequest[] => {
    const later = history.rounds.filter(({ year }) => year > origin && year <= origin + LONGEST_HORIZON);
    const held = postsAsOf(history, origin);
    const graduates = history.leavers.find(({ year }) => year === origin);
    if (later.length === 0 || !held || !graduates || graduates.leavers.length === 0) return [];
    const known: LoadedPathway = {
      regions: history.regions,
      posts: held.posts,
      rounds: history.rounds.filter(({ year }) => year <= origin),
      leavers: graduates.leavers,
      careers: [],
    };
    const notes = [
      ...(held.year < origin ? [`Posts of ${origin} are those of the end of ${held.year}.`] : []),
      ...(graduates.isLater
        ? [`Graduates of ${origin} are those of later entry years: earlier ones are not loaded.`]
        : []),
    ];
    return [{ origin, known, movements: history.movements, later, notes }];
  });
};

const list = (years: readonly number[]): string => years.join(', ');

/** What has to be loaded before anything can be tested, in words; nothing where a start year can be. */
export const missingHistory = (history: BacktestHistory): string[] => {
  if (originsOf(history).length > 0 && history.regions.length > 1) return [];
  const years = yearsOf(history.rounds);
  const starts = years.slice(0, -1);
  const [only] = years;
  return [
    ...(history.regions.length < 2 ? ['at least two training regions with residents and need'] : []),
    ...(only === undefined
      ? ['posts and accepts of recruitment by region and specialty, of two years or more (fill.csv)']
      : []),
    ...(only !== undefined && years.length === 1
      ? [`posts and accepts of a second year of recruitment: only ${only} is loaded (fill.csv)`]
      : []),
    ...(starts.every((year) => !postsAsOf(history, year))
      ? [
          starts.length > 0
            ? `posts by region, specialty and level at the end of one of ${list(starts)} (establishment.csv)`
            : 'posts by region, specialty and level at the end of the year before the last (establishment.csv)',
        ]
      : []),
    ...(history.leavers.every(({ leavers }) => leavers.length === 0)
      ? ['graduates by the regions of home and school (cohort.csv)']
      : []),
  ];
};
