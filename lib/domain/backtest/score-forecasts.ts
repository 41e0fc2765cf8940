import type { SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { countedFill } from './counted-draws';
import { type Limits, medianOf, middleOf, rankedProbabilityScore, sortedDraws } from './forecast-scores';
import type { ProgrammeForecast } from './predict-origin';
import { crossesRegime } from './regime';

/** What is added up before it is compared: everything, a region, a specialty group, or a programme of a region. */
export const SCORED_LEVELS = ['country', 'region', 'specialty', 'programme'] as const;
export type ScoredLevel = (typeof SCORED_LEVELS)[number];

/** One prediction against what happened. Posts and accepts of a year, head count. */
export interface ScoredForecast {
  readonly level: ScoredLevel;
  readonly regionCode: string | null;
  readonly group: SpecialtyGroup | null;
  readonly origin: number;
  readonly year: number;
  /** The rules of recruitment changed between start and year. */
  readonly isAcross: boolean;
  readonly posts: number;
  /** What happened. */
  readonly accepts: number;
  /** Median of the draws, as a run would have shown it. */
  readonly predicted: number;
  /** Of the draws alone, which are about what is expected. */
  readonly expected80: Limits;
  readonly expected95: Limits;
  /** With the chance of one year’s count, in the start year and in the year predicted. */
  readonly counted80: Limits;
  readonly counted90: Limits;
  readonly counted95: Limits;
  readonly rankedScore: number;
  /** The start year’s fill of each programme, times the posts of the year. */
  readonly persistence: number;
  readonly persistenceRankedScore: number;
}

/** Draws of one programme and year. */
interface Drawn {
  readonly forecast: ProgrammeForecast;
  readonly persistence: number;
  readonly counted: readonly number[];
  readonly countedPersistence: readonly number[];
}

const persistenceOf = ({ total, start }: ProgrammeForecast): number =>
  start.posts > 0 ? (total.posts * start.accepts) / start.posts : 0;

/** Programmes that compete for the same kind of post: those of a node and group in a year. */
const kindOf = ({ total, year }: ProgrammeForecast): string => `${year} ${total.node} ${total.group}`;

const sumOf = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

const groupedBy = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> => {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const known = found.get(keyOf(row)) ?? [];
    known.push(row);
    found.set(keyOf(row), known);
  }
  return found;
};

export interface ScoreSetting {
  readonly origin: number;
  readonly seed: number;
}

/** Counts by draw: each programme has a stream of its own, so that the order of regions moves nothing. */
const drawCounts = (forecasts: readonly ProgrammeForecast[], { origin, seed }: ScoreSetting): Drawn[] =>
  [...groupedBy(forecasts, kindOf).values()].flatMap((kind) => {
    const offered = sumOf(kind, ({ total }) => total.posts);
    const pooledLast = sumOf(kind, persistenceOf) / offered;
    const draws = kind[0]?.expected.length ?? 0;
    const pooled = Array.from({ length: draws }, (_, at) => sumOf(kind, ({ expected }) => expected[at] ?? 0) / offered);
    return kind.map((forecast): Drawn => {
      const { total, year, start, expected } = forecast;
      const next = seededGenerator(
        `${seed}/backtest/${origin}/${year}/${total.node}/${total.regionCode}/${total.group}`,
      );
      const persistence = persistenceOf(forecast);
      const countedOn = start.posts;
      const counted = expected.map((filled, at) =>
        countedFill(next, { posts: total.posts, filled }, { countedOn, pooled: pooled[at] ?? 0 }),
      );
      const countedPersistence = expected.map(() =>
        countedFill(next, { posts: total.posts, filled: persistence }, { countedOn, pooled: pooledLast }),
      );
      return { forecast, persistence, counted, countedPersistence };
    });
  });

const keyAt = (level: ScoredLevel, { total, year }: ProgrammeForecast): string => {
  const of = {
    country: '',
    region: total.regionCode,
    specialty: String(total.group),
    programme: `${total.node} ${total.regionCode} ${total.group}`,
  };
  return `${year} ${of[level]}`;
};

/** Draw by draw, then in order: how programmes go together within a draw is kept. */
const addedUp = (rows: readonly Drawn[], drawsOf: (row: Drawn) => readonly number[]) => {
  const sums = new Float64Array(rows[0] ? drawsOf(rows[0]).length : 0);
  for (const row of rows) {
    const draws = drawsOf(row);
    for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (draws[at] ?? 0);
  }
  return sortedDraws(sums);
};

const scored = (level: ScoredLevel, origin: number, rows: readonly Drawn[]): ScoredForecast[] => {
  const first = rows[0]?.forecast;
  if (!first) return [];
  const expected = addedUp(rows, ({ forecast }) => forecast.expected);
  const counted = addedUp(rows, (row) => row.counted);
  const accepts = sumOf(rows, ({ forecast }) => forecast.total.accepts);
  const hasRegion = level === 'region' || level === 'programme';
  const hasGroup = level === 'specialty' || level === 'programme';
  return [
    {
      level,
      regionCode: hasRegion ? first.total.regionCode : null,
      group: hasGroup ? first.total.group : null,
      origin,
      year: first.year,
      isAcross: crossesRegime(origin, first.year),
      posts: sumOf(rows, ({ forecast }) => forecast.total.posts),
      accepts,
      predicted: medianOf(expected),
      expected80: middleOf(expected, 0.8),
      expected95: middleOf(expected, 0.95),
      counted80: middleOf(counted, 0.8),
      counted90: middleOf(counted, 0.9),
      counted95: middleOf(counted, 0.95),
      rankedScore: rankedProbabilityScore(counted, accepts),
      persistence: sumOf(rows, (row) => row.persistence),
      persistenceRankedScore: rankedProbabilityScore(
        addedUp(rows, (row) => row.countedPersistence),
        accepts,
      ),
    },
  ];
};

/** Every programme, specialty group, region and the country, year by year, against what happened. */
export const scoreForecasts = (forecasts: readonly ProgrammeForecast[], setting: ScoreSetting): ScoredForecast[] => {
  const drawn = drawCounts(forecasts, setting);
  return SCORED_LEVELS.flatMap((level) =>
    [...groupedBy(drawn, ({ forecast }) => keyAt(level, forecast)).values()].flatMap((rows) =>
      scored(level, setting.origin, rows),
    ),
  );
};
