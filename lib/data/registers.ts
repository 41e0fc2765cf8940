import 'server-only';
import type { AreaEntry } from '@/lib/contracts/area-entry';
import { type FileFormat, type TableFile, tableOf } from '@/lib/contracts/table-file';
import { type AreaType, countryOf, Root } from '@/lib/domain/geography/area';
import { ALL, Indicator } from '@/lib/domain/indicators/indicator';
import { plotted } from '@/lib/domain/measure/measure';
import { type AreaChoice, listAreas } from './areas';
import { recordAudit } from './audit';
import { NotFound } from './errors';
import { tabulateFigures } from './figure-export';
import { listIndicators } from './figures';
import { publishedStore } from './published-store';
import { selectAreaRegister } from './queries/registers';
import { type ExportedFile, exportTable } from './table-export';
import { asViewer, authorise } from './viewer';

export const REGISTERS = ['areas', 'schools', 'foundation-areas', 'indicators', 'observations'] as const;
export type Register = (typeof REGISTERS)[number];

/** Indicators whose latest figure a register's column shows; the cell is empty where none is loaded. */
const FOUNDED = 'school-founded';
const ANNUAL_INTAKE = 'annual-intake';
const ANNUAL_PLACES = 'annual-foundation-places';

type AreaRow = Awaited<ReturnType<typeof selectAreaRegister>>[number];

/** A country stands for all areas below it. */
const ROOT_CODES = new Map<string, string>(Root.options.map((root) => [root, countryOf(root).code]));

/** Areas with the code of their root; `root` is a code or a root's name. @throws NotFound where no area has that root. */
async function areaRows(root: string | null): Promise<AreaRow[]> {
  const viewer = await authorise('figures:read');
  const rows = await asViewer(viewer, selectAreaRegister);
  const named = rows.map((row) => ({ ...row, root: ROOT_CODES.get(row.root) ?? row.root }));
  if (root === null) return named;
  const wanted = ROOT_CODES.get(root) ?? root;
  const found = named.filter((row) => row.root === wanted);
  if (found.length === 0) throw new NotFound(`There is no root area ${root}.`);
  return found;
}

async function latestOf(indicatorId: string): Promise<(areaCode: string) => number | null> {
  const { figuresByIndicator } = await publishedStore();
  const figures = (figuresByIndicator.get(indicatorId) ?? []).filter(({ breakdown }) => breakdown === ALL);
  return (areaCode) => {
    const figure = figures.find((one) => one.areaCode === areaCode);
    return figure ? plotted(figure.measure) : null;
  };
}

type PlaceColumn = 'annualIntake' | 'annualPlaces';

/** Schools or foundation areas: where they are, since when, how many people a year. */
async function places(root: string | null, type: AreaType, column: PlaceColumn): Promise<TableFile> {
  const [founded, annual] = await Promise.all([
    latestOf(FOUNDED),
    latestOf(column === 'annualIntake' ? ANNUAL_INTAKE : ANNUAL_PLACES),
  ]);
  const rows = (await areaRows(root)).filter((row) => row.type === type);
  return tableOf(
    type === 'medical_school' ? 'Medical schools' : 'Foundation areas',
    ['id', 'name', 'root', 'lat', 'lon', 'founded', column],
    rows.map(({ code, name, root: of, lat, lon }) => ({
      ...{ id: code, name, root: of, lat, lon },
      founded: founded(code),
      [column]: annual(code),
    })),
  );
}

const AREA_COLUMNS = ['code', 'name', 'type', 'root', 'validFrom', 'validTo', 'lat', 'lon'];

/** One country after the other. */
async function observations(root: string | null): Promise<TableFile> {
  const found = new Set((await areaRows(root)).map((row) => row.root));
  const wanted = Root.options.filter((one) => found.has(countryOf(one).code));
  const tables = await Promise.all(wanted.map((country) => tabulateFigures({ country })));
  const [first] = tables;
  return { ...tableOf('Observations', first?.columns ?? [], []), rows: tables.flatMap(({ rows }) => rows) };
}

/** A whole register; `root` narrows it to one country. The indicators are the same for every country. */
export async function readRegister(register: Register, root: string | null): Promise<TableFile> {
  await authorise('figures:read');
  switch (register) {
    case 'areas':
      return tableOf('Areas', AREA_COLUMNS, await areaRows(root));
    case 'schools':
      return places(root, 'medical_school', 'annualIntake');
    case 'foundation-areas':
      return places(root, 'foundation_area', 'annualPlaces');
    case 'indicators':
      if (root !== null) await areaRows(root);
      return tableOf('Indicators', Object.keys(Indicator.shape), [...(await listIndicators())]);
    case 'observations':
      return observations(root);
  }
}

/** The same for another program; each export is audited. */
export async function exportRegister(
  register: Register,
  root: string | null,
  format: 'csv' | 'json',
): Promise<TableFile> {
  const viewer = await authorise('figures:read');
  const table = await readRegister(register, root);
  const detail = { format, root, rows: table.rows.length };
  await asViewer(viewer, (tx) => recordAudit(tx, viewer, { action: 'register.export', subject: register, detail }));
  return table;
}

/** Areas of one type by name, with what took them over: those that figures are about, or those of an ISO day. */
export async function listAreaEntries(type: AreaType, choice: AreaChoice = {}): Promise<AreaEntry[]> {
  const areas = await listAreas([type], choice);
  const { successors, areaByCode } = await publishedStore();
  return areas.map((area) => ({
    ...area,
    successors: successors
      .filter(({ fromCode }) => fromCode === area.code)
      .map(({ toCode, onDate, weight, basis, sourceName }) => ({
        ...{ code: toCode, name: areaByCode.get(toCode)?.name ?? toCode },
        ...{ onDate, weight, basis, source: sourceName },
      })),
  }));
}

/** Areas of one type in a country as a file; each export is audited. */
export async function exportAreas(type: AreaType, root: Root, format: FileFormat): Promise<ExportedFile> {
  const table = await readRegister('areas', root);
  const at = table.columns.indexOf('type');
  const ofType = { ...table, rows: table.rows.filter((row) => row[at] === type) };
  return exportTable({ table: ofType, format, name: `stead-${type}`, action: 'areas.export', subject: type });
}

/** All definitions as a file; each export is audited. */
export async function exportIndicators(format: FileFormat): Promise<ExportedFile> {
  const table = await readRegister('indicators', null);
  return exportTable({ table, format, name: 'stead-indicators', action: 'indicators.export', subject: 'all' });
}
