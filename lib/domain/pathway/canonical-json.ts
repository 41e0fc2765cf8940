/** A value that JSON can hold. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

/**
 * The one text of a JSON value: keys sorted by code unit, no spaces, numbers as ECMAScript prints
 * them (RFC 8785). Equal values give equal bytes, so a receipt can be hashed. A key without a value
 * counts as absent.
 * @throws RangeError for a number that isn't finite.
 */
export const canonicalJson = (value: JsonValue): string => {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('JSON has no such number');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value)
    .flatMap(([key, item]) => (item === undefined ? [] : [{ key, item }]))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  return `{${entries.map(({ key, item }) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
};
