import { defineColumn, failCell } from '@/lib/import/column';
import { defineTable } from '@/lib/import/dataset';
import { findDate } from '@/lib/import/date-column';
import type { NumberCell } from '@/lib/import/missing-mark';
import { numberColumn } from '@/lib/import/number-column';
import { optionalText, textColumn } from '@/lib/import/text-column';

interface Months {
  readonly start: string;
  readonly end: string;
}

const twoMonths = /^(\d{4})(0[1-9]|1[0-2]) to (\d{4})(0[1-9]|1[0-2])$/i;

/** Two months in one cell, "202410 to 202510"; in earlier files a date, for rows of denominators. */
const period = defineColumn('PERIOD', { also: ['Period'] }, (raw, cell): Months => {
  const match = twoMonths.exec(raw ?? '');
  if (match) return { start: `${match[1]}-${match[2]}`, end: `${match[3]}-${match[4]}` };
  const month = findDate(raw ?? '', cell)?.slice(0, 7);
  if (month === undefined) failCell(cell, 'bad_period', 'Write the period as 202410 to 202510.');
  return { start: month ?? '', end: month ?? '' };
});

const columns = {
  period,
  type: textColumn('TYPE', { also: ['Type'] }),
  region: optionalText('NHSE_REGION_CODE', { also: ['NHSE region code'] }),
  main: optionalText('MAIN_STAFF_GROUP', { also: ['Main staff group'] }),
  group: optionalText('STAFF_GROUP', { also: ['Staff group', 'STAFF_GROUP_1'] }),
  headcount: numberColumn('HC', { also: ['HEADCOUNT'] }),
  fte: numberColumn('FTE'),
};

export interface HchsTurnoverRecord {
  /** Months, as 2024-10. */
  readonly monthStart: string;
  readonly monthEnd: string;
  /** Leavers, joiners, and the denominators at the start and the end of the period. */
  readonly type: string;
  readonly regionCode: string | null;
  readonly mainStaffGroup: string | null;
  readonly staffGroup: string | null;
  readonly headcount: NumberCell;
  readonly fte: NumberCell;
}

export const hchsTurnover1 = defineTable({
  id: 'hchs_turnover1',
  title: 'Hospital and community staff, Turnover 1',
  publisher: 'NHS England',
  about:
    'Leavers and joiners by region and staff group. Doctors in training move by design: their rates are not attrition.',
  isExchange: false,
  isRestricted: false,
  columns,
  ignored: /name$/,
  toRecord: (at): HchsTurnoverRecord => {
    const months = at(columns.period);
    return {
      monthStart: months.start,
      monthEnd: months.end,
      type: at(columns.type),
      regionCode: at(columns.region),
      mainStaffGroup: at(columns.main),
      staffGroup: at(columns.group),
      headcount: at(columns.headcount),
      fte: at(columns.fte),
    };
  },
  keyOf: (one) =>
    [one.monthStart, one.monthEnd, one.type, one.regionCode, one.mainStaffGroup, one.staffGroup].join('|'),
  timeOf: ({ monthEnd }) => monthEnd,
});
