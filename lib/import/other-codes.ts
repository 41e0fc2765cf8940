import type { HeaderMatch } from './header-match';
import type { ImportReport } from './import-report';
import type { SourceRow } from './row-source';
import { placesIn } from './unknown-places';

/** A code that stands for an area with another code in the list. */
export interface OtherCode {
  readonly code: string;
  readonly areaCode: string;
}

/** The rule of the flag; its detail is the code. */
export const READ_AS = 'code_read_as';

interface OtherCodes {
  readonly match: HeaderMatch;
  readonly report: ImportReport;
  readonly codes: readonly OtherCode[];
}

/** Rows with the code of the list in the place of another one, which is reported with its rows. */
export const readOtherCodes = ({ match, report, codes }: OtherCodes): ((row: SourceRow) => SourceRow) => {
  const areas = new Map(codes.map(({ code, areaCode }) => [code, areaCode]));
  const places = placesIn(match);
  return ({ row, cells }) => {
    let changed: string[] | null = null;
    for (const { header, index } of places) {
      const code = (cells[index] ?? '').trim();
      const areaCode = areas.get(code);
      if (areaCode === undefined) continue;
      report.flag(READ_AS, code, `A code that is not in the list of areas: read as ${areaCode}.`, {
        row,
        column: header,
      });
      changed ??= [...cells];
      changed[index] = areaCode;
    }
    return changed ? { row, cells: changed } : { row, cells };
  };
};
