import type { HeaderMatch } from './header-match';
import type { ImportReport } from './import-report';
import type { SourceRow } from './row-source';

/** Columns of a file that name a place, and where they stand. */
export const placesIn = ({ positions }: HeaderMatch): readonly { readonly header: string; readonly index: number }[] =>
  [...positions].flatMap(([{ header, place }, index]) => (place ? [{ header, index }] : []));

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
  const places = placesIn(match);
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
