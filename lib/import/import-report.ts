import { ownText } from './own-text';
import type { Refusal } from './refusal';

/** One thing wrong, in the words of the person who has to mend it. `row` is the row of the file; the first row is 1. */
export interface ImportError {
  readonly row: number | null;
  readonly column: string;
  readonly value: string;
  readonly rule: string;
  readonly message: string;
}

/** Something to know that stops nothing. `at` holds the first places, `count` how often. */
export interface ImportFlag {
  readonly rule: string;
  readonly detail: string;
  readonly count: number;
  readonly at: readonly { readonly row: number; readonly column: string }[];
  readonly message: string;
}

export interface Place {
  readonly row: number;
  readonly column: string;
}

export interface ImportReport {
  readonly error: (error: ImportError) => void;
  readonly refuse: (refusal: Refusal) => void;
  readonly flag: (rule: string, detail: string, message: string, place?: Place) => void;
  readonly errors: () => readonly ImportError[];
  readonly errorTotal: () => number;
  readonly flags: () => readonly ImportFlag[];
  readonly refusal: () => Refusal | null;
  /** Whether an error of this rule was met, listed or not. */
  readonly hasRule: (rule: string) => boolean;
}

const LISTED_ERRORS = 1000;
const LISTED_PLACES = 100;
/** Distinct flags kept: what a file says about itself must not fill the memory. */
const LISTED_FLAGS = 1000;
const SHOWN_CHARACTERS = 200;

const shown = (value: string): string =>
  value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}… (${value.length} characters)` : value;

interface OpenFlag {
  readonly rule: string;
  readonly detail: string;
  readonly message: string;
  count: number;
  readonly at: Place[];
}

/** Collects what is wrong with a file: every error is counted, the first 1,000 are listed. */
export const createImportReport = (): ImportReport => {
  const errors: ImportError[] = [];
  const rules = new Set<string>();
  const flags = new Map<string, OpenFlag>();
  let errorTotal = 0;
  let refusal: Refusal | null = null;
  const error = (one: ImportError): void => {
    errorTotal += 1;
    rules.add(one.rule);
    if (errors.length < LISTED_ERRORS) errors.push({ ...one, value: ownText(shown(one.value)) });
  };
  return {
    error,
    refuse: (one) => {
      refusal ??= one;
      const [rule = one.label] = one.label.split(':');
      error({ row: one.row ?? null, column: one.column ?? '', value: '', rule, message: one.message });
    },
    flag: (rule, detail, message, place) => {
      const known = flags.get(`${rule}:${detail}`);
      if (!known && flags.size >= LISTED_FLAGS) return;
      const flag = known ?? { rule, detail, message, count: 0, at: [] };
      flag.count += 1;
      if (place && flag.at.length < LISTED_PLACES) flag.at.push(place);
      flags.set(`${rule}:${detail}`, flag);
    },
    errors: () => errors,
    errorTotal: () => errorTotal,
    flags: () => [...flags.values()],
    refusal: () => refusal,
    hasRule: (rule) => rules.has(rule),
  };
};
