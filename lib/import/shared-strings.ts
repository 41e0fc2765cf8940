import { FileRefused } from './refusal';
import { readWholeXml, type XmlListener } from './xml-events';
import type { Archive } from './zip-archive';

const MAX_STRINGS = 1_000_000;
const MAX_CHARACTERS = 32 * (1 << 20);

/** Text of an element that may be in runs; phonetic guides are left out. */
export const createRichText = (): XmlListener & { readonly take: () => string } => {
  let text = '';
  let isText = false;
  let inGuide = false;
  return {
    open: (name) => {
      if (name === 'rPh') inGuide = true;
      isText = name === 't' && !inGuide;
    },
    close: (name) => {
      if (name === 'rPh') inGuide = false;
      isText = false;
    },
    text: (part) => {
      if (isText) text += part;
    },
    take: () => {
      const taken = text;
      text = '';
      return taken;
    },
  };
};

/** The strings that cells refer to by number. */
export const readSharedStrings = async (archive: Archive): Promise<readonly string[]> => {
  if (!archive.names.includes('xl/sharedStrings.xml')) return [];
  const strings: string[] = [];
  const rich = createRichText();
  let characters = 0;
  const listener: XmlListener = {
    open: rich.open,
    text: rich.text,
    close: (name) => {
      rich.close(name);
      if (name !== 'si') return;
      const text = rich.take();
      characters += text.length;
      strings.push(text);
      if (strings.length > MAX_STRINGS || characters > MAX_CHARACTERS) {
        throw new FileRefused('too_many_strings', 'The workbook holds too much text. Save its sheet as CSV.');
      }
    },
  };
  await readWholeXml(await archive.open('xl/sharedStrings.xml'), listener);
  return strings;
};
