import type { RuleSet } from '@/lib/domain/disclosure/rule-set';
import type { JourneyStore } from '@/lib/domain/journeys/journey-store';
import { insidersOf } from './insiders';
import { networkOf, numberTables } from './network';
import type { Numbering } from './numbering';
import { emptyLabels } from './empty-labels';
import { publish } from './published-code';
import type { Publication } from './publication';
import { withholdPartners } from './withhold';

export const firstCodes = ({ cells, cubes }: Numbering, ruleSet: RuleSet): Int32Array => {
  const codes = new Int32Array(cells);
  for (const { cube, first } of cubes) {
    const { counts } = cube;
    for (let i = 0; i < counts.length; i += 1) codes[first + i] = publish(counts[i] ?? 0, ruleSet);
  }
  return codes;
};

export const HEADROOM = 1;

/** Each cell by its rule, with what readers can work out of it. */
export const publicationOf = (store: JourneyStore, ruleSet: RuleSet, headroom = HEADROOM): Publication => {
  const numbering = numberTables(store);
  const codes = firstCodes(numbering, ruleSet);
  const isEmpty = emptyLabels(numbering);
  const isNothing = (cell: number): boolean => codes[cell] === 0 || isEmpty[cell] === 1;
  const width = ruleSet.requiredWidth + headroom;
  return { network: networkOf(numbering, { isNothing, far: width }), ruleSet, codes, width, isNothing };
};

export const protectTogether = (store: JourneyStore, ruleSet: RuleSet): Publication => {
  const publication = publicationOf(store, ruleSet);
  withholdPartners(publication, insidersOf(publication.network.numbering, store.places.regionOf));
  return publication;
};
