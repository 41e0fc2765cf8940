import { compare } from './compare';
import type { LoadedSet, OracleCase, ReadBeside } from './oracle-set';
import { type RegisteredSet, registry } from './registry';

export interface OracleFailure {
  readonly id: string;
  readonly path: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** What came of one set. `hasAdapter` false: nothing was run. */
export interface SetReport {
  readonly name: string;
  readonly hasAdapter: boolean;
  readonly passed: number;
  readonly failed: number;
  /** Cases whose calculation is not built: neither passed nor failed. */
  readonly notCovered: number;
  readonly failures: readonly OracleFailure[];
}

const caseFailures = async (
  { adapter, toleranceOf, reconcile }: RegisteredSet,
  oracleCase: OracleCase,
  readBeside: ReadBeside,
): Promise<readonly OracleFailure[]> => {
  const got = await adapter(oracleCase.input, { id: oracleCase.id, readBeside });
  const compared = reconcile?.(got, oracleCase.expected) ?? got;
  const mismatches = compare(compared, oracleCase.expected, toleranceOf(oracleCase));
  return mismatches.map((mismatch) => ({ id: oracleCase.id, ...mismatch }));
};

/**
 * Runs every case of a set. A case passes when nothing in it mismatches.
 * @throws ZodError where a case has another shape than its adapter reads.
 */
export const runSet = async ({ set, readBeside }: LoadedSet): Promise<SetReport> => {
  const registered = registry[set.name];
  if (!registered) return { name: set.name, hasAdapter: false, passed: 0, failed: 0, notCovered: 0, failures: [] };
  const covered = set.cases.filter(({ input }) => registered.covers?.(input) ?? true);
  const byCase = await Promise.all(covered.map((oracleCase) => caseFailures(registered, oracleCase, readBeside)));
  const failed = byCase.filter((failures) => failures.length > 0).length;
  return {
    name: set.name,
    hasAdapter: true,
    passed: byCase.length - failed,
    failed,
    notCovered: set.cases.length - covered.length,
    failures: byCase.flat(),
  };
};

/** Names of adapters for which no set was loaded. */
export const adaptersWithoutSet = (loaded: readonly LoadedSet[]): readonly string[] => {
  const names = new Set(loaded.map(({ set }) => set.name));
  return Object.keys(registry).filter((name) => !names.has(name));
};

const shown = (value: unknown): string =>
  typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing');

/** Lines for a person: `topic/set: N passed, M failed`, then a line for each failure; or `topic/set: no adapter`. */
export const reportLines = (report: SetReport): readonly string[] => {
  if (!report.hasAdapter) return [`${report.name}: no adapter`];
  return [
    `${report.name}: ${report.passed} passed, ${report.failed} failed`,
    ...(report.notCovered > 0 ? [`  ${report.notCovered} more cases are of calculations that are not built`] : []),
    ...report.failures.map(
      ({ id, path, expected, got }) => `  ${id} ${path}: expected ${shown(expected)}, got ${shown(got)}`,
    ),
  ];
};
