/**
 * Why a cell holds no number. A hidden number, one that doesn't apply and one that nobody has are distinct states, and
 * none of them is 0.
 */
export type AbsenceReason = 'suppressed' | 'not_applicable' | 'not_available' | 'low' | 'blank' | 'not_in_file';

export interface MissingMark {
  readonly absent: AbsenceReason;
  /** As the publisher wrote it; empty for a blank cell. */
  readonly mark: string;
}

export type NumberCell = number | MissingMark;

export const NOT_IN_FILE: MissingMark = { absent: 'not_in_file', mark: '' };
const BLANK: MissingMark = { absent: 'blank', mark: '' };
const SUPPRESSED_BLANK: MissingMark = { absent: 'suppressed', mark: '' };

/** GSS shorthand in brackets, its older unbracketed form, and the NHS workforce marks. */
const REASONS: Readonly<Record<Exclude<AbsenceReason, 'blank' | 'not_in_file'>, readonly string[]>> = {
  suppressed: ['*', '**', '[c]', 'c', '[s]'],
  not_applicable: ['[z]', 'z'],
  not_available: [
    '-',
    '–',
    '—',
    '.',
    '..',
    '...',
    ':',
    '[x]',
    'x',
    'nd',
    'ns',
    'est',
    'na',
    'n/a',
    '#n/a',
    'null',
    'none',
  ],
  low: ['~', '[low]'],
};

const marks: ReadonlyMap<string, AbsenceReason> = new Map([
  ...REASONS.suppressed.map((mark) => [mark, 'suppressed'] as const),
  ...REASONS.not_applicable.map((mark) => [mark, 'not_applicable'] as const),
  ...REASONS.not_available.map((mark) => [mark, 'not_available'] as const),
  ...REASONS.low.map((mark) => [mark, 'low'] as const),
]);

const fewerThan = /^(?:<|fewer than |under )\s?\d{1,2}$/i;
const LONGEST_MARK = 16;

/** The mark of a trimmed cell, or null where it isn't one. In some files a blank cell means suppressed. */
export const findMissingMark = (text: string, blankIsSuppressed: boolean): MissingMark | null => {
  if (text === '') return blankIsSuppressed ? SUPPRESSED_BLANK : BLANK;
  if (text.length > LONGEST_MARK) return null;
  const absent = marks.get(text.toLowerCase());
  if (absent) return { absent, mark: text };
  return fewerThan.test(text) ? { absent: 'suppressed', mark: text } : null;
};

export const numberOrNull = (cell: NumberCell): number | null => (typeof cell === 'number' ? cell : null);
