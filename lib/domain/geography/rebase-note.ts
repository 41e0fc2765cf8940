import type { RebaseMethod } from './combine-parts';
import type { Part } from './successor';

const METHOD_WORDS: Readonly<Record<RebaseMethod, string>> = {
  sum: 'added up',
  counts: 'made again from their counts',
  denominators: 'averaged, weighted by their denominators',
  residents: 'averaged, weighted by residents',
};

const PERCENT = 100;

const partWords = ({ areaCode, weight }: Part, names: ReadonlyMap<string, string>): string => {
  const name = names.get(areaCode) ?? areaCode;
  if (weight === null || weight === 1) return name;
  return `${(weight * PERCENT).toFixed(1)} % of ${name}`;
};

interface RebaseNoteInput {
  readonly parts: readonly Part[];
  readonly method: RebaseMethod;
  readonly basis: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

/** What a re-based figure says of itself: the areas it is made from, how, and how their shares are known. */
export const rebaseNote = ({ parts, method, basis, names }: RebaseNoteInput): string => {
  const isSplit = parts.some(({ weight }) => weight !== null && weight < 1);
  return [
    `Re-based from ${parts.map((part) => partWords(part, names)).join('; ')}: ${METHOD_WORDS[method]}.`,
    ...(isSplit ? ['An area that was split gives each part the figure of its whole.'] : []),
    ...basis,
  ].join(' ');
};
