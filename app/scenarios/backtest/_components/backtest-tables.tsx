import { BACKTEST_ERROR_COLUMNS, BACKTEST_FORECAST_COLUMNS } from '@/components/tables/backtest-lists';
import { screenColumns } from '@/components/tables/list-column';
import { DataTable } from '@/components/ui/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import type { BacktestErrors, BacktestTested } from '@/lib/contracts/backtest';
import { tableFiles } from '@/lib/contracts/page-tables';
import { countryOf, type Root } from '@/lib/domain/geography/area';

type BacktestTablesProps = { backtest: BacktestTested; country: Root; names: ReadonlyMap<string, string> };

const ERRORS = screenColumns(BACKTEST_ERROR_COLUMNS);
const FORECASTS = screenColumns(BACKTEST_FORECAST_COLUMNS);

type ErrorTableProps = { errors: readonly BacktestErrors[]; country: Root; children: string };

function ErrorTable({ errors, country, children }: ErrorTableProps) {
  return (
    <DataTable
      caption={children}
      columns={ERRORS}
      rows={errors}
      rowKey={({ level, horizon }) => `${level} ${horizon}`}
      empty="Every later year that is loaded lies beyond the change of rules."
      download={{ what: 'all errors', files: tableFiles('backtest-errors', { country }) }}
    />
  );
}

/** Errors within one set of rules, then across their change; then predictions one by one. */
export function BacktestTables({ backtest, country, names }: BacktestTablesProps) {
  const { errors } = backtest;
  const across = errors.filter(({ isAcross }) => isAcross);
  const rows = backtest.forecasts.map((forecast) => ({
    ...forecast,
    name:
      forecast.regionCode === null ? countryOf(country).name : (names.get(forecast.regionCode) ?? forecast.regionCode),
  }));
  return (
    <>
      <ErrorTable errors={errors.filter(({ isAcross }) => !isAcross)} country={country}>
        Errors under one set of rules
      </ErrorTable>
      {across.length > 0 ? (
        <Disclosure summary="Errors across the change of rules: in no mark">
          <ErrorTable errors={across} country={country}>
            Errors across the change of rules
          </ErrorTable>
        </Disclosure>
      ) : null}
      <Disclosure summary={`Predictions one by one: the country, specialty groups and your regions (${rows.length})`}>
        <DataTable
          caption="Predictions one by one"
          columns={FORECASTS}
          rows={rows}
          rowKey={({ level, regionCode, group, year, origin }) => `${level} ${regionCode} ${group} ${year} ${origin}`}
          download={{ what: 'all predictions', files: tableFiles('backtest-forecasts', { country }) }}
        />
      </Disclosure>
    </>
  );
}
