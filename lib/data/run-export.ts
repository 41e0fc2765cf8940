import 'server-only';
import { type Band, REGIME_2024, type RoundResult } from '@/lib/contracts/scenario';
import type { Run } from '@/lib/contracts/scenario-records';
import { type FileFormat, type TableFile, tableOf } from '@/lib/contracts/table-file';
import type { Root } from '@/lib/domain/geography/area';
import { modelledIn } from '@/lib/domain/measure/modelled-in';
import { publishedStore } from './published-store';
import { computeRun, getRun } from './scenario-runs';
import { type ExportedFile, exportTable } from './table-export';

type Line = { measure: string; reading: string; unit: string; band: Band | number | null };

const CHOICE = 'choice between places';
const ODDS = 'odds of fill';
const BEFORE = 'without the offer';

/** What the result says, one line per measure and reading; losses to others stand beside the gain. */
const linesOf = (result: RoundResult): Line[] => [
  { measure: 'posts', reading: BEFORE, unit: 'posts', band: result.posts },
  { measure: 'filled', reading: BEFORE, unit: 'posts', band: result.filledBefore },
  { measure: 'fill_rate', reading: BEFORE, unit: 'share', band: result.fillRateBefore },
  { measure: 'fill_rate', reading: CHOICE, unit: 'share', band: result.fillRateAfter },
  { measure: 'fill_rate', reading: ODDS, unit: 'share', band: result.fillOdds.fillRateAfter },
  { measure: 'extra_filled', reading: CHOICE, unit: 'posts', band: result.extraFilled },
  { measure: 'extra_filled', reading: ODDS, unit: 'posts', band: result.fillOdds.extraFilled },
  { measure: 'taken_from_other_modelled_regions', reading: CHOICE, unit: 'posts', band: result.fromOtherRegions },
  { measure: 'taken_from_elsewhere', reading: CHOICE, unit: 'posts', band: result.fromElsewhere },
  { measure: 'cost', reading: CHOICE, unit: 'GBP', band: result.costGbp },
  { measure: 'cost', reading: ODDS, unit: 'GBP', band: result.fillOdds.costGbp },
  { measure: 'cost_per_extra_filled', reading: CHOICE, unit: 'GBP', band: result.costPerExtraFilledGbp },
  { measure: 'cost_per_extra_filled', reading: ODDS, unit: 'GBP', band: result.fillOdds.costPerExtraFilledGbp },
  { measure: 'chance_of_one_extra_post', reading: CHOICE, unit: 'share', band: result.chanceOfOneExtraPost },
  { measure: 'chance_of_one_extra_post', reading: ODDS, unit: 'share', band: result.fillOdds.chanceOfOneExtraPost },
  { measure: 'chance_of_target', reading: CHOICE, unit: 'share', band: result.chanceOfTarget },
  { measure: 'excess_demand', reading: BEFORE, unit: 'people per post', band: result.excessDemandBefore },
  { measure: 'excess_demand', reading: CHOICE, unit: 'people per post', band: result.excessDemandAfter },
  { measure: 'utility_shift', reading: CHOICE, unit: 'utility', band: result.deltaUtility },
  { measure: 'break_even_utility_shift', reading: CHOICE, unit: 'utility', band: result.breakEvenDeltaUtility },
  { measure: 'break_even_utility_shift', reading: ODDS, unit: 'utility', band: result.fillOdds.breakEvenDeltaUtility },
];

const NO_BAND = { mean: null, lower80: null, upper80: null, lower95: null, upper95: null };

const numbersOf = (band: Band | number | null) =>
  band === null || typeof band === 'number' ? { median: band, ...NO_BAND } : band;

const COLUMNS = [
  ...['measure', 'reading', 'unit', 'status', 'status_mark', 'median', 'mean', 'lower_80', 'upper_80'],
  ...['lower_95', 'upper_95', 'area_code', 'level', 'period', 'provenance', 'source', 'licence', 'disclosure_rule'],
  ...['release', 'engine_version', 'run', 'seed', 'draws'],
];

function tabulate({ receipt, areaCode }: Run, result: RoundResult, root: Root): TableFile {
  const papers = {
    area_code: areaCode,
    level: receipt.inputs.level,
    period: `${receipt.inputs.year} round`,
    provenance: modelledIn(root),
    source: 'Stead, one recruitment round, modelled from the inputs of this run',
    licence: 'own work of the user',
    disclosure_rule: 'none',
    release: receipt.releaseIds.join(' '),
    engine_version: receipt.engineVersion,
    run: receipt.runId,
    seed: receipt.seed,
    draws: receipt.draws,
  };
  const records = linesOf(result).map(({ measure, reading, unit, band }) => {
    const { median, mean, lower80, upper80, lower95, upper95 } = numbersOf(band);
    return {
      ...{ measure, reading, unit, median, mean },
      status: median === null ? 'not_applicable' : 'value',
      status_mark: median === null ? 'z' : null,
      ...{ lower_80: lower80, upper_80: upper80, lower_95: lower95, upper_95: upper95 },
      ...papers,
    };
  });
  const table = tableOf('Result of one recruitment round', COLUMNS, records);
  return { ...table, papers: [['read with', REGIME_2024]] };
}

/** The result of a run as a file, computed first where it isn't yet; each export is audited. */
export async function exportRun(runId: string, format: FileFormat): Promise<ExportedFile> {
  const run = await getRun(runId);
  const { areaByCode } = await publishedStore();
  const table = tabulate(run, await computeRun(runId), areaByCode.get(run.areaCode)?.root ?? 'england');
  return exportTable({ table, format, name: `stead-run-${runId}`, action: 'scenario.export', subject: runId });
}
