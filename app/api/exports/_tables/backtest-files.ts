import {
  BACKTEST_ERROR_COLUMNS,
  BACKTEST_FORECAST_COLUMNS,
  PROJECTION_COLUMNS,
} from '@/components/tables/backtest-lists';
import { listFile } from '@/components/tables/list-column';
import type { TableFile } from '@/lib/contracts/table-file';
import { listAreas } from '@/lib/data/areas';
import { getBacktest, getProjectionScorecard } from '@/lib/data/backtest';
import { countryOf, type Root } from '@/lib/domain/geography/area';
import { modelledIn } from '@/lib/domain/measure/modelled-in';
import { type PageFile, withColumns } from './page-file';

type OfCountry = { country: Root };

/** Model, releases and country in every row. */
const withPapers = async (table: TableFile, country: Root): Promise<TableFile> => {
  const backtest = await getBacktest(country);
  const tested = backtest.kind === 'tested' ? backtest : null;
  return withColumns(table, {
    provenance: modelledIn(country),
    release: tested?.releaseIds.join('; ') ?? null,
    engine: tested?.engineVersion ?? null,
    draws: tested?.draws ?? null,
    seed: tested?.seed ?? null,
    root: countryOf(country).code,
  });
};

export async function readBacktestErrors({ country }: OfCountry): Promise<PageFile> {
  const backtest = await getBacktest(country);
  const rows = backtest.kind === 'tested' ? backtest.errors : [];
  const table = listFile('Errors of the model on past years', BACKTEST_ERROR_COLUMNS, rows);
  return { table: await withPapers(table, country), about: country };
}

const namesOf = async (root: Root): Promise<(code: string) => string> => {
  const areas = await listAreas(['training_region'], { root });
  return (code) => areas.find((area) => area.code === code)?.name ?? code;
};

export async function readBacktestForecasts({ country }: OfCountry): Promise<PageFile> {
  const backtest = await getBacktest(country);
  const nameOf = await namesOf(country);
  const rows = (backtest.kind === 'tested' ? backtest.forecasts : []).map((forecast) => ({
    ...forecast,
    name: forecast.regionCode === null ? countryOf(country).name : nameOf(forecast.regionCode),
  }));
  const table = listFile('Past years predicted, one by one', BACKTEST_FORECAST_COLUMNS, rows);
  return { table: await withPapers(table, country), about: country };
}

export async function readPastProjections({ country }: OfCountry): Promise<PageFile> {
  const { projections, root } = await getProjectionScorecard(country);
  const nameOf = await namesOf(country);
  const rows = projections.map((one) => ({ ...one, regionName: nameOf(one.regionCode) }));
  const table = listFile('Projections of stored runs against what happened', PROJECTION_COLUMNS, rows);
  return { table: withColumns(table, { provenance: modelledIn(country), root }), about: country };
}
