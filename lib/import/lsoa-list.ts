import {
  detectLsoaVintage,
  LSOA_COUNT,
  type LsoaYear,
  type VintageDetection,
} from '@/lib/domain/geography/lsoa-vintage';
import type { ImportReport } from './import-report';

/** More codes than any list has: what comes after them is counted by nobody, and must not fill the memory. */
const MOST_CODES = 2 * LSOA_COUNT[2021];

const REFUSALS: Readonly<Record<Extract<VintageDetection, { kind: 'refused' }>['reason'], string>> = {
  headers_disagree:
    'The file names small areas (LSOAs) of 2011 and of 2021. Keep the columns of one list: the codes look alike and are of other places.',
  header_contradicts_codes:
    'The codes of small areas (LSOAs) are not of the list that the file names, 2011 or 2021. Find out which list it is of, and load it with the right header.',
};

/** Finds out, as the rows pass, which list of small areas a file is of. */
export const createLsoaList = (headers: readonly string[], always?: LsoaYear) => {
  const codes = new Set<string>();
  return {
    add: (code: string): void => {
      if (codes.size < MOST_CODES) codes.add(code);
    },
    /** The year, if anything tells it. A file that contradicts itself is refused. */
    end: (report: ImportReport): { lsoa?: LsoaYear } => {
      const found = detectLsoaVintage({ headers, codes, always });
      if (found.kind === 'detected') return { lsoa: found.year };
      if (found.kind === 'refused') {
        report.refuse({ label: `lsoa_vintage:${found.reason}`, message: REFUSALS[found.reason] });
      } else if (codes.size > 0) {
        const message =
          'Neither a header nor the codes tell whether the small areas are of 2011 or of 2021: the file is joined to no look-up.';
        report.flag('lsoa_vintage_unknown', '', message);
      }
      return {};
    },
  };
};
