import 'server-only';
import type { Figure } from '@/lib/contracts/figure';
import type { FiguresQuery } from '@/lib/contracts/figures-query';
import { type FileFormat, type TableFile, tableOf } from '@/lib/contracts/table-file';
import type { Root } from '@/lib/domain/geography/area';
import { absenceMark } from '@/lib/domain/indicators/absence-mark';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { qualityText } from '@/lib/format/quality-words';
import { getArea, listAreas } from './areas';
import { recordAudit } from './audit';
import { getIndicator, listIndicators } from './figures';
import { publishedStore } from './published-store';
import { type ExportedFile, exportTable } from './table-export';
import { asViewer, authorise } from './viewer';

export type FigureChoice = Omit<FiguresQuery, 'format' | 'period'> & { period?: FiguresQuery['period'] };

/** The country of the area where one is named; figures of two never come together. */
async function rootOf({ area, country = 'england' }: FigureChoice): Promise<Root> {
  return area === undefined ? country : (await getArea(area)).root;
}

async function candidates({ indicator, area }: FigureChoice): Promise<readonly Figure[]> {
  if (indicator !== undefined) return (await getIndicator(indicator)).figures;
  const { figuresByArea } = await publishedStore();
  if (area === undefined) return [...figuresByArea.values()].flat();
  return figuresByArea.get((await getArea(area)).code) ?? [];
}

/** Within an indicator, area and breakdown the newest period comes first. */
function newestOnly(figures: readonly Figure[]): Figure[] {
  const seen = new Set<string>();
  return figures.filter(({ indicatorId, areaCode, breakdown }) => {
    const key = `${indicatorId} ${areaCode} ${breakdown}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The figures that a query asks for, in the order of the catalogue. @throws NotFound for an unknown indicator or area. */
export async function listFigures(choice: FigureChoice): Promise<Figure[]> {
  await authorise('figures:read');
  const { type, on, area, period } = choice;
  const root = await rootOf(choice);
  const { areaByCode } = await publishedStore();
  const ofType = type ? new Set((await listAreas([type], { root, on })).map(({ code }) => code)) : null;
  const figures = (await candidates(choice)).filter(
    ({ areaCode }) =>
      areaByCode.get(areaCode)?.root === root && (!ofType || ofType.has(areaCode)) && (!area || area === areaCode),
  );
  return period === 'latest' ? newestOnly(figures) : figures;
}

/** Columns of a file of figures. */
export const FIGURE_COLUMNS: readonly string[] = [
  ...['indicator', 'indicator_name', 'unit', 'area_code', 'area_name', 'breakdown'],
  ...['period', 'period_start', 'period_end', 'status', 'status_mark', 'value', 'lower_95', 'upper_95'],
  ...['interval_method', 'numerator', 'denominator', 'provenance', 'over_three_years_old', 'quality_flags'],
  ...['source', 'publisher', 'licence', 'disclosure_rule', 'source_url', 'release', 'note'],
];

/** A figure that was read under the viewer, as a line of a file. */
export function figureRecord(figure: Figure, indicator: Indicator | undefined) {
  const value = figure.measure.kind === 'value' ? figure.measure : null;
  return {
    indicator: figure.indicatorId,
    indicator_name: indicator?.name ?? null,
    unit: indicator?.unit ?? null,
    area_code: figure.areaCode,
    area_name: figure.areaName,
    breakdown: figure.breakdown,
    period: figure.period.label,
    period_start: figure.period.start,
    period_end: figure.period.end,
    status: figure.measure.kind,
    // A value that is only written as 0 is no absence: the file has the number itself.
    status_mark: value || !indicator ? null : absenceMark(figure.measure, indicator.unit, indicator.decimals),
    value: value?.value ?? null,
    lower_95: value?.interval?.lower ?? null,
    upper_95: value?.interval?.upper ?? null,
    interval_method: value?.interval?.method ?? null,
    numerator: figure.numerator,
    denominator: figure.denominator,
    provenance: figure.provenance,
    over_three_years_old: figure.stale ? 'yes' : 'no',
    quality_flags: qualityText(figure),
    source: figure.source.name,
    publisher: figure.source.publisher,
    licence: figure.source.licence,
    disclosure_rule: figure.source.ruleSet,
    source_url: figure.source.url,
    release: figure.releaseId,
    note: figure.note,
  };
}

/** Figures as a table with their papers. */
export async function tabulateFigures(choice: FigureChoice): Promise<TableFile> {
  const [figures, indicators] = await Promise.all([listFigures(choice), listIndicators()]);
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const title = choice.indicator ? (byId.get(choice.indicator)?.name ?? choice.indicator) : 'Figures';
  const records = figures.map((figure) => figureRecord(figure, byId.get(figure.indicatorId)));
  return tableOf(title, FIGURE_COLUMNS, records);
}

const subjectOf = ({ indicator, area, type }: FigureChoice): string =>
  [indicator, area ?? type].filter(Boolean).join(' ');

/** The figures as they are, for another program; each export is audited. */
export async function exportFigureList(choice: FigureChoice): Promise<Figure[]> {
  const viewer = await authorise('figures:read');
  const figures = await listFigures(choice);
  const detail = { format: 'json', rows: figures.length };
  await asViewer(viewer, (tx) =>
    recordAudit(tx, viewer, { action: 'figures.export', subject: subjectOf(choice), detail }),
  );
  return figures;
}

/** The same as a file; each export is audited. */
export async function exportFigures(choice: FigureChoice, format: FileFormat): Promise<ExportedFile> {
  const subject = subjectOf(choice);
  const table = await tabulateFigures(choice);
  return exportTable({ table, format, name: `stead-${subject.replace(' ', '-')}`, action: 'figures.export', subject });
}
