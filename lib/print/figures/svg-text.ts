/** Numeric character references for everything that could end text or an attribute. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** One decimal keeps drawings small and equal from run to run. */
export const px = (value: number): string => {
  const rounded = Math.round(value * 10) / 10;
  return Object.is(rounded, -0) ? '0' : String(rounded);
};

/**
 * Breaks a name into at most two lines of about `width` characters, at spaces. SVG text doesn't
 * wrap, and a shrunken name would be too small to read on paper.
 */
export const wrapName = (name: string, width: number): readonly string[] => {
  if (name.length <= width) return [name];
  const words = name.split(' ');
  const middle = name.length / 2;
  let best = { lines: [name], distance: Number.POSITIVE_INFINITY };
  for (let cut = 1; cut < words.length; cut += 1) {
    const first = words.slice(0, cut).join(' ');
    const distance = Math.abs(first.length - middle);
    if (distance < best.distance) best = { lines: [first, words.slice(cut).join(' ')], distance };
  }
  return best.lines;
};
