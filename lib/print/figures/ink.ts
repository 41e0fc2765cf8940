/** Literal colours: the PDF engine draws CSS variables and `currentColor` black without a word. */
export const INK = '#0B0C0C';
export const PAPER = '#FFFFFF';
export const MUTED = '#505A5F';
export const RULE = '#B1B4B6';
export const BAR_SELECTED = '#12436D';
export const BAR_OTHER = '#B9CCDD';
export const BAR_EDGE = '#4F6B85';

/** Five steps, light to dark, so that they also read in greyscale. */
export const NO_JUDGEMENT_STEPS = ['#E4DDFF', '#CBBEF4', '#AA90EC', '#8B60E2', '#6B33C3'] as const;
/** Worst to best. */
export const JUDGEMENT_STEPS = ['#D494C1', '#BC6AAA', '#A44596', '#812972', '#561950'] as const;

const channel = (hex: string, at: number): number => {
  const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** WCAG 2 relative luminance of `#RRGGBB`. */
const luminance = (hex: string): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

/** WCAG 2 contrast ratio, 1 to 21. */
export const contrast = (first: string, second: string): number => {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
};

export const inkOn = (fill: string): string => (contrast(fill, PAPER) >= contrast(fill, INK) ? PAPER : INK);
