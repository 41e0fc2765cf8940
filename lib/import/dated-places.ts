import type { HeaderMatch } from './header-match';
import type { ImportReport } from './import-report';
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

const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const year = /^\d{4}$/;

/** The day of a cell; of a year its first or last. Null where it can't be told. */
const dayOf = (text: string, inYear: '01-01' | '12-31'): string | null => {
  if (isoDay.test(text)) return text;
  if (year.test(text)) return `${text}-${inYear}`;
  const [, day, month, of] = dayFirst.exec(text) ?? [];
  return of === undefined ? null : `${of}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
};

const instead = (codes: readonly string[]): string => (codes.length === 0 ? '' : ` Use ${codes.join(' or ')}.`);

const faultOf = ({ code, from, to, before, after }: DatedPlace, first: string, last: string): string | null => {
  if (to !== null && first > to) return `${code} ended on ${to}.${instead(after)}`;
  return from !== null && last < from ? `${code} begins on ${from}.${instead(before)}` : null;
};

interface DatedPlaces {
  readonly match: HeaderMatch;
  readonly report: ImportReport;
  readonly places: readonly DatedPlace[];
}

/** Reports every row that names an area for a time when it didn't exist. True where it did. */
export const refuseDatedPlaces = ({ match, report, places }: DatedPlaces): ((row: SourceRow) => boolean) => {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const indexOf = (headers: ReadonlySet<string>): number =>
    [...match.positions].find(([{ header }]) => headers.has(header))?.[1] ?? -1;
  const [area, first, last] = [indexOf(new Set(['area_code'])), indexOf(FIRST_HEADERS), indexOf(LAST_HEADERS)];
  return ({ row, cells }) => {
    const value = (cells[area] ?? '').trim();
    const place = byCode.get(value);
    const begin = place && dayOf((cells[first] ?? '').trim(), '01-01');
    const end = place && dayOf((cells[last] ?? '').trim(), '12-31');
    const message = place && begin && end ? faultOf(place, begin, end) : null;
    if (message) report.error({ row, column: 'area_code', value, rule: 'area_not_valid', message });
    return message !== null;
  };
};
