import { type CellContext, type CellFacts, type Column, createCell } from './column';
import type { HeaderMatch } from './header-match';
import { createImportReport, type ImportReport } from './import-report';
import type { SourceRow } from './row-source';

/** An area with its first and last day, ISO; null where there is none. `before` and `after` are what it took over and what took it over. */
export interface DatedPlace {
  readonly code: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const FIRST_HEADERS: ReadonlySet<string> = new Set(['period_end', 'year', 'cohort_year', 'start']);
const LAST_HEADERS: ReadonlySet<string> = new Set(['period_end', 'year', 'cohort_year', 'end']);

interface DatedCell {
  readonly index: number;
  readonly column: Column<unknown>;
}

/** The day of a cell as its column reads it; of a year its first or last. Null where it can't be told. */
const dayOf = ({ column }: DatedCell, raw: string, cell: CellContext, inYear: '01-01' | '12-31'): string | null => {
  cell.isGood = true;
  const time = column.read(raw, cell);
  if (!cell.isGood) return null;
  return typeof time === 'number' ? `${time}-${inYear}` : String(time);
};

const instead = (codes: readonly string[]): string => (codes.length === 0 ? '' : ` Use ${codes.join(' or ')}.`);

const faultOf = ({ code, from, to, before, after }: DatedPlace, first: string, last: string): string | null => {
  if (to !== null && first > to) return `${code} ended on ${to}.${instead(after)}`;
  return from !== null && last < from ? `${code} begins on ${from}.${instead(before)}` : null;
};

const MOST_SHOWN = 20;

/** For a file of which no row can be told: the areas, and the days beyond which it names them. */
export const datedPlacesWords = (places: readonly DatedPlace[]): string => {
  const limits = places
    .slice(0, MOST_SHOWN)
    .flatMap(({ code, from, to, before, after }) => [
      ...(to === null ? [] : [`${code} is not valid after ${to}.${instead(after)}`]),
      ...(from === null ? [] : [`${code} is not valid before ${from}.${instead(before)}`]),
    ]);
  return `The file names areas for days on which they were not valid. ${limits.join(' ')}`;
};

interface DatedPlaces {
  readonly match: HeaderMatch;
  readonly report: ImportReport;
  readonly places: readonly DatedPlace[];
  readonly facts: Pick<CellFacts, 'isWorkbook' | 'countsFrom1904'>;
}

/** Reports every row that names an area for a time when it didn't exist. True where it did. */
export const refuseDatedPlaces = ({ match, report, places, facts }: DatedPlaces): ((row: SourceRow) => boolean) => {
  const byCode = new Map(places.map((place) => [place.code, place]));
  // What is wrong with a date itself is told where its row is read. Here any way of writing one will do: every fault is told at once.
  const cell = createCell({ ...facts, report: createImportReport(), isMapped: true });
  const find = (headers: ReadonlySet<string>): DatedCell | null => {
    const [column, index] = [...match.positions].find(([{ header }]) => headers.has(header)) ?? [];
    return column === undefined || index === undefined ? null : { column, index };
  };
  const [area, first, last] = [find(new Set(['area_code'])), find(FIRST_HEADERS), find(LAST_HEADERS)];
  if (!area || !first || !last) return () => false;
  return ({ row, cells }) => {
    const textAt = ({ index }: DatedCell): string => (cells[index] ?? '').trim();
    const value = textAt(area);
    const place = byCode.get(value);
    if (!place) return false;
    const begin = dayOf(first, textAt(first), cell, '01-01');
    const end = dayOf(last, textAt(last), cell, '12-31');
    const message = begin && end ? faultOf(place, begin, end) : null;
    if (message) report.error({ row, column: 'area_code', value, rule: 'area_not_valid', message });
    return message !== null;
  };
};
