import type { ImportEntry } from '@/lib/contracts/import';
import { changeFacts } from '@/lib/data/import-words';
import { isQualityRule } from '@/lib/domain/quality/row-flags';
import { suggestMapping, suggestMappings } from '@/lib/import/column-mapping';
import { findTableDataset } from '@/lib/import/dataset-list';
import { missingColumns } from '@/lib/import/saved-mapping';

export type StatedStatus = 'ready' | 'needs_mapping' | 'refused' | 'published' | 'duplicate';

/** What the headers of a file that can be mapped are, which columns nothing was found for, and what is suggested. */
export function mappingWanted({ headers, dataset }: ImportEntry) {
  const known = findTableDataset(dataset ?? '');
  const suggested = known ? suggestMapping(headers, known.id) : suggestMappings(headers)[0];
  if (headers.length === 0 || !suggested) return null;
  const { dataset: likeliest, columns } = suggested;
  return {
    headers: headers.filter((header) => header.trim() !== ''),
    missing: missingColumns(suggested),
    suggested: { dataset: likeliest, columns },
  };
}

/** The one document of `--json`; what a mapping says, or needs, stands beside it where there is one. */
export const documentOf = (entry: ImportEntry, status: StatedStatus) => ({
  dataset: entry.dataset,
  status,
  rows: entry.rows,
  errorTotal: entry.errorTotal,
  errors: entry.errors,
  vintage: entry.vintage,
  release: entry.releaseId,
  ...(status === 'needs_mapping' || status === 'refused' ? (mappingWanted(entry) ?? {}) : {}),
  ...(entry.mapping ? { mapping: entry.mapping } : {}),
});

const SHOWN_ERRORS = 20;

/** Names with more than letters and figures would be taken apart. */
const IN_ONE_OPTION = /^\w+=[^,"=]+$/;

const mappingLines = (entry: ImportEntry): string[] => {
  const wanted = mappingWanted(entry);
  if (!wanted) return [];
  const { headers, missing, suggested } = wanted;
  const found = Object.entries(suggested.columns).map(([theirs, ours]) => `${ours}=${theirs}`);
  return [
    `headers found: ${headers.join(', ')}`,
    `likeliest: ${suggested.dataset}${missing.length > 0 ? `; nothing found for ${missing.join(', ')}` : ''}`,
    found.every((pair) => IN_ONE_OPTION.test(pair))
      ? `map them with --dataset ${suggested.dataset} --map "${found.join(',')}" --source NAME, or --mapping FILE`
      : 'map them with --mapping FILE',
  ];
};

/** What the checks of quality found is told apart, as on the page of the import. */
const flagText = ({ rule, message, count }: ImportEntry['flags'][number]): string =>
  `${isQualityRule(rule) ? 'quality' : 'note'}: ${message}${count > 1 ? ` (${count} times)` : ''}`;

/** The same for people. */
export const textOf = (entry: ImportEntry, status: StatedStatus): string =>
  [
    `${entry.fileName}: ${status}`,
    ...(entry.status === 'scheduled' ? [`to be published on ${entry.publishOn}`] : []),
    ...(entry.dataset
      ? [`dataset ${entry.dataset}, ${entry.rows} rows`, `vintage: ${entry.vintage ?? 'the file does not say'}`]
      : []),
    ...(entry.mapping
      ? [
          `columns as ${entry.mapping.isSaved ? 'saved for' : 'said of'} ${entry.mapping.source ?? 'this file'}: ${Object.entries(
            entry.mapping.columns,
          )
            .map(([theirs, ours]) => `${theirs} → ${ours}`)
            .join(', ')}`,
        ]
      : []),
    ...(entry.reject ? [entry.reject] : []),
    ...entry.errors
      .slice(0, SHOWN_ERRORS)
      .map(({ row, column, message }) => `${row === null ? '' : `row ${row}, `}${column}: ${message}`),
    ...(entry.errorTotal > SHOWN_ERRORS ? [`… ${entry.errorTotal} errors in all`] : []),
    ...(status === 'needs_mapping' || status === 'refused' ? mappingLines(entry) : []),
    ...changeFacts(entry).map(([term, value]) => `${term}: ${value}`),
    ...entry.flags.map(flagText),
    ...(entry.releaseId && status !== 'ready' ? [`release ${entry.releaseId}`] : []),
  ].join('\n');
