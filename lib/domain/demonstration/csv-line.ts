export type CsvCell = string | number | null;

const cellText = (cell: CsvCell): string => {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** One record of a CSV file (RFC 4180), without its line end; null is an empty cell. */
export const csvLine = (cells: readonly CsvCell[]): string => cells.map(cellText).join(',');
