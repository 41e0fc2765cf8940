import { defineColumn, failCell } from '@/lib/import/column';
import { defineTable } from '@/lib/import/dataset';
import { type NumberCell, numberOrNull } from '@/lib/import/missing-mark';
import { numberColumn } from '@/lib/import/number-column';
import { textColumn } from '@/lib/import/text-column';

/** "95.3 %", 95.3, or 0.953 in a workbook that shows it as a percentage: recalculated, and only compared. */
const published = defineColumn(
  'Fill rate %',
  { also: ['Fill rate', 'Fill rate (%)'], isRequired: false },
  (raw, cell) => {
    const text = (raw ?? '').replace(/\s*%$/, '');
    if (text === '' || text === '-' || text === 'NA') return null;
    const value = Number(text);
    if (!Number.isFinite(value)) failCell(cell, 'bad_number', 'This is not a percentage. Write it as 95.3.');
    return value;
  },
);

const columns = {
  specialty: textColumn('Specialty and level', { also: ['Specialty', 'Specialty/level'] }),
  posts: numberColumn('Posts', { also: ['Posts available', 'Total posts'], min: 0 }),
  accepts: numberColumn('Accepts', { also: ['Accepted', 'Posts accepted'], min: 0 }),
  published,
};

export interface SpecialtyFillRecord {
  /** As published; some name several programmes, such as "ACCS Emergency Medicine/Core …". */
  readonly specialtyAndLevel: string;
  readonly level: string | null;
  readonly posts: NumberCell;
  readonly accepts: NumberCell;
}

const levelAtEnd = /(?:^|[\s(])((?:CT1\/ST1|CT[1-3](?:\/ST[1-8])?|ST[1-8]))\)?$/i;
const ROUNDING = 0.051;

export const specialtyFillRates = defineTable({
  id: 'specialty_fill_rates',
  title: 'Specialty training fill rates',
  publisher: 'NHS England',
  about: 'Posts and accepts by specialty and level. Year and area are not in the file: they are asked for at import.',
  isExchange: false,
  isRestricted: false,
  columns,
  toRecord: (at): SpecialtyFillRecord & { readonly publishedPct: number | null } => {
    const specialtyAndLevel = at(columns.specialty);
    return {
      specialtyAndLevel,
      level: levelAtEnd.exec(specialtyAndLevel)?.[1]?.toUpperCase() ?? null,
      posts: at(columns.posts),
      accepts: at(columns.accepts),
      publishedPct: at(columns.published),
    };
  },
  remark: ({ specialtyAndLevel, posts, accepts, publishedPct }, { report, row }) => {
    const [of, filled] = [numberOrNull(posts), numberOrNull(accepts)];
    if (of === null || filled === null || of === 0 || publishedPct === null) return;
    const pct = (100 * filled) / of;
    if (Math.abs(pct - publishedPct) <= ROUNDING || Math.abs(pct - 100 * publishedPct) <= ROUNDING) return;
    const message = 'The published fill rate is not accepts ÷ posts. It is calculated from the counts.';
    report.flag('published_rate_differs', specialtyAndLevel, message, { row, column: 'Fill rate %' });
  },
  keyOf: ({ specialtyAndLevel }) => specialtyAndLevel,
});
