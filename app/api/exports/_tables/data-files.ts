import { FAULT_COLUMNS, IMPORT_COLUMNS, NOTE_COLUMNS } from '@/app/data/import/_components/import-columns';
import { CATALOGUE_COLUMNS, COUNT_TABLE_COLUMNS } from '@/components/tables/data-lists';
import { HOME_AUTHORITY_COLUMNS, orderFor, sortedAuthorities } from '@/components/tables/home-authority-list';
import { listFile } from '@/components/tables/list-column';
import { countedReleases, INDICATOR_RELEASE_COLUMNS, RELEASE_COLUMNS } from '@/components/tables/release-list';
import type { SchoolQuery } from '@/lib/contracts/school-reach-query';
import { listCatalogue } from '@/lib/data/catalogue';
import { searchCatalogue } from '@/lib/data/catalogue-search';
import { listCountTables } from '@/lib/data/count-tables';
import { AccessDenied, NotFound } from '@/lib/data/errors';
import { listFigures } from '@/lib/data/figure-export';
import { getIndicator, listReleases } from '@/lib/data/figures';
import { listHomeRegions } from '@/lib/data/home-regions';
import { getImport, listImports } from '@/lib/data/imports';
import { getSchoolReach } from '@/lib/data/school-reach';
import { countryOf, type Root } from '@/lib/domain/geography/area';
import { figureLines } from './figure-lines';
import { type PageFile, withColumns } from './page-file';

type OfCountry = { country: Root };

export const readReleases = async (): Promise<PageFile> => ({
  table: listFile('Releases', RELEASE_COLUMNS, await listReleases()),
});

/** The releases that an indicator's figures came in. */
export async function readIndicatorReleases({ indicator: id, country }: OfCountry & { indicator: string }) {
  const [{ indicator }, figures, releases] = await Promise.all([
    getIndicator(id),
    listFigures({ indicator: id, country }),
    listReleases(),
  ]);
  const rows = countedReleases(releases, figures);
  return { table: listFile(`Releases: ${indicator.name}`, INDICATOR_RELEASE_COLUMNS, rows), about: id };
}

export async function readCatalogue({ q, country }: OfCountry & { q: string }): Promise<PageFile> {
  const { found } = searchCatalogue(await listCatalogue(country), q);
  return { table: withColumns(listFile('Indicators', CATALOGUE_COLUMNS, found), { root: countryOf(country).code }) };
}

export const readCountTables = async ({ country }: OfCountry): Promise<PageFile> => ({
  table: listFile('Tables of counts of people', COUNT_TABLE_COLUMNS, await listCountTables(country)),
});

export const readImports = async (): Promise<PageFile> => ({
  table: listFile('Files sent so far, newest first', IMPORT_COLUMNS, await listImports()),
});

/** As many errors as were kept, with how many there are. */
export async function readImportErrors({ import: id }: { import: string }): Promise<PageFile> {
  const { fileName, sha256, errors, errorTotal } = await getImport(id);
  const table = listFile(`Errors: ${fileName}`, FAULT_COLUMNS, errors);
  const papers: [string, string][] = [
    ['file', fileName],
    ['sha256', sha256],
    ['errors in all', String(errorTotal)],
  ];
  return { table: { ...withColumns(table, { file: fileName, errors_in_all: errorTotal }), papers }, about: id };
}

/** Quality flags and all else that was noted of a file. */
export async function readImportNotes({ import: id }: { import: string }): Promise<PageFile> {
  const { fileName, flags } = await getImport(id);
  return { table: withColumns(listFile(`Notes: ${fileName}`, NOTE_COLUMNS, flags), { file: fileName }), about: id };
}

/** Need and fill of every training region, one line per figure. */
export async function readTrainingRegions({ country }: OfCountry): Promise<PageFile> {
  const { areas, comparisons } = await listHomeRegions(country);
  const lines = areas.flatMap((area) =>
    comparisons.map(({ indicator, breakdown, periodLabel, rows }) => ({
      ...{ indicator, area, breakdown, period: periodLabel === null ? null : { label: periodLabel } },
      figure: rows.find((row) => row.area.code === area.code)?.figure ?? null,
    })),
  );
  return { table: figureLines('Training regions', country, lines) };
}

type HomeQuery = { school: string; period?: string | undefined } & Pick<SchoolQuery, 'sort' | 'dir'>;

/** Entrants by home authority: all authorities, in the order of the page. */
export async function readHomeAuthorities({ school: code, period, ...order }: HomeQuery): Promise<PageFile> {
  const { school, root, home } = await getSchoolReach(code, { period });
  if (home.kind === 'absent') {
    throw home.reason === 'not_yours' ? new AccessDenied('forbidden', home.words) : new NotFound(home.words);
  }
  const { source, provenance } = home.papers;
  const rows = sortedAuthorities(home, orderFor(home, order));
  const table = withColumns(listFile(`Home authorities of entrants: ${school.name}`, HOME_AUTHORITY_COLUMNS, rows), {
    ...{ school_code: school.code, school_name: school.name, period: home.papers.period, root: countryOf(root).code },
    ...{ provenance, disclosure_rule: source.ruleSet, rounding_base: source.roundingBase, source: source.title },
    ...{ publisher: source.publisher, licence: source.licence, release: source.releaseId },
  });
  return { table, about: code };
}
