import { type ComparedRow, changedInputs, outcomeRows } from '@/components/pathway/compare-rows';
import { tableOf } from '@/lib/contracts/table-file';
import { listAreas } from '@/lib/data/areas';
import { getPathwayRun } from '@/lib/data/pathway-runs';
import { countryOf } from '@/lib/domain/geography/area';
import { modelledIn } from '@/lib/domain/measure/modelled-in';
import type { PageFile } from './page-file';

const COLUMNS = ['measure', 'run', 'title', 'area_code', 'text', 'provenance', 'release', 'engine', 'seed', 'root'];

type ComparedQuery = { runs: readonly string[]; part: 'outcomes' | 'inputs' };

/** Runs side by side in the words of their page, one line per measure and run; a run without a result is left out. */
export async function readComparedRuns({ runs: ids, part }: ComparedQuery): Promise<PageFile> {
  const found = await Promise.all([...new Set(ids)].map(getPathwayRun));
  const compared = found.flatMap((run) => (run.result ? [{ name: run.title, run, result: run.result }] : []));
  const [first] = compared;
  const areas = first ? await listAreas(['training_region'], { root: first.run.scenario.country }) : [];
  const nameOf = (code: string) => areas.find((area) => area.code === code)?.name ?? code;
  const rows: ComparedRow[] =
    part === 'outcomes'
      ? outcomeRows(compared)
      : changedInputs(
          compared.map(({ run }) => run),
          nameOf,
        );
  const records = rows.flatMap(({ label, cells }) =>
    compared.map(({ run, result }, at) => ({
      ...{ measure: label, run: run.id, title: run.title, area_code: run.areaCode, text: cells[at] ?? null },
      provenance: modelledIn(run.scenario.country),
      ...{ release: run.releases.map(({ id }) => id).join('; '), engine: result.receipt.engineVersion },
      ...{ seed: result.receipt.seed, root: countryOf(run.scenario.country).code },
    })),
  );
  const title = part === 'outcomes' ? 'What runs change, median and 80% interval' : 'Inputs of runs that differ';
  return { table: tableOf(title, COLUMNS, records), about: part };
}
