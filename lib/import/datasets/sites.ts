import { defineTable, type Overview } from '@/lib/import/dataset';
import { optionalIsoDate } from '@/lib/import/date-column';
import { requiredNumber } from '@/lib/import/number-column';
import { textColumn } from '@/lib/import/text-column';

/** The United Kingdom, and west of it the demonstration country: degrees the wrong way round are outside. */
const LATITUDES = { min: 49, max: 61 };
const LONGITUDES = { min: -35, max: 3 };

const siteColumns = {
  code: textColumn('site_code', { about: 'Site (ODS code), as in placements.csv.', example: 'RCB55' }),
  name: textColumn('name', { about: 'Name of the site.', example: 'York Hospital' }),
  employer: textColumn('employer_code', { about: 'Employer that runs it (ODS code).', example: 'RCB' }),
  latitude: requiredNumber('lat', { ...LATITUDES, isSigned: true, about: 'Degrees north.', example: '53.9694' }),
  longitude: requiredNumber('lon', {
    ...LONGITUDES,
    isSigned: true,
    about: 'Degrees east; west is negative.',
    example: '-1.0842',
  }),
  validFrom: optionalIsoDate('valid_from', {
    about: 'First day at this place; empty where it has always been there.',
    example: '2010-04-01',
  }),
  validTo: optionalIsoDate('valid_to', { about: 'Last day at this place; empty where it is still there.' }),
};

export interface SiteRecord {
  readonly siteCode: string;
  readonly name: string;
  readonly employerCode: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

type Stay = Pick<SiteRecord, 'validFrom' | 'validTo'> & { readonly row: number };

/** A site is at one place on a day: else it would be chance which of two its distances are measured from. */
const noTwoPlacesAtOnce = (): Overview<SiteRecord> => {
  const stays = new Map<string, Stay[]>();
  return {
    add: ({ siteCode, validFrom, validTo }, row) => {
      const own = stays.get(siteCode) ?? [];
      own.push({ validFrom, validTo, row });
      stays.set(siteCode, own);
    },
    end: (report) => {
      for (const own of stays.values()) {
        const inOrder = own.toSorted((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''));
        inOrder.slice(1).forEach(({ validFrom, row }, at) => {
          const before = inOrder[at];
          if (!before || (before.validTo !== null && before.validTo < (validFrom ?? ''))) return;
          const until = before.validTo === null ? 'with no last day' : `until ${before.validTo}`;
          report.error({
            row,
            column: siteColumns.validFrom.header,
            value: validFrom ?? '',
            rule: 'overlapping_validity',
            message: `Row ${before.row} has the site at another place ${until}: end it on the day before this one begins.`,
          });
        });
      }
    },
  };
};

export const sites = defineTable({
  id: 'sites',
  title: 'Sites and where they are',
  publisher: 'Deanery or trust',
  about: 'Positions of the sites of placements: what distances between one site and the next are measured with.',
  isExchange: true,
  isRestricted: false,
  columns: siteColumns,
  toRecord: (at): SiteRecord => ({
    siteCode: at(siteColumns.code),
    name: at(siteColumns.name),
    employerCode: at(siteColumns.employer),
    latitude: at(siteColumns.latitude),
    longitude: at(siteColumns.longitude),
    validFrom: at(siteColumns.validFrom),
    validTo: at(siteColumns.validTo),
  }),
  checks: [
    {
      reads: [siteColumns.validFrom, siteColumns.validTo],
      check: ({ validFrom, validTo }, { fail }) => {
        if (validFrom !== null && validTo !== null && validTo < validFrom)
          fail(siteColumns.validTo, validTo, 'ends_before_start', `The last day is before the first (${validFrom}).`);
      },
    },
  ],
  overview: noTwoPlacesAtOnce,
  keyOf: ({ siteCode, validFrom }) => `${siteCode}|${validFrom ?? ''}`,
  keyColumns: [siteColumns.code, siteColumns.validFrom],
});
