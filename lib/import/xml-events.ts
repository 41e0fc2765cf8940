import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { FileRefused } from './refusal';

/** What a reader of a workbook part listens to. Names come without their prefix. */
export interface XmlListener {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** Characters of text or markup without an element; no cell of a workbook is longer. */
const MAX_UNBROKEN = 1 << 20;
const MAX_DEPTH = 64;

const refuse = (): never => {
  throw new FileRefused('bad_xml', 'A part of the workbook is not well formed. Open it in Excel and save it again.');
};

const refuseDoctype = (): never => {
  throw new FileRefused(
    'xml_doctype',
    'The workbook defines XML entities, which no spreadsheet program writes. It is refused.',
  );
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

interface Guarded {
  readonly parser: SaxesParser<{ xmlns?: false; position: boolean }>;
  readonly unbroken: (characters: number) => void;
}

const createGuarded = (listener: XmlListener): Guarded => {
  const parser = new SaxesParser<{ xmlns?: false; position: boolean }>({ position: false });
  let sinceElement = 0;
  let depth = 0;
  parser.on('error', refuse);
  parser.on('doctype', refuseDoctype);
  parser.on('opentag', ({ name, attributes }) => {
    sinceElement = 0;
    depth += 1;
    if (depth > MAX_DEPTH) refuse();
    listener.open(localName(name), new Map(Object.entries(attributes)));
  });
  parser.on('closetag', ({ name }) => {
    sinceElement = 0;
    depth -= 1;
    listener.close(localName(name));
  });
  parser.on('text', listener.text);
  parser.on('cdata', listener.text);
  return {
    parser,
    unbroken: (characters) => {
      sinceElement += characters;
      if (sinceElement > MAX_UNBROKEN) {
        throw new FileRefused('cell_too_long', 'A cell of the workbook holds more than a million characters.');
      }
    },
  };
};

const startsDoctype = (text: string): boolean => text.includes('<!DOCTYPE') || text.includes('<!ENTITY');

/**
 * Reads one part of a workbook, a chunk at a time; `afterChunk` runs between them.
 * @throws FileRefused on a document type, on XML that isn't well formed or isn't UTF-8, and on text without end.
 */
export async function* readXml(stream: Readable, listener: XmlListener): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const { parser, unbroken } = createGuarded(listener);
  try {
    for await (const chunk of stream) {
      if (!(chunk instanceof Uint8Array)) refuse();
      const text = decoder.decode(chunk, { stream: true });
      // Before the parser sees it: an internal subset may be long.
      if (startsDoctype(text)) refuseDoctype();
      parser.write(text);
      unbroken(text.length);
      yield;
    }
    parser.write(decoder.decode()).close();
    yield;
  } catch (error) {
    throw error instanceof FileRefused ? error : refuse();
  } finally {
    stream.destroy();
  }
}

/** Reads a small part to its end. */
export const readWholeXml = async (stream: Readable, listener: XmlListener): Promise<void> => {
  for await (const _ of readXml(stream, listener));
};
