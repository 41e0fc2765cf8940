/**
 * Numbers inside generated sentences. Sentences are made in the domain, which has no locale; the results equal those of
 * `lib/format` (its test holds the two together).
 */

/** Rounds half away from zero on the decimal digits as written, so that 1.005 gives 1.01. */
export const fixedText = (value: number, decimals: number): string => {
  const size = Math.abs(value);
  const shifted = Number(`${size}e${decimals}`);
  // A number written with an exponent can't be shifted that way; it is far from any tie.
  const rounded = Number.isNaN(shifted) ? size : Number(`${Math.round(shifted)}e-${decimals}`);
  const digits = rounded.toFixed(decimals);
  const [whole = '0', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 && Number(digits) !== 0 ? '−' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
};

/** A percentage from a value of 0 to 100, with one decimal: `85.0%`. */
export const percentText = (valuePct: number, decimals = 1): string => `${fixedText(valuePct, decimals)}%`;

/** A whole count with thousands: `12,869`. */
export const countText = (count: number): string => fixedText(count, 0);
