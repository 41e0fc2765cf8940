import { expect, test } from 'vitest';
import { namesFictionalPlaces } from './fictional-file';
import { fileInMemory } from './import-file';

const HEADER = 'period_end,area_code,specialty,level,establishment_fte,in_post_fte';
const FICTIONAL = `${HEADER}\r\n2026-03-31,XD-TR-kelvarrow,Médecine,ST4,40,30\r\n`;
const ENGLISH = FICTIONAL.replace('XD-TR-kelvarrow', 'TR-london');

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const ENCODINGS: [string, (text: string) => Buffer][] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['Windows-1252', (text) => Buffer.from(text, 'latin1')],
  ['UTF-16, little end first', utf16],
  ['UTF-16, big end first', (text) => utf16(text).swap16()],
];

test.each(ENCODINGS)('a file of the fictional country is known by its codes in %s', async (_, encode) => {
  const isFictional = (text: string) => namesFictionalPlaces(fileInMemory('posts.csv', encode(text)));
  expect(await isFictional(FICTIONAL)).toBe(true);
  expect(await isFictional(FICTIONAL.replaceAll(',', ';'))).toBe(true);
  expect(await isFictional(FICTIONAL.replaceAll(',', '|'))).toBe(true);
  expect(await isFictional(ENGLISH)).toBe(false);
  expect(await isFictional(ENGLISH.replace('Médecine', 'not XD-TR-kelvarrow'))).toBe(false);
  expect(await isFictional('')).toBe(false);
});
