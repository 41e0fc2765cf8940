import type { Characteristic, JobPeople } from './job-representation';
import { type CountRules, type ReachCell, totalOf } from './published-count';
import type { NamedBase } from './representation';

/** A protected table of jobs by a characteristic, row by row. */
export interface JobsTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly ReachCell[];
}

/** Which rows are jobs, and in what words. */
export interface JobRows {
  readonly jobs: readonly string[];
  readonly nameOf: (job: string) => string;
  /** Such as `specialty training`. */
  readonly stage: string;
  /** Such as `everybody who reached specialty training`. */
  readonly base: string;
}

const NOT_LOADED: ReachCell = { kind: 'not_loaded' };

/** The jobs of a table with their people by group. Columns that aren't compared are people of unknown group. */
export const jobsOf = (
  { rows, columns, cells }: JobsTable,
  { groups }: Characteristic,
  { jobs, nameOf, stage }: JobRows,
): JobPeople[] =>
  jobs.flatMap((job) => {
    const at = rows.indexOf(job);
    if (at === -1) return [];
    const cellOf = (column: number): ReachCell => cells[at * columns.length + column] ?? NOT_LOADED;
    const isCompared = (column: string): boolean => groups.some(({ group }) => group === column);
    return [
      {
        job,
        jobName: nameOf(job),
        stage,
        people: Object.fromEntries(groups.map(({ group }) => [group, cellOf(columns.indexOf(group))])),
        unknown: columns.flatMap((column, c) => (isCompared(column) ? [] : [cellOf(c)])),
      },
    ];
  });

/** All of the jobs together, by group: what each of them is compared with. Null where a part is withheld. */
export const baseOf = (
  people: readonly JobPeople[],
  { groups }: Characteristic,
  { name, rules }: { readonly name: string; readonly rules: CountRules },
): NamedBase => ({
  name,
  people: Object.fromEntries(
    groups.map(({ group }) => {
      const total = totalOf(
        people.flatMap((job) => job.people[group] ?? NOT_LOADED),
        rules,
      );
      return [group, total.kind === 'count' ? total.count : null];
    }),
  ),
});
