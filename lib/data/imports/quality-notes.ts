import { z } from 'zod';
import type { Executor } from '@/db/client';
import { today } from '@/lib/data/clock';
import { toQualityRow } from '@/lib/data/quality-flags';
import { selectAllAreas } from '@/lib/data/queries/areas';
import { selectIndicators } from '@/lib/data/queries/figures';
import { DatedArea, Root } from '@/lib/domain/geography/area';
import { Indicator } from '@/lib/domain/indicators/indicator';
import { checkWithinAreas, createAcrossAreasCheck } from '@/lib/domain/quality/check-indicator';
import { createRowsAcrossAreas } from '@/lib/domain/quality/rows-across-areas';
import { everyMonthsOf } from '@/lib/import/publication-rhythm';
import { figuresBeside, type RowBeside } from './figures-beside';
import { createNoteTally, type QualityNote } from './note-tally';
import { createOwnPlaces } from './own-places';

const isSameFigure = (a: RowBeside, b: RowBeside): boolean =>
  a.periodEnd === b.periodEnd && a.breakdown === b.breakdown;

/** Whether two releases say something else, by what is shown of it. */
const differs = (a: RowBeside, b: RowBeside, decimals: number): boolean =>
  a.status !== b.status || a.value?.toFixed(decimals) !== b.value?.toFixed(decimals);

/** One row for each figure of an area: its own, else the one that was loaded last; and what another release says differently. */
function sorted(rows: readonly RowBeside[], decimals: number) {
  const shown: RowBeside[] = [];
  const repeated: RowBeside[] = [];
  let isCompared = false;
  for (const row of rows) {
    const last = shown.at(-1);
    if (!last || !isSameFigure(last, row)) {
      shown.push(row);
      isCompared = false;
    } else if (!isCompared) {
      isCompared = true;
      if (last.isOwn && differs(row, last, decimals)) repeated.push(row, last);
    }
  }
  return { shown, repeated };
}

type Checked = {
  /** ISO day. */
  readonly day: string;
  readonly areas: ReadonlyMap<string, DatedArea>;
  readonly acrossAreas: ReturnType<typeof createAcrossAreasCheck>;
};

/** The checks of one indicator in one country, an area after the other. */
function checkIndicator(root: Root, indicator: Indicator, { day, areas, acrossAreas }: Checked) {
  const tally = createNoteTally(indicator, areas);
  const own = createOwnPlaces();
  const across = createRowsAcrossAreas(indicator, areas);
  let newest: RowBeside | null = null;
  return {
    add: (rows: readonly RowBeside[]): void => {
      const { shown, repeated } = sorted(rows, indicator.decimals);
      for (const row of shown) {
        if (row.isOwn) own.add(row, across.isAdditive);
        if (newest === null || row.periodEnd > newest.periodEnd) newest = row;
      }
      const checked = shown.map(toQualityRow);
      for (const row of checked) across.add(row);
      const found = checkWithinAreas({ indicator, rows: checked, repeated: repeated.map(toQualityRow) }, day);
      if (found.length === 0) return;
      const places = new Set(shown.filter(({ isOwn }) => isOwn).map((row) => `${row.periodEnd} ${row.breakdown}`));
      tally.add(found.filter(({ where: { period, breakdown } }) => places.has(`${period} ${breakdown}`)));
    },
    notes: (): QualityNote[] => {
      const everyMonths = newest === null ? null : everyMonthsOf(newest.sourceId);
      tally.add(acrossAreas({ root, indicator, rows: across.rows(), everyMonths }).filter(own.isAbout));
      return tally.notes();
    },
  };
}

/** What the checks of data quality find in the figures of a release, beside those that are shown now. */
export async function qualityNotes(
  tx: Executor,
  releaseId: string,
  superseded: readonly string[],
): Promise<QualityNote[]> {
  const indicators = z.array(Indicator).parse(await selectIndicators(tx));
  const listed = z.array(DatedArea).parse(await selectAllAreas(tx));
  const areas = new Map(listed.map((area) => [area.code, area]));
  const day = today();
  const checked = { day, areas, acrossAreas: createAcrossAreasCheck(listed, day) };
  const checks = new Map<string, ReturnType<typeof checkIndicator>>();
  for await (const rows of figuresBeside(tx, releaseId, superseded)) {
    const [first] = rows;
    const indicator = indicators.find(({ id }) => id === first?.indicatorId);
    const root = first && areas.get(first.areaCode)?.root;
    if (!indicator || !root) continue;
    const known = checks.get(`${indicator.id} ${root}`) ?? checkIndicator(root, indicator, checked);
    checks.set(`${indicator.id} ${root}`, known);
    known.add(rows);
  }
  return indicators.flatMap(({ id }) => Root.options.flatMap((root) => checks.get(`${id} ${root}`)?.notes() ?? []));
}
