import { type CountTable, TOTAL } from '@/lib/domain/disclosure/count-table';
import { cellAt, type ProtectedTable } from '@/lib/domain/disclosure/protected-table';
import { ALL } from '@/lib/domain/indicators/indicator';
import type { StabilityGroup } from './stability-groups';

/** Row of a breakdown in a table of people: `all` is the total of the table. */
export const rowOf = (breakdown: string): string => (breakdown === ALL ? TOTAL : breakdown);

/** The specialty that a row of a specialty and a level is part of; levels hold no space. */
export const specialtyOf = (breakdown: string): string => breakdown.slice(0, breakdown.lastIndexOf(' '));

/** People behind a figure of a group, and whether the figure would tell of single ones. */
export interface PeopleBehind {
  readonly people: number;
  readonly isTelling: boolean;
}

export interface PeopleTable {
  readonly counts: CountTable;
  readonly sensitive: readonly { readonly row: string; readonly column: string }[];
}

const leavesOf = ({ rows }: ProtectedTable): string[] => {
  const parents = new Set(rows.map(({ parent }) => parent));
  return rows.map(({ code }) => code).filter((code) => code !== TOTAL && !parents.has(code));
};

/**
 * People behind a figure by specialty and level (rows, levels within specialties) and region (columns), with all margins:
 * what is protected before figures are shown. `groups` are those of `groupsOfAll`, all regions together as `TOTAL`.
 *
 * Nobody in a cell is no cell: that nobody is there is seen from the missing figure, so it can't protect others. A cell
 * that an earlier table hid stays one, whoever is in it now.
 */
export const peopleTable = (
  groups: readonly StabilityGroup[],
  behind: (group: StabilityGroup) => PeopleBehind,
  earlier: readonly ProtectedTable[],
): PeopleTable => {
  const areas = [...new Set(groups.map(({ areaCode }) => areaCode))].filter((code) => code !== TOTAL).sort();
  const wasHidden = (row: string, area: string) =>
    earlier.some((table) => cellAt(table, row, area)?.kind === 'suppressed');
  const current = new Set(
    groups.filter(({ dimension }) => dimension === 'specialty_level').map(({ breakdown }) => breakdown),
  );
  const hidden = earlier.flatMap(leavesOf).filter((code) => areas.some((area) => wasHidden(code, area)));
  const leaves = [...new Set([...current, ...hidden])].sort();
  const people = new Map(groups.map((group) => [`${group.areaCode}\n${group.breakdown}`, behind(group)]));
  return {
    counts: {
      rows: [
        ...[...new Set(leaves.map(specialtyOf))].sort().map((code) => ({ code, parent: null })),
        ...leaves.map((code) => ({ code, parent: specialtyOf(code) })),
      ],
      columns: areas,
      counts: Object.fromEntries(
        leaves.map((code) => [
          code,
          areas.map((area) => people.get(`${area}\n${code}`)?.people || (wasHidden(code, area) ? 0 : null)),
        ]),
      ),
    },
    sensitive: groups
      .filter((group) => behind(group).isTelling)
      .map(({ areaCode, breakdown }) => ({ row: rowOf(breakdown), column: areaCode })),
  };
};
