import type { BacktestErrors, BacktestForecast, ProjectionScore } from '@/lib/contracts/backtest';
import { groupName, horizonWords, LEVEL_WORDS, ratioWords } from '@/lib/format/backtest-words';
import { formatCount, formatNumber, formatPercent, formatShare } from '@/lib/format/number';
import type { ListColumn } from './list-column';

const percent = (value: number | null): string => (value === null ? '–' : formatPercent(value));
const yesNo = (value: boolean | null): string => (value === null ? '–' : value ? 'yes' : 'no');
const range = ({ lower, upper }: { lower: number; upper: number }): string =>
  `${formatNumber(lower, 0)} to ${formatNumber(upper, 0)}`;

/** Errors by level and years ahead. */
export const BACKTEST_ERROR_COLUMNS: readonly ListColumn<BacktestErrors>[] = [
  {
    name: 'level',
    header: 'What, and how far ahead',
    text: ({ level, horizon }) => `${LEVEL_WORDS[level]}, ${horizonWords(horizon)}`,
    value: ({ level }) => level,
  },
  { name: 'years_ahead', header: null, value: ({ horizon }) => horizon },
  { name: 'across_rule_change', header: null, value: ({ isAcross }) => yesNo(isAcross) },
  {
    name: 'predictions',
    header: 'Predictions (start years)',
    text: ({ forecasts, origins }) => `${formatCount(forecasts)} (${origins})`,
    value: ({ forecasts }) => forecasts,
    numeric: true,
  },
  { name: 'start_years', header: null, value: ({ origins }) => origins },
  {
    name: 'error_pct',
    header: 'Error',
    text: ({ percentageError }) => percent(percentageError),
    value: ({ percentageError }) => percentageError,
    numeric: true,
  },
  {
    name: 'persistence_error_pct',
    header: 'Error of last known fill',
    text: ({ persistencePercentageError }) => percent(persistencePercentageError),
    value: ({ persistencePercentageError }) => persistencePercentageError,
    numeric: true,
  },
  {
    name: 'error_ratio',
    header: 'Times that error',
    text: ({ skill }) => (skill === null ? '–' : ratioWords(skill)),
    value: ({ skill }) => (skill === null ? null : 1 - skill),
    numeric: true,
  },
  {
    name: 'fill_error_points',
    header: 'Error of fill, points',
    text: ({ fillErrorPoints }) => formatNumber(fillErrorPoints, 1),
    value: ({ fillErrorPoints }) => fillErrorPoints,
    numeric: true,
  },
  { name: 'absolute_error_posts', header: null, value: ({ absoluteError }) => absoluteError },
  {
    name: 'persistence_absolute_error_posts',
    header: null,
    value: ({ persistenceAbsoluteError }) => persistenceAbsoluteError,
  },
  {
    name: 'ranked_score_posts',
    header: 'Ranked score (last known fill)',
    text: ({ rankedScore, persistenceRankedScore }) =>
      `${formatNumber(rankedScore, 1)} (${formatNumber(persistenceRankedScore, 1)})`,
    value: ({ rankedScore }) => rankedScore,
    numeric: true,
  },
  {
    name: 'persistence_ranked_score_posts',
    header: null,
    value: ({ persistenceRankedScore }) => persistenceRankedScore,
  },
  {
    name: 'within_80',
    header: 'Within 80%',
    text: ({ within80 }) => formatShare(within80, 0),
    value: ({ within80 }) => within80,
    numeric: true,
  },
  { name: 'within_90', header: null, value: ({ within90 }) => within90 },
  {
    name: 'within_95',
    header: 'Within 95%',
    text: ({ within95 }) => formatShare(within95, 0),
    value: ({ within95 }) => within95,
    numeric: true,
  },
  {
    name: 'within_80_of_draws',
    header: 'Within 80% of draws alone',
    text: ({ withinExpected80 }) => formatShare(withinExpected80, 0),
    value: ({ withinExpected80 }) => withinExpected80,
    numeric: true,
  },
  { name: 'within_95_of_draws', header: null, value: ({ withinExpected95 }) => withinExpected95 },
];

export type NamedForecast = BacktestForecast & { name: string };

const nameOf = ({ name, group }: NamedForecast): string => (group ? groupName(group) : name);

