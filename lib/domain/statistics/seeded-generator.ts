const TWO_32 = 4_294_967_296;

/** FNV-1a, 32 bits, over UTF-16 code units (Fowler, Noll and Vo, draft-eastlake-fnv). */
const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/** splitmix32: Weyl sequence with the MurmurHash3 finaliser; spreads one word over a state. */
const splitmix32 = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
};

/**
 * A deterministic stream of numbers strictly between 0 and 1, 32 bits each; the same label gives
 * the same stream on every machine. Generator: sfc32 (Doty-Humphrey, PractRand 0.95), state filled
 * by splitmix32 from a 32-bit hash of the label. Not for cryptography.
 */
export const seededGenerator = (label: string): (() => number) => {
  const next = splitmix32(fnv1a(label));
  let a = next();
  let b = next();
  let c = next();
  let counter = 1;
  const draw = (): number => {
    const out = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + out) >>> 0;
    return out;
  };
  // PractRand discards 12 outputs after seeding.
  for (let i = 0; i < 12; i += 1) draw();
  return () => (draw() + 0.5) / TWO_32;
};
