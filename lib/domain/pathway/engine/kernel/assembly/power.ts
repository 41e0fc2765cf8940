// z^λ, ln and e^x of two numbers at once, by series alone: the same bytes on every machine. Relative error below 1e−15 for
// numbers that are not denormal and powers of e between −700 and 700.

const MANTISSA: i64 = 0x000fffffffffffff;
const ONE: i64 = 0x3ff0000000000000;
/** 1.5 × 2^52: added to a small whole number, puts it into the lowest bits. */
const MAGIC: f64 = 6755399441055744.0;
const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;
const LOG2_E: f64 = Math.LOG2E;
const SQRT2: f64 = Math.SQRT2;

function s(x: f64): v128 {
  return f64x2.splat(x);
}

/** ln z by its exponent and 2 atanh((m − 1) ÷ (m + 1)) of its mantissa, which lies between √½ and √2. */
function logarithm(z: v128): v128 {
  const bits = i64x2.shr_u(z, 52);
  // The exponent as a number: its bits in the lowest places of MAGIC.
  let exponent = f64x2.sub(v128.or(bits, s(4503599627370496.0)), s(4503599627370496.0 + 1023.0));
  let m = v128.or(v128.and(z, i64x2.splat(MANTISSA)), i64x2.splat(ONE));
  const isBig = f64x2.gt(m, s(SQRT2));
  m = v128.bitselect(f64x2.mul(m, s(0.5)), m, isBig);
  exponent = f64x2.add(exponent, v128.and(isBig, s(1)));
  const t = f64x2.div(f64x2.sub(m, s(1)), f64x2.add(m, s(1)));
  const q = f64x2.mul(t, t);
  let p = s(2.0 / 21);
  p = f64x2.add(f64x2.mul(p, q), s(2.0 / 19));
  p = f64x2.add(f64x2.mul(p, q), s(2.0 / 17));
  p = f64x2.add(f64x2.mul(p, q), s(2.0 / 15));
  p = f64x2.add(f64x2.mul(p, q), s(2.0 / 13));
  p = f64x2.add(f64x2.mul(p, q), s(2.0 / 11));
  p = f64x2.add(f64x2.mul(p, q), s(2.0 / 9));
  p = f64x2.add(f64x2.mul(p, q), s(2.0 / 7));
  p = f64x2.add(f64x2.mul(p, q), s(2.0 / 5));
  p = f64x2.add(f64x2.mul(p, q), s(2.0 / 3));
  p = f64x2.mul(f64x2.mul(p, q), t);
  const ofMantissa = f64x2.add(f64x2.add(t, t), f64x2.add(p, f64x2.mul(exponent, s(LN2_LOW))));
  return f64x2.add(f64x2.mul(exponent, s(LN2_HIGH)), ofMantissa);
}

function exponential(x: v128): v128 {
  const shifted = f64x2.add(f64x2.mul(x, s(LOG2_E)), s(MAGIC));
  const n = f64x2.sub(shifted, s(MAGIC));
  const r = f64x2.sub(f64x2.sub(x, f64x2.mul(n, s(LN2_HIGH))), f64x2.mul(n, s(LN2_LOW)));
  let p = s(1.0 / 6227020800);
  p = f64x2.add(f64x2.mul(p, r), s(1.0 / 479001600));
  p = f64x2.add(f64x2.mul(p, r), s(1.0 / 39916800));
  p = f64x2.add(f64x2.mul(p, r), s(1.0 / 3628800));
  p = f64x2.add(f64x2.mul(p, r), s(1.0 / 362880));
  p = f64x2.add(f64x2.mul(p, r), s(1.0 / 40320));
  p = f64x2.add(f64x2.mul(p, r), s(1.0 / 5040));
  p = f64x2.add(f64x2.mul(p, r), s(1.0 / 720));
  p = f64x2.add(f64x2.mul(p, r), s(1.0 / 120));
  p = f64x2.add(f64x2.mul(p, r), s(1.0 / 24));
  p = f64x2.add(f64x2.mul(p, r), s(1.0 / 6));
  p = f64x2.add(f64x2.mul(p, r), s(0.5));
  p = f64x2.add(f64x2.mul(p, r), s(1));
  p = f64x2.add(f64x2.mul(p, r), s(1));
  return i64x2.add(p, i64x2.shl(shifted, 52));
}

export function power(z: v128, lambda: f64): v128 {
  return exponential(f64x2.mul(s(lambda), logarithm(z)));
}

export function powerOne(z: f64, lambda: f64): f64 {
  return f64x2.extract_lane(power(s(z), lambda), 0);
}

/** Below this relative change z^λ follows from the last exact power by nine terms of its series, to 1e−16. */
export const NEAR: f64 = 0.03;
const TERMS: i32 = 9;

/** (1 + e)^λ for |e| below `NEAR`. */
export function powerNear(e: v128, lambda: f64): v128 {
  let sum = s(1);
  for (let term = TERMS; term > 0; term -= 1) {
    const factor = (lambda - <f64>(term - 1)) / <f64>term;
    sum = f64x2.add(s(1), f64x2.mul(f64x2.mul(s(factor), e), sum));
  }
  return sum;
}

/** Logarithms of two numbers above 0 that are not denormal. */
export function logs(z: v128): v128 {
  return logarithm(z);
}

/** Exponentials of two numbers between −700 and 700. */
export function exponentials(x: v128): v128 {
  return exponential(x);
}
