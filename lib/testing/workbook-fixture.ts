import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a workbook; `stated` overrides the sizes that the directory tells. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly flags?: number;
  readonly statedSize?: number;
}

interface Written {
  readonly local: Buffer;
  readonly central: Buffer;
}

const writePart = ({ name, content, flags = 0, statedSize }: ZipPart, offset: number): Written => {
  const raw = Buffer.from(content);
  const packed = deflateRawSync(raw);
  const title = Buffer.from(name);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(flags, 2);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt32LE(crc32(raw), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(statedSize ?? raw.length, 18);
  shared.writeUInt16LE(title.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, title, packed]);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, tail, title]);
  return { local, central };
};

/** A zip archive of these parts, in this order. */
export const zipOf = (parts: readonly ZipPart[]): Uint8Array => {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { local, central } = writePart(part, offset);
    locals.push(local);
    centrals.push(central);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
};

export type FixtureCell = string | number | null;

export interface FixtureSheet {
  readonly name: string;
  readonly rows: readonly (readonly FixtureCell[])[];
  readonly isHidden?: boolean;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const letters = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);

const cellXml = (cell: FixtureCell, row: number, column: number): string => {
  const reference = `${letters(column)}${row + 1}`;
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
};

export const sheetXml = (rows: FixtureSheet['rows']): string => {
  const body = rows.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, row, column)).join('')}</row>`,
  );
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body.join('')}</sheetData></worksheet>`;
};

/** The parts around the sheets of a workbook. */
export const workbookParts = (
  sheets: readonly { readonly name: string; readonly isHidden?: boolean }[],
): readonly ZipPart[] => {
  const entries = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"${isHidden ? ' state="hidden"' : ''}/>`,
  );
  const relations = sheets.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Type="worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return [
    { name: 'xl/workbook.xml', content: `<workbook xmlns:r="r"><sheets>${entries.join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${relations.join('')}</Relationships>` },
  ];
};

/** A workbook with these sheets. */
export const workbookOf = (sheets: readonly FixtureSheet[], more: readonly ZipPart[] = []): Uint8Array =>
  zipOf([
    ...workbookParts(sheets),
    ...sheets.map(({ rows }, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(rows) })),
    ...more,
  ]);
