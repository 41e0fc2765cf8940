/** A quarter of the vacancy workbook, as "2025/26 Q4 (Mar-26)". */
export interface Quarter {
  readonly column: number;
  /** "2025/26 Q4". */
  readonly name: string;
  /** Last day, ISO. */
  readonly end: string;
}

const quarter = /^(\d{4})\/(\d{2})\s*Q([1-4])\b/i;
/** Financial quarters end in June, September, December, and in March of the second year. */
const ENDS = ['06-30', '09-30', '12-31', '03-31'];

export const findQuarter = (header: string, column: number): Quarter | null => {
  const match = quarter.exec(header.trim());
  const number = Number(match?.[3] ?? 0);
  const end = ENDS[number - 1];
  if (!match || end === undefined) return null;
  const year = Number(match[1]) + (number === 4 ? 1 : 0);
  return { column, name: `${match[1]}/${match[2]} Q${number}`, end: `${year}-${end}` };
};

/** Quarters of a header row, or none where it isn't one. */
export const quartersOf = (cells: readonly string[]): readonly Quarter[] => {
  const words = cells.slice(0, 3).map((cell) => cell.trim().toLowerCase());
  if (!words.includes('region') || !words.includes('sector')) return [];
  return cells.flatMap((cell, column) => findQuarter(cell, column) ?? []);
};
