import { defineTable, type Overview } from '@/lib/import/dataset';
import { type NumberCell, numberOrNull } from '@/lib/import/missing-mark';
import { numberColumn } from '@/lib/import/number-column';
import { codeColumn, textColumn } from '@/lib/import/text-column';
import { PRACTICE_CODE } from './code-shapes';

const columns = {
  practice: codeColumn('PRAC_CODE', PRACTICE_CODE),
  name: textColumn('PRAC_NAME'),
  group: textColumn('STAFF_GROUP'),
  role: textColumn('DETAILED_STAFF_ROLE'),
  measure: textColumn('MEASURE'),
  value: numberColumn('VALUE'),
};

export interface GpPracticeHighRecord {
  readonly practiceCode: string;
  readonly practiceName: string;
  readonly staffGroup: string;
  readonly role: string;
  readonly measure: string;
  readonly value: NumberCell;
}

interface GroupSum {
  sum: number;
  roles: number;
  isWhole: boolean;
  total: number | null;
  totalRow: number;
}

/** Figures have two decimals; each rounded role may be off by half of the last. */
const ROUNDING = 0.005;

/** For some practices the published Total disagrees with the roles: the roles are summed and the Total is never counted. */
const compareTotals = (): Overview<GpPracticeHighRecord> => {
  const sums = new Map<string, GroupSum>();
  return {
    add: ({ practiceCode, staffGroup, measure, role, value }, row) => {
      const key = `${practiceCode}:${staffGroup}:${measure}`;
      const sum = sums.get(key) ?? { sum: 0, roles: 0, isWhole: true, total: null, totalRow: row };
      const number = numberOrNull(value);
      if (role.toLowerCase() === 'total') {
        sum.total = number;
        sum.totalRow = row;
      } else {
        sum.sum += number ?? 0;
        sum.roles += 1;
        sum.isWhole &&= number !== null;
      }
      sums.set(key, sum);
    },
    end: (report) => {
      for (const [key, { sum, roles, isWhole, total, totalRow }] of sums) {
        if (total === null || roles === 0 || !isWhole) continue;
        if (Math.abs(total - sum) <= ROUNDING * (roles + 1)) continue;
        const message = 'The published total is not the sum of its roles. The roles are summed; the total is not used.';
        report.flag('published_total_differs_from_sum', key, message, { row: totalRow, column: 'VALUE' });
      }
    },
  };
};

export const gpPracticeHigh = defineTable({
  id: 'gp_practice_high',
  title: 'General practice workforce, practice level, high level',
  publisher: 'NHS England',
  about: 'Staff of each practice by group and role, FTE and headcount.',
  isExchange: false,
  isRestricted: false,
  columns,
  toRecord: (at): GpPracticeHighRecord => ({
    practiceCode: at(columns.practice),
    practiceName: at(columns.name),
    staffGroup: at(columns.group),
    role: at(columns.role),
    measure: at(columns.measure),
    value: at(columns.value),
  }),
  keyOf: ({ practiceCode, staffGroup, role, measure }) => `${practiceCode}|${staffGroup}|${role}|${measure}`,
  overview: compareTotals,
});
