import { z } from 'zod';
import { fileInMemory } from '@/lib/import/import-file';
import type { MissingMark } from '@/lib/import/missing-mark';
import { type ImportBatch, type ImportReading, readImport } from '@/lib/import/read-import';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';

const Input = z.looseObject({ file: z.string() });

const plain = (value: number | MissingMark): number | null => (typeof value === 'number' ? value : null);

/** Rows under the names that the set gives them. */
const rowsOf = (batch: ImportBatch): readonly Record<string, unknown>[] => {
  switch (batch.dataset) {
    case 'gp_practice_high':
      return batch.records.map(({ practiceCode, practiceName, staffGroup, role, measure, value }) => ({
        ...{ code: practiceCode, name: practiceName, group: staffGroup, role, measure },
        value: plain(value),
      }));
    case 'hchs_core1':
      return batch.records.map(({ monthEnd, level, orgCode, mainStaffGroup, staffGroup, headcount, fte }) => ({
        ...{ month: monthEnd, level, org: orgCode, main: mainStaffGroup, group: staffGroup },
        hc: plain(headcount),
        fte: plain(fte),
      }));
    case 'imd2019_file7':
      return batch.records.map(({ lsoaCode, imdScore, imdRank, imdDecile }) => ({
        ...{ lsoa11: lsoaCode, imd_score: imdScore, imd_rank: imdRank, imd_decile: imdDecile },
      }));
    case 'imd2025_file1':
      return batch.records.map(({ lsoaCode, imdRank, imdDecile }) => ({
        ...{ lsoa21: lsoaCode, imd_rank: imdRank, imd_decile: imdDecile },
      }));
    case 'ons_lsoa_icb':
      return batch.records.map(({ lsoaCode, icbOdsCode, icbCode, icbYear }) => ({
        ...{ lsoa21: lsoaCode, icb: icbOdsCode, icb_ons: icbCode, vintage: icbYear },
      }));
    case 'hchs_turnover1':
      return batch.records.map(({ monthStart, monthEnd, type, regionCode, headcount, fte }) => ({
        ...{ start: monthStart, end: monthEnd, type, region: regionCode },
        hc: plain(headcount),
        fte: plain(fte),
      }));
    default:
      return [];
  }
};

/** Long headers of deprivation go by their last word in the labels of the set. */
const shortColumn = (column: string): string => /\b(Rank|Decile|Score)\b \(/.exec(column)?.[1]?.toLowerCase() ?? column;

/** Labels that name a place as `rule:row:column`; the others stand for the whole file, with their detail. */
const PLACED = new Set(['formula_like_text', 'control_character']);
const BY_ROW = new Set(['duplicate_key', 'ragged_row']);

const label = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(':');

/** What was found, in the labels of the set. A refusal is told by `reject`. */
const issuesOf = ({ errors, flags, reject }: ImportReading): readonly string[] => {
  const fromErrors = errors
    .filter(({ rule }) => reject === null || BY_ROW.has(rule))
    .map(({ rule, row, column }) => label(rule, `row${row}`, BY_ROW.has(rule) ? '' : shortColumn(column)));
  const fromFlags = flags.flatMap(({ rule, detail, at }) =>
    PLACED.has(rule) ? at.map(({ row, column }) => label(rule, `row${row}`, column)) : [label(rule, detail)],
  );
  return [...fromErrors, ...fromFlags].sort();
};

/** A file as Stead reads it: its dataset, the rows kept, what is reported, and why it is refused. */
export const fileFormats: Adapter = async (input, { readBeside }) => {
  const { file } = Input.parse(input);
  const rows: Record<string, unknown>[] = [];
  const reading = await readImport(fileInMemory(file, readBeside(file)), {
    onRecords: async (batch) => {
      rows.push(...rowsOf(batch));
    },
  });
  return {
    dataset: reading.dataset,
    rows: reading.reject === null ? rows : [],
    issues: issuesOf(reading),
    reject: reading.reject,
  };
};

/** Every listed issue must be reported; further true ones are allowed. */
export const withListedIssues = (
  got: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
): Record<string, unknown> => {
  const { issues } = got;
  const listed = expected.issues;
  if (!Array.isArray(issues) || !Array.isArray(listed)) return { ...got };
  return { ...got, issues: listed.map((issue) => (issues.includes(issue) ? issue : null)) };
};
