import path from 'node:path';
import { FileRefused } from './refusal';
import type { RowBatches } from './row-source';
import { readSharedStrings } from './shared-strings';
import { readSheetRows } from './sheet-rows';
import { readWholeXml } from './xml-events';
import { type Archive, openArchive } from './zip-archive';

export interface Sheet {
  readonly name: string;
  readonly rows: (onFormula: (row: number, column: string) => void) => RowBatches;
}

export interface Workbook {
  /** In the order of the tabs; hidden sheets are left out. */
  readonly sheets: readonly Sheet[];
  readonly hiddenSheets: readonly string[];
  readonly hasExternalLinks: boolean;
  /** Days are counted from 1904 in some workbooks made on a Mac. */
  readonly countsFrom1904: boolean;
  readonly close: () => void;
}

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly isHidden: boolean;
}

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

const refuseOtherFormats = ({ names }: Archive): void => {
  if (names.some((name) => name.endsWith('vbaProject.bin'))) {
    throw new FileRefused('macros', 'The workbook holds macros (.xlsm). Save it as .xlsx, without them.');
  }
  if (names.includes(WORKBOOK)) return;
  if (names.some((name) => /\.(?:csv|xlsx|geojson)$/i.test(name))) {
    throw new FileRefused(
      'zip_of_files',
      'This is a zip of several files. Unpack it, then import the file that you need.',
    );
  }
  throw new FileRefused('not_xlsx', 'This is not an .xlsx workbook. Save it as .xlsx or as CSV.');
};

const readSheetList = async (archive: Archive): Promise<{ sheets: readonly SheetEntry[]; countsFrom1904: boolean }> => {
  const sheets: SheetEntry[] = [];
  let countsFrom1904 = false;
  await readWholeXml(await archive.open(WORKBOOK), {
    open: (name, attributes) => {
      if (name === 'workbookPr') countsFrom1904 = /^(?:1|true)$/.test(attributes.get('date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = [...attributes].find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
      const isHidden = (attributes.get('state') ?? 'visible') !== 'visible';
      sheets.push({ name: attributes.get('name') ?? '', relation, isHidden });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { sheets, countsFrom1904 };
};

/** Parts of the archive that relations name; a target outside it is left out and never fetched. */
const readRelations = async (archive: Archive): Promise<ReadonlyMap<string, string>> => {
  const targets = new Map<string, string>();
  if (!archive.names.includes(RELATIONS)) return targets;
  await readWholeXml(await archive.open(RELATIONS), {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
      const target = attributes.get('Target') ?? '';
      const part = target.startsWith('/') ? target.slice(1) : path.posix.join('xl', target);
      targets.set(attributes.get('Id') ?? '', part);
    },
    close: () => undefined,
    text: () => undefined,
  });
  return targets;
};

/**
 * Opens a workbook within the limits of `openArchive`. Formulas are not calculated, links not followed, macros not read.
 * @throws FileRefused with the reason.
 */
export const openWorkbook = async (bytes: Uint8Array): Promise<Workbook> => {
  const archive = await openArchive(bytes);
  refuseOtherFormats(archive);
  const { sheets, countsFrom1904 } = await readSheetList(archive);
  const targets = await readRelations(archive);
  const strings = await readSharedStrings(archive);
  const toSheet = ({ name, relation }: SheetEntry): readonly Sheet[] => {
    const part = targets.get(relation);
    // Chart sheets hold no cells.
    if (part === undefined || !part.includes('worksheets/')) return [];
    const rows: Sheet['rows'] = async function* (onFormula) {
      yield* readSheetRows(await archive.open(part), { strings, onFormula });
    };
    return [{ name, rows }];
  };
  return {
    sheets: sheets.filter(({ isHidden }) => !isHidden).flatMap(toSheet),
    hiddenSheets: sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name),
    hasExternalLinks: archive.names.some((name) => name.startsWith('xl/externalLinks/')),
    countsFrom1904,
    close: archive.close,
  };
};
