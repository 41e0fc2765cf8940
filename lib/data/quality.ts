import 'server-only';
import { database, withPublisher } from '@/db/client';
import type { QualityChoice, QualityEntry } from '@/lib/contracts/quality';
import { type FileFormat, tableOf } from '@/lib/contracts/table-file';
import { countryOf } from '@/lib/domain/geography/area';
import { ADVICE } from '@/lib/format/quality-words';
import { today } from './clock';
import { type PublishedStore, publishedStore } from './published-store';
import { selectReleaseQuality } from './queries/release-quality';
import { readableQuality, releaseQuality } from './release-quality';
import { type ExportedFile, exportTable } from './table-export';
import { authorise } from './viewer';

/** Of figures and of files: made once for a store. */
const known = new WeakMap<PublishedStore, Promise<readonly QualityEntry[]>>();

/** What isn't said of an indicator's flag: it is about no file. */
const OF_NO_FILE = {
  datasetId: null,
  datasetName: null,
  releaseId: null,
  releaseTitle: null,
  importId: null,
  rule: null,
  count: 1,
} as const;

function entriesOf({ quality, indicators, areaByCode, figuresByIndicator }: PublishedStore): readonly QualityEntry[] {
  const names = new Map(indicators.map(({ id, name }) => [id, name]));
  return quality.flatMap(({ indicatorId, root, sourceId, flags }) => {
    const sourceName = figuresByIndicator.get(indicatorId)?.find(({ source }) => source.id === sourceId)?.source.name;
    return flags.map(({ check, severity, where, detail }) => ({
      indicatorId,
      indicatorName: names.get(indicatorId) ?? indicatorId,
      ...OF_NO_FILE,
      sourceId,
      sourceName: sourceName ?? sourceId,
      root,
      check,
      severity,
      areaCode: where.areaCode,
      areaName: where.areaCode === null ? null : (areaByCode.get(where.areaCode)?.name ?? where.areaCode),
      periodEnd: where.period,
      breakdown: where.breakdown,
      detail,
      advice: ADVICE[check],
    }));
  });
}

const readAll = async (store: PublishedStore): Promise<readonly QualityEntry[]> => {
  const releases = await withPublisher(await database(), selectReleaseQuality);
  return [...entriesOf(store), ...releaseQuality(releases, today())];
};

const entriesIn = (store: PublishedStore): Promise<readonly QualityEntry[]> => {
  const entries = known.get(store) ?? readAll(store);
  known.set(store, entries);
  // What failed is tried again by the next reader.
  entries.catch(() => known.delete(store));
  return entries;
};

/**
 * What the checks found in the published figures and files of a country, England unless asked otherwise: figures in catalogue order, the
 * worst first within an indicator, then files.
 */
export async function listQuality(choice: Partial<QualityChoice> = {}): Promise<QualityEntry[]> {
  const viewer = await authorise('figures:read');
  const entries = readableQuality(viewer, await entriesIn(await publishedStore()));
  return entries.filter(
    ({ root, sourceId, indicatorId, check }) =>
      root === (choice.country ?? 'england') &&
      (choice.source === undefined || choice.source === sourceId) &&
      (choice.indicator === undefined || choice.indicator === indicatorId) &&
      (choice.check === undefined || choice.check === check),
  );
}

const COLUMNS = [
  ...['indicator', 'indicator_name', 'root', 'check', 'severity', 'area_code', 'area_name', 'period_end', 'breakdown'],
  ...['detail', 'what_to_do', 'source_id', 'source', 'dataset', 'release', 'release_title', 'rule', 'rows'],
];

/** The same as a file; each export is audited. */
export async function exportQuality(choice: Partial<QualityChoice>, format: FileFormat): Promise<ExportedFile> {
  const entries = await listQuality(choice);
  const records = entries.map((entry) => ({
    indicator: entry.indicatorId,
    indicator_name: entry.indicatorName,
    root: countryOf(entry.root).code,
    check: entry.check,
    severity: entry.severity,
    area_code: entry.areaCode,
    area_name: entry.areaName,
    period_end: entry.periodEnd,
    breakdown: entry.breakdown,
    detail: entry.detail,
    what_to_do: entry.advice,
    source_id: entry.sourceId,
    source: entry.sourceName,
    dataset: entry.datasetId,
    release: entry.releaseId,
    release_title: entry.releaseTitle,
    rule: entry.rule,
    rows: entry.rule === null ? null : entry.count,
  }));
  const subject = [choice.indicator, choice.source, choice.check].filter(Boolean).join(' ') || 'all';
  const table = tableOf('Data quality', COLUMNS, records);
  return exportTable({
    table,
    format,
    name: `stead-data-quality${choice.country === 'demonstration' ? '-demonstration' : ''}`,
    action: 'quality.export',
    subject,
  });
}
