import type { HeaderMatch } from './header-match';
import type { ImportReport } from './import-report';
import type { SourceRow } from './row-source';

/** Columns of exchange files that name a place. */
export const PLACE_HEADERS: ReadonlySet<string> = new Set([
  'area_code',
  'home_lad',
  'school_id',
  'foundation_area',
  'specialty_area',
  'career_area',
]);

export const unknownPlaceMessage = (code: string): string =>
  `There is no area ${code}. Use the codes of the list of areas (stead -- export areas, schools, foundation-areas).`;

interface UnknownPlaces {
  readonly match: HeaderMatch;
  readonly report: ImportReport;
  readonly codes: readonly string[];
}

/** Reports every row that names one of these codes, with its column. True where it did. */
export const refuseUnknownPlaces = ({ match, report, codes }: UnknownPlaces): ((row: SourceRow) => boolean) => {
  const unknown = new Set(codes);
  const places = [...match.positions].flatMap(([{ header }, index]) =>
    PLACE_HEADERS.has(header) ? [{ header, index }] : [],
  );
  return ({ row, cells }) => {
    let isRefused = false;
    for (const { header, index } of places) {
      const value = (cells[index] ?? '').trim();
      if (!unknown.has(value)) continue;
      report.error({ row, column: header, value, rule: 'unknown_area', message: unknownPlaceMessage(value) });
      isRefused = true;
    }
    return isRefused;
  };
};
