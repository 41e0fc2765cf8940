import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { type CountTable, type FullTable, withMargins } from './count-table';
import type { ProtectedTable } from './protected-table';

/** Random tables for the tests: sparse and small counts, groups of rows, combinations that cannot occur. The same for the same label. */
export const randomTable = (label: string): CountTable => {
  const draw = seededGenerator(label);
  const whole = (lowest: number, highest: number) => lowest + Math.floor(draw() * (highest - lowest + 1));
  const groupCount = draw() < 0.5 ? 0 : whole(1, 3);
  const leafCodes = Array.from({ length: whole(Math.max(2, groupCount), 8) }, (_, r) => `row-${r}`);
  const groups = Array.from({ length: groupCount }, (_, g) => ({ code: `group-${g}`, parent: null }));
  const leaves = leafCodes.map((code, r) => ({ code, parent: groupCount > 0 ? `group-${r % groupCount}` : null }));
  const columns = Array.from({ length: whole(1, 6) }, (_, c) => `column-${c}`);
  const [spread, zeroShare] = [whole(5, 80), draw() * 0.4];
  const count = () => {
    if (draw() < 0.03) return null;
    return draw() < zeroShare ? 0 : Math.floor(draw() ** 2 * spread);
  };
  return {
    rows: [...leaves, ...groups],
    columns,
    counts: Object.fromEntries(leafCodes.map((code) => [code, columns.map(count)])),
  };
};

/** The table with margins, for tests whose table is known to be right. */
export const fullOf = (table: CountTable): FullTable => {
  const outcome = withMargins(table);
  return outcome.kind === 'full'
    ? outcome.table
    : { rows: [], columns: [], hasColumnTotal: false, values: [], impossible: [] };
};

/** What a product with primary suppression only would publish: the same table, 1 to 7 withheld, the rest exact. */
export const primaryOnly = (table: FullTable): ProtectedTable => {
  const width = table.columns.length;
  return {
    ruleSet: 'nhs_subnational_1_to_7',
    columns: [...table.columns],
    rows: table.rows.map(({ code, parent }, r) => ({
      code,
      parent: parent === null ? null : (table.rows[parent]?.code ?? null),
      cells: table.values
        .slice(r * width, (r + 1) * width)
        .map((count) => (count >= 1 && count <= 7 ? { kind: 'suppressed' } : { kind: 'value', count })),
    })),
  };
};
