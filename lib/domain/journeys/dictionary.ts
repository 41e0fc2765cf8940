/** Codes as small whole numbers. 0 is the empty value, so that a column of zeros is a column of empty values. */
export interface Dictionary {
  readonly encode: (code: string | number | null) => number;
  /** Codes by number in the final order, those given first and the rest sorted, and for each number as encoded its final one. */
  readonly finish: () => { readonly codes: readonly string[]; readonly finalOf: Uint16Array };
}

/** Codes are held in 16 bits, one of them for the empty value. */
const MOST_CODES = 65_535;

interface DictionaryOptions {
  /** Codes known before the first record. */
  readonly known: readonly string[];
  /** The code that a given one stands for, such as the authority that took over another. */
  readonly canonical: (code: string) => string;
}

/** Throws `RangeError` from the 65,536th code on. The final order doesn't depend on the order in which codes came. */
export const makeDictionary = ({ known, canonical }: DictionaryOptions): Dictionary => {
  const codes: string[] = [''];
  const numbers = new Map<string, number>([['', 0]]);
  /** By the value as given, so that most look-ups are one. */
  const given = new Map<string | number, number>();

  const numberOf = (code: string): number => {
    const held = numbers.get(code);
    if (held !== undefined) return held;
    if (codes.length > MOST_CODES) throw new RangeError(`More than ${MOST_CODES} codes in one attribute`);
    codes.push(code);
    numbers.set(code, codes.length - 1);
    return codes.length - 1;
  };
  for (const code of known) numberOf(canonical(code));
  const knownEnd = codes.length;

  const encode = (code: string | number | null): number => {
    if (code === null) return 0;
    const held = given.get(code);
    if (held !== undefined) return held;
    const number = numberOf(canonical(String(code)));
    given.set(code, number);
    return number;
  };

  const finish = () => {
    const sorted = [...codes.slice(0, knownEnd), ...codes.slice(knownEnd).sort()];
    const finalOf = new Uint16Array(codes.length);
    for (const [final, code] of sorted.entries()) finalOf[numbers.get(code) ?? 0] = final;
    return { codes: sorted, finalOf };
  };
  return { encode, finish };
};
