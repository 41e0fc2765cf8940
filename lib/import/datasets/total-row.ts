import { type CellContext, failCell } from '@/lib/import/column';

/** Also as spreadsheet programs label subtotals: "Paediatrics Total". */
const TOTAL = /^(?:(?:grand |overall |sub[- ]?)?total|all(?: specialties| levels| grades)?$)|\btotals?$/;

/** Of a cell in small letters and with single spaces, where rows are added up: a total among them would count everything twice. */
export const isNoTotal = (plain: string, cell: CellContext): boolean => {
  if (!TOTAL.test(plain)) return true;
  failCell(cell, 'total_row', 'This is a row of totals. Delete the rows of totals: Stead adds the rows up itself.');
  return false;
};
