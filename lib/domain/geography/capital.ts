import type { Root } from './area';

/** The training region of each country that flows are told apart by: the one with the most places and graduates. */
const CAPITAL_REGIONS: Readonly<Record<Root, string>> = {
  england: 'TR-london',
  demonstration: 'XD-TR-oruvane',
};

export const capitalRegionOf = (root: Root): string => CAPITAL_REGIONS[root];
