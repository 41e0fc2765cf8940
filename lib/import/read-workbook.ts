import { TABLE_DATASETS } from './dataset-list';
import { nhsVacancy, openVacancySheet, type VacancyRecord } from './datasets/nhs-vacancy';
import { quartersOf } from './datasets/vacancy-quarters';
import type { ImportFile } from './import-file';
import type { ImportReport } from './import-report';
import { readHead, readTable, type TableOptions, type TableOutcome } from './read-table';
import { type Recognition, recogniseAs, recogniseTable } from './recognise';
import { FileRefused } from './refusal';
import type { SourceRow } from './row-source';
import { openWorkbook, type Sheet, type Workbook } from './workbook';
import { MAX_WORKBOOK_BYTES } from './zip-archive';

export interface VacancyBatch {
  readonly dataset: 'nhs_vacancy';
  readonly records: readonly VacancyRecord[];
}

export interface WorkbookOptions extends TableOptions {
  readonly onVacancies: (batch: VacancyBatch) => Promise<void>;
}

interface Looked {
  readonly sheet: Sheet;
  readonly head: readonly SourceRow[];
}

const FORMULA_WORDS = 'The stored answer of a formula was taken; nothing is calculated here.';

const lookAt = async (sheet: Sheet, signal: AbortSignal | null): Promise<Looked> => {
  const rows = sheet.rows(() => undefined);
  const head = await readHead(rows, signal);
  await rows.return();
  if (head.fault) throw head.fault;
  return { sheet, head: head.rows };
};

const isVacancySheet = ({ head }: Looked): boolean => head.some(({ cells }) => quartersOf(cells).length > 0);

const readVacancies = async (
  sheets: readonly Sheet[],
  report: ImportReport,
  { onVacancies, signal }: WorkbookOptions,
): Promise<TableOutcome> => {
  const keys = new Set<string>();
  const records: VacancyRecord[] = [];
  for (const sheet of sheets) {
    const reader = openVacancySheet(sheet.name, report);
    if (!reader) continue;
    for await (const rows of sheet.rows((row, column) =>
      report.flag('formula', sheet.name, FORMULA_WORDS, { row, column }),
    )) {
      signal?.throwIfAborted();
      for (const row of rows) reader.read(row);
    }
    for (const record of reader.end()) {
      const key = [record.staffGroup, record.regionName, record.sector, record.quarter, record.measure].join('|');
      if (keys.has(key)) {
        const message = `Sheet ${sheet.name}: this figure stands twice.`;
        report.error({ row: null, column: record.quarter, value: key, rule: 'duplicate_key', message });
      }
      keys.add(key);
      records.push(record);
    }
  }
  await onVacancies({ dataset: nhsVacancy.id, records });
  const ends = records.map(({ quarterEnd }) => quarterEnd).sort();
  const vintage = { geography: {}, from: ends.at(0) ?? null, to: ends.at(-1) ?? null };
  return { dataset: nhsVacancy.id, rows: records.length, vintage, places: null, headers: [], isExchange: false };
};

/** The sheet that holds the dataset asked for, else the first that holds one that Stead knows, else the first. */
const chooseSheet = (looked: readonly Looked[], { dataset, mapping }: WorkbookOptions): Looked | undefined => {
  const named = TABLE_DATASETS.find(({ id }) => id === (mapping?.dataset ?? dataset));
  const recognised = looked.map((one) => ({
    one,
    found: named ? recogniseAs(one.head, named) : recogniseTable(one.head),
  }));
  const share = (found: Recognition | null): number => found?.match.requiredShare ?? 0;
  const best = recognised.reduce<(typeof recognised)[number] | undefined>(
    (most, candidate) => (most && share(most.found) >= share(candidate.found) ? most : candidate),
    undefined,
  );
  return best && share(best.found) > 0 ? best.one : looked.find(({ head }) => head.length > 0);
};

const noteWorkbook = ({ hiddenSheets, hasExternalLinks }: Workbook, report: ImportReport): void => {
  for (const name of hiddenSheets) report.flag('hidden_sheet', name, 'Hidden sheets are not read.');
  if (hasExternalLinks) report.flag('external_links', '', 'Links to other workbooks are not followed.');
};

const readSheets = async (
  workbook: Workbook,
  report: ImportReport,
  options: WorkbookOptions,
): Promise<TableOutcome> => {
  noteWorkbook(workbook, report);
  const looked: Looked[] = [];
  for (const sheet of workbook.sheets) looked.push(await lookAt(sheet, options.signal));
  const vacancies = looked.filter(isVacancySheet);
  const isVacancy = options.dataset === null || options.dataset === nhsVacancy.id;
  if (isVacancy && vacancies.length > 0)
    return readVacancies(
      vacancies.map(({ sheet }) => sheet),
      report,
      options,
    );
  const chosen = chooseSheet(looked, options);
  if (!chosen) throw new FileRefused('empty_file', 'The workbook has no sheet with anything in it.');
  for (const { sheet, head } of looked) {
    if (sheet !== chosen.sheet && head.length > 0)
      report.flag('sheet_not_read', sheet.name, 'Other sheets were not read.');
  }
  const batches = chosen.sheet.rows((row, column) =>
    report.flag('formula', chosen.sheet.name, FORMULA_WORDS, { row, column }),
  );
  const source = { batches, report, isWorkbook: true, countsFrom1904: workbook.countsFrom1904 };
  return readTable(source, options);
};

/** Reads the sheet of a workbook that holds a known table. */
export const readWorkbook = async (
  file: ImportFile,
  report: ImportReport,
  options: WorkbookOptions,
): Promise<TableOutcome> => {
  if (file.size > MAX_WORKBOOK_BYTES) {
    throw new FileRefused('workbook_too_large', 'The workbook is larger than 20 MB. Save its sheet as CSV.');
  }
  const workbook = await openWorkbook(await file.bytes());
  try {
    return await readSheets(workbook, report, options);
  } finally {
    workbook.close();
  }
};
