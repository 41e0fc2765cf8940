import { absentCell, type ChartCell } from '@/components/charts/chart-cell';
import { ChartFrame } from '@/components/charts/chart-frame';
import { ofCountry } from '@/components/charts/chart-papers';
import type { Series } from '@/components/charts/line-series';
import { LineSeriesChart } from '@/components/charts/line-series-chart';
import type { BacktestErrors, BacktestTested } from '@/lib/contracts/backtest';
import type { Root } from '@/lib/domain/geography/area';
import { measured } from '@/lib/domain/measure/measure';
import { modelledIn } from '@/lib/domain/measure/modelled-in';
import { horizonWords, yearsWords } from '@/lib/format/backtest-words';
import { formatPercent } from '@/lib/format/number';

type Ahead = BacktestErrors & { horizon: number };

const seriesOf = (id: string, name: string, rows: readonly Ahead[], of: (row: Ahead) => number | null): Series => ({
  id,
  name,
  points: rows.flatMap((row) => {
    const value = of(row);
    return value === null ? [] : [{ x: row.horizon, label: horizonWords(row.horizon), measure: measured(value) }];
  }),
});

const errorText = (error: number | null): string => (error === null ? '–' : formatPercent(error));

const errorCell = (error: number | null): ChartCell =>
  error === null ? absentCell('not_applicable', errorText(error)) : { value: error, text: errorText(error) };

/** Errors for regions by years ahead, within one set of rules: the model beside the last known fill. */
export function BacktestErrorChart({ backtest, country }: { backtest: BacktestTested; country: Root }) {
  const rows = backtest.errors.flatMap((row): Ahead[] =>
    row.level === 'region' && !row.isAcross && row.horizon !== null ? [{ ...row, horizon: row.horizon }] : [],
  );
  if (rows.length === 0) return null;
  const alternative = `${rows
    .map(
      ({ horizon, percentageError, persistencePercentageError }) =>
        `${horizonWords(horizon)}: model ${errorText(percentageError)}, last known fill ${errorText(persistencePercentageError)}`,
    )
    .join('; ')}.`;
  const years = backtest.forecasts.filter(({ isAcross }) => !isAcross).map(({ year }) => year);
  const nearer = rows.filter(({ skill }) => skill !== null && skill > 0).length;
  return (
    <ChartFrame
      id="backtest-errors"
      title={`Regions: the model is nearer than last known fill at ${nearer} of ${rows.length} ${rows.length === 1 ? 'distance' : 'distances'} ahead`}
      headingLevel={2}
      alternative={alternative}
      of={[ofCountry(country)]}
      unit="mean error of filled posts, %, by years ahead"
      period={yearsWords(years)}
      source={{
        name: 'Stead, pathway model',
        publisher: `modelled, ${backtest.engineVersion}, ${backtest.draws} draws`,
      }}
      releaseId={backtest.releaseIds.join(', ')}
      provenance={modelledIn(country)}
      footnotes={[
        'Start and predicted year lie under the same recruitment rules. The further ahead, the fewer start years there are.',
      ]}
      table={{
        columns: [
          { label: 'How far ahead' },
          { label: 'Model', numeric: true },
          { label: 'Last known fill', numeric: true },
          { label: 'Predictions', numeric: true },
        ],
        rows: rows.map(({ horizon, percentageError, persistencePercentageError, forecasts }) => [
          horizonWords(horizon),
          errorCell(percentageError),
          errorCell(persistencePercentageError),
          { value: forecasts, text: String(forecasts) },
        ]),
      }}
    >
      <LineSeriesChart
        series={[
          seriesOf('model', 'Model', rows, ({ percentageError }) => percentageError),
          seriesOf(
            'persistence',
            'Last known fill',
            rows,
            ({ persistencePercentageError }) => persistencePercentageError,
          ),
        ]}
        format={{ unit: 'percent', decimals: 1 }}
        alternative={alternative}
      />
    </ChartFrame>
  );
}
