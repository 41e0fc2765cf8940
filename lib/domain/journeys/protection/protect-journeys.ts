import type { RuleSet } from '@/lib/domain/disclosure/rule-set';
import type { JourneyStore } from '@/lib/domain/journeys/journey-store';
import { withheldEarlier } from './earlier';
import { emptyLabels } from './empty-labels';
import { insidersOf } from './insiders';
import { networkOf, numberTables } from './network';
import { type Numbering, numberingOf } from './numbering';
import type { ProtectedCube, ProtectedJourneys } from './protected-journeys';
import { type Publication, publishedGaps, withhold } from './publication';
import { publish } from './published-code';
import { withholdPartners } from './withhold';

/** Changed when the same people, places and rule would give other tables: those that are kept are then made again. */
export const PROTECTION_METHOD = 'journeys-protection-1';

/** Values that must stay possible beyond what a rule set asks for, because sums taken together can tell more than one after another. */
const HEADROOM = 1;

export interface ProtectionOptions {
  /** What was published before of the same cohort: a cell that was withheld stays withheld. */
  readonly earlier?: ProtectedJourneys;
}

const codesByTheRule = ({ cells, cubes }: Numbering, ruleSet: RuleSet): Int32Array => {
  const codes = new Int32Array(cells);
  for (const { cube, first } of cubes) {
    const { counts } = cube;
    for (let i = 0; i < counts.length; i += 1) codes[first + i] = publish(counts[i] ?? 0, ruleSet);
  }
  return codes;
};

/** Every cell by its rule, on its own, with all sums that tie the tables together. */
export const publicationByTheRule = (store: ProtectionRequest['store'], ruleSet: RuleSet): Publication => {
  const numbering = numberTables(store);
  const codes = codesByTheRule(numbering, ruleSet);
  const isEmpty = emptyLabels(numbering);
  const isNothing = (cell: number): boolean => codes[cell] === 0 || isEmpty[cell] === 1;
  const width = ruleSet.requiredWidth + HEADROOM;
  const published = publishedGaps(numbering, codes, isNothing, { ruleSet, far: width });
  return { network: networkOf(numbering, { isNothing, published }), codes, published, width };
};

/** The same with partners withheld, so that no sum tells what a cell withholds or rounds away. */
export const protectTogether = (
  store: ProtectionRequest['store'],
  ruleSet: RuleSet,
  { earlier }: ProtectionOptions = {},
): Publication => {
  const publication = publicationByTheRule(store, ruleSet);
  const { numbering } = publication.network;
  for (const cell of earlier ? withheldEarlier(numbering, earlier) : []) withhold(publication, cell);
  withholdPartners(publication, insidersOf(numbering, store.places.regionOf));
  return publication;
};

const cubesOf = ({ cubes }: Numbering, codes: Int32Array): ReadonlyMap<string, ProtectedCube> =>
  new Map(
    cubes.map(({ cube: { counts, ...labels }, first }) => {
      return [labels.shape.id, { ...labels, published: codes.slice(first, first + counts.length) }];
    }),
  );

/** All tables of a cohort, protected together. Doesn't depend on the order of the cohort's records. */
export const protectJourneys = (
  store: ProtectionRequest['store'],
  ruleSet: RuleSet,
  options: ProtectionOptions = {},
): ProtectedJourneys => {
  const said = { kind: 'protected_journeys', ruleSet: ruleSet.id, tooLarge: store.tooLarge } as const;
  if (ruleSet.roundedTo === 1) {
    const numbering = numberingOf([...store.cubes.values()], []);
    return { ...said, cubes: cubesOf(numbering, codesByTheRule(numbering, ruleSet)) };
  }
  const { network, codes } = protectTogether(store, ruleSet, options);
  return { ...said, cubes: cubesOf(network.numbering, codes) };
};

/** A cohort to protect elsewhere: everything in it can be copied to another thread. */
export interface ProtectionRequest {
  readonly store: Pick<JourneyStore, 'cubes' | 'places' | 'bandsKm' | 'tooLarge'>;
  readonly ruleSet: RuleSet;
}

export const protectRequested = ({ store, ruleSet }: ProtectionRequest): ProtectedJourneys =>
  protectJourneys(store, ruleSet);
