import type { Executor } from '@/db/client';
import { selectAllAreas } from '@/lib/data/queries/areas';
import { isInUse } from '@/lib/domain/geography/area-alias';
import { findDataset } from '@/lib/import/dataset-list';
import { loadAliases, proposalsOf } from './area-codes';
import { type FigureNote, figureNote } from './figure-note';
import type { QualityNote } from './note-tally';
import { findUnlistedCodes, type UnknownCodes } from './unknown-codes';

const NAMED = 12;
const listed = (words: readonly string[]): string =>
  `${words.slice(0, NAMED).join(', ')}${words.length > NAMED ? ` and ${words.length - NAMED} more` : ''}`;
const counted = (count: number): string => Math.round(count).toLocaleString('en-GB');
const plural = (word: string): string => (word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`);
const codesAre = (count: number, what: string): string =>
  count === 1 ? `1 code is ${what}` : `${count} codes are ${what}`;

const unknownNote = (found: UnknownCodes): QualityNote => {
  const units = found.codes.reduce((sum, one) => sum + one.units, 0);
  const people = found.codes.reduce((sum, one) => sum + (one.people ?? 0), 0);
  const left = `${counted(units)} ${units === 1 ? found.unit : plural(found.unit)}${found.what !== null && people > 0 ? ` with ${counted(people)} ${found.what}` : ''}`;
  return {
    rule: 'quality_unknown_code',
    detail: `Codes of ${plural(found.unit)}`,
    count: 1,
    at: [],
    message: `${codesAre(found.codes.length, 'of no area in the list')}: ${listed(found.codes.map(({ code }) => code))}. ${left} ${units === 1 ? 'is' : 'are'} left out: the areas that these codes are of get nothing from it, and larger areas and England get no figure that would be of a part. Say on the Import page, under Codes of areas, which areas they are.`,
  };
};

/**
 * How a published file's codes are read that are not in the list of areas, and which are of no area. An exchange file with such a code is
 * refused, or says itself how it was read.
 */
export async function codeNotes(
  tx: Executor,
  releaseId: string,
  dataset: string,
): Promise<(FigureNote | QualityNote)[]> {
  if (findDataset(dataset)?.isExchange !== false) return [];
  const aliases = (await loadAliases(tx)).filter(isInUse);
  const inUse = new Set(aliases.map(({ code }) => code));
  const { read, unknown } = await findUnlistedCodes(tx, { releaseId, dataset, aliases: inUse });
  if (unknown.length === 0 && read.length === 0) return [];
  const { proposed, ambiguous } = await proposalsOf(
    tx,
    releaseId,
    unknown.flatMap(({ codes }) => codes.map(({ code }) => code)),
  );
  const names = new Map((await selectAllAreas(tx)).map(({ code, name }) => [code, name]));
  const readAs = (code: string, areaCode: string): string => `${code} as ${names.get(areaCode) ?? ''} (${areaCode})`;
  const notes: (FigureNote | QualityNote)[] = [];
  const known = aliases.filter(({ code }) => read.includes(code));
  if (known.length > 0) {
    const words = known.map(({ code, areaCode }) => readAs(code, areaCode));
    const open = known.flatMap(({ code, status }) => (status === 'proposed' ? [code] : []));
    const toConfirm = open.length > 0 ? ` By name only, and not confirmed yet: ${listed(open)}.` : '';
    const message = `${codesAre(known.length, 'not in the list of areas, and read as one')}: ${listed(words)}.${toConfirm}`;
    notes.push(figureNote('codes', message, 'codes'));
  }
  if (proposed.length > 0) {
    const words = proposed.map(({ code, areaCode }) => readAs(code, areaCode));
    notes.push(
      figureNote(
        'codes',
        `${codesAre(proposed.length, 'new')}, with the name of a board that had no official code. From publication on each is read so: ${listed(words)}. Confirm or change it on the Import page, under Codes of areas.`,
        'new codes',
      ),
    );
  }
  const isProposed = new Set(proposed.map(({ code }) => code));
  for (const found of unknown) {
    const left = found.codes.filter(({ code }) => !isProposed.has(code));
    if (left.length > 0) notes.push(unknownNote({ ...found, codes: left }));
  }
  if (ambiguous.length > 0) {
    const words = ambiguous.map(({ code, name, reason }) => `${code} (${name}): ${reason}`);
    notes.push(figureNote('codes', `Read as no board, though the name is one: ${listed(words)}.`, 'ambiguous codes'));
  }
  return notes;
}

/** What the look-ups that figures are made with leave out of them. */
export async function lookupNotes(tx: Executor, lookups: readonly string[]): Promise<FigureNote[]> {
  const aliases = new Set((await loadAliases(tx)).filter(isInUse).map(({ code }) => code));
  const notes: FigureNote[] = [];
  for (const releaseId of lookups) {
    const { unknown } = await findUnlistedCodes(tx, { releaseId, dataset: 'ons_lsoa_icb', aliases });
    for (const found of unknown) {
      const { detail, message } = unknownNote(found);
      notes.push(figureNote('partial', `Of the look-up ${releaseId}: ${message}`, detail));
    }
  }
  return notes;
}
