import { cohortLines } from './cohort-file';
import { buildModel, DEFAULT_OPTIONS, type DemonstrationModel, type DemonstrationOptions } from './model';

/** One record of `cohort.csv`, read back as a test or another reader would. Empty cells are empty texts. */
export interface CohortRecord {
  readonly entryYear: number;
  readonly home: string;
  readonly school: string;
  readonly sex: string;
  readonly ethnicity: string;
  readonly fifth: string;
  readonly route: string;
  readonly foundation: string;
  readonly foundationYear: string;
  readonly specialty: string;
  readonly group: string;
  readonly career: string;
  readonly careerType: string;
  readonly count: number;
}

const record = (line: string): CohortRecord => {
  const cells = line.split(',');
  const cell = (i: number): string => cells[i] ?? '';
  return {
    entryYear: Number(cell(0)),
    home: cell(1),
    school: cell(2),
    sex: cell(3),
    ethnicity: cell(4),
    fifth: cell(5),
    route: cell(6),
    foundation: cell(7),
    foundationYear: cell(8),
    specialty: cell(9),
    group: cell(10),
    career: cell(11),
    careerType: cell(12),
    count: Number(cell(13)),
  };
};

export const readCohort = (model: DemonstrationModel): CohortRecord[] => [...cohortLines(model)].slice(1).map(record);

export const modelWith = (options: Partial<DemonstrationOptions> = {}): DemonstrationModel =>
  buildModel({ ...DEFAULT_OPTIONS, ...options });

/** People in the records for which the test holds. */
export const people = (records: readonly CohortRecord[], isCounted: (one: CohortRecord) => boolean): number =>
  records.reduce((total, one) => (isCounted(one) ? total + one.count : total), 0);

/** Mean over people. */
export const meanOver = (records: readonly CohortRecord[], of: (one: CohortRecord) => number): number =>
  records.reduce((total, one) => total + one.count * of(one), 0) / people(records, () => true);

export const byCode = <T extends { readonly code: string }>(list: readonly T[]): ((code: string) => T) => {
  const found = new Map(list.map((one) => [one.code, one]));
  return (code) => {
    const one = found.get(code);
    if (one === undefined) throw new RangeError(`No ${code}`);
    return one;
  };
};

/** Records of a file as texts by header. */
export const readLines = (lines: Iterable<string>): Record<string, string>[] => {
  const [header = '', ...rest] = [...lines];
  const names = header.split(',');
  return rest.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', cell])));
};