/** Predictions one by one. */
export const BACKTEST_FORECAST_COLUMNS: readonly ListColumn<NamedForecast>[] = [
  {
    name: 'name',
    header: 'What and when',
    text: (row) => `${nameOf(row)}, ${row.year} from ${row.origin}`,
    value: nameOf,
  },
  { name: 'level', header: null, value: ({ level }) => level },
  { name: 'area_code', header: null, value: ({ regionCode }) => regionCode },
  { name: 'specialty_group', header: null, value: ({ group }) => group },
  { name: 'year', header: null, value: ({ year }) => year },
  { name: 'start_year', header: null, value: ({ origin }) => origin },
  {
    name: 'across_rule_change',
    header: 'Across the change of rules',
    text: ({ isAcross }) => yesNo(isAcross),
  },
  {
    name: 'posts',
    header: 'Posts offered',
    text: ({ posts }) => formatNumber(posts, 0),
    value: ({ posts }) => posts,
    numeric: true,
  },
  {
    name: 'accepts',
    header: 'Filled',
    text: ({ accepts }) => formatNumber(accepts, 0),
    value: ({ accepts }) => accepts,
    numeric: true,
  },
  {
    name: 'predicted',
    header: 'Model, median',
    text: ({ predicted }) => formatNumber(predicted, 0),
    value: ({ predicted }) => predicted,
    numeric: true,
  },
  {
    name: 'lower_80',
    header: '80% interval',
    text: ({ counted80 }) => range(counted80),
    value: (row) => row.counted80.lower,
    numeric: true,
  },
  { name: 'upper_80', header: null, value: ({ counted80 }) => counted80.upper },
  { name: 'lower_95', header: null, value: ({ counted95 }) => counted95.lower },
  { name: 'upper_95', header: null, value: ({ counted95 }) => counted95.upper },
  { name: 'lower_80_of_draws', header: null, value: ({ expected80 }) => expected80.lower },
  { name: 'upper_80_of_draws', header: null, value: ({ expected80 }) => expected80.upper },
  {
    name: 'last_known_fill',
    header: 'Last known fill',
    text: ({ persistence }) => formatNumber(persistence, 0),
    value: ({ persistence }) => persistence,
    numeric: true,
  },
];

export type NamedProjection = ProjectionScore & { regionName: string };

const band = ({ median, lower80, upper80 }: ProjectionScore['baseline']): string =>
  `${formatNumber(median, 0)} (${formatNumber(lower80, 0)} to ${formatNumber(upper80, 0)})`;

/** Projected years of stored runs against what was loaded later. */
export const PROJECTION_COLUMNS: readonly ListColumn<NamedProjection>[] = [
  { name: 'title', header: 'Run', text: ({ title }) => title },
  { name: 'run', header: null, value: ({ runId }) => runId },
  { name: 'made_at', header: null, value: ({ madeAt }) => madeAt },
  { name: 'area_name', header: 'Region', text: ({ regionName }) => regionName },
  { name: 'area_code', header: null, value: ({ regionCode }) => regionCode },
  {
    name: 'year',
    header: 'Year',
    text: ({ year, startYear }) => `${year}, run from ${startYear}`,
    value: ({ year }) => year,
  },
  { name: 'start_year', header: null, value: ({ startYear }) => startYear },
  { name: 'across_rule_change', header: 'Across the change of rules', text: ({ isAcross }) => yesNo(isAcross) },
  {
    name: 'without_median',
    header: 'Projected without the offer',
    text: ({ baseline }) => band(baseline),
    value: ({ baseline }) => baseline.median,
    numeric: true,
  },
  { name: 'without_lower_80', header: null, value: ({ baseline }) => baseline.lower80 },
  { name: 'without_upper_80', header: null, value: ({ baseline }) => baseline.upper80 },
  { name: 'without_lower_95', header: null, value: ({ baseline }) => baseline.lower95 },
  { name: 'without_upper_95', header: null, value: ({ baseline }) => baseline.upper95 },
  {
    name: 'with_median',
    header: 'With it',
    text: ({ option }) => band(option),
    value: ({ option }) => option.median,
    numeric: true,
  },
  {
    name: 'accepts',
    header: 'Filled',
    text: ({ accepts }) => formatNumber(accepts, 0),
    value: ({ accepts }) => accepts,
    numeric: true,
  },
  { name: 'within_80', header: 'Within 80%', text: ({ isWithin80 }) => yesNo(isWithin80) },
  { name: 'within_95', header: 'Within 95%', text: ({ isWithin95 }) => yesNo(isWithin95) },
  {
    name: 'posts_offered',
    header: 'Posts offered (assumed)',
    text: ({ offeredPosts, assumedPosts }) => `${formatNumber(offeredPosts, 0)} (${formatNumber(assumedPosts, 0)})`,
    value: ({ offeredPosts }) => offeredPosts,
    numeric: true,
  },
  { name: 'posts_assumed', header: null, value: ({ assumedPosts }) => assumedPosts },
];
