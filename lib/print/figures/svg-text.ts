/** Numeric character references for everything that could end text or an attribute. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** One decimal keeps drawings small and equal from run to run. */
export const px = (value: number): string => {
  const rounded = Math.round(value * 10) / 10;
  return Object.is(rounded, -0) ? '0' : String(rounded);
};

const cut = (text: string, width: number): string =>
  text.length <= width ? text : `${text.slice(0, width - 1).replace(/[\s,]+$/u, '')}…`;

/**
 * A name on at most two lines of about `width` characters, broken at spaces; what doesn't fit is
 * cut. SVG text doesn't wrap, and a shrunken name would be too small to read on paper. The full
 * name is in the text alternative.
 */
export const wrapName = (name: string, width: number): readonly string[] => {
  if (name.length <= width) return [name];
  const at = name.lastIndexOf(' ', width);
  if (at <= 0) return [cut(name, width)];
  return [name.slice(0, at), cut(name.slice(at + 1), width)];
};

/** Capitals, m and w take about half as much room again as other letters. */
const WIDE = /[\p{Lu}mw]/gu;
const WIDE_EXTRA = 0.5;

/** How many characters of a text take the room of `letters` of middling width. */
export const charactersFor = (text: string, letters: number): number =>
  Math.floor((letters * text.length) / (text.length + WIDE_EXTRA * (text.match(WIDE)?.length ?? 0)));
