import 'server-only';
import { stringify } from 'csv-stringify/sync';
import type { Figure } from '@/lib/contracts/figure';
import type { FiguresQuery } from '@/lib/contracts/figures-query';
import type { Measure } from '@/lib/domain/measure/measure';
import { listAreas } from './areas';
import { recordAudit } from './audit';
import { getIndicator } from './figures';
import { asViewer, requireViewer } from './viewer';

const STATUS: Readonly<Record<Measure['kind'], string>> = {
  value: 'value',
  suppressed: 'suppressed',
  not_applicable: 'not_applicable',
  not_loaded: 'not_loaded',
  low: 'low',
};

/** The figures that a query asks for, in the order of the catalogue. */
export async function listFigures({ indicator, type, on, area }: FiguresQuery): Promise<Figure[]> {
  const { figures } = await getIndicator(indicator);
  const ofType = type ? new Set((await listAreas([type], on)).map(({ code }) => code)) : null;
  return figures.filter(({ areaCode }) => (!ofType || ofType.has(areaCode)) && (!area || area === areaCode));
}

const toRow = (figure: Figure) => {
  const value = figure.measure.kind === 'value' ? figure.measure : null;
  return {
    indicator: figure.indicatorId,
    area_code: figure.areaCode,
    area_name: figure.areaName,
    breakdown: figure.breakdown,
    period: figure.period.label,
    period_start: figure.period.start,
    period_end: figure.period.end,
    status: STATUS[figure.measure.kind],
    value: value?.value ?? null,
    lower_95: value?.interval?.lower ?? null,
    upper_95: value?.interval?.upper ?? null,
    interval_method: value?.interval?.method ?? null,
    numerator: figure.numerator,
    denominator: figure.denominator,
    provenance: figure.provenance,
    over_three_years_old: figure.stale ? 'yes' : 'no',
    source: figure.source.name,
    publisher: figure.source.publisher,
    licence: figure.source.licence,
    disclosure_rule: figure.source.ruleSet,
    source_url: figure.source.url,
    release: figure.releaseId,
    note: figure.note,
  };
};

/** Figures as CSV with their papers; text that a spreadsheet would run is neutralised, numbers stay numbers. */
export async function exportFigures(query: FiguresQuery): Promise<string> {
  const rows = (await listFigures(query)).map(toRow);
  const viewer = await requireViewer();
  await asViewer(viewer, (tx) => recordAudit(tx, viewer, { action: 'figures.export', subject: query.indicator }));
  return stringify(rows, {
    header: true,
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { number: String },
  });
}
