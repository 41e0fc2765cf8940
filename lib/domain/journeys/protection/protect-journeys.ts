import type { RuleSet } from '@/lib/domain/disclosure/rule-set';
import type { JourneyStore } from '@/lib/domain/journeys/journey-store';
import type { ShapeCube } from '@/lib/domain/journeys/shape-cube';
import { combinedSums } from './combined-sums';
import { withheldEarlier } from './earlier';
import { facetContext } from './facets';
import { insidersOf } from './insiders';
import { networkOf, numberTables } from './network';
import type { Numbering } from './numbering';
import { type PeopledCube, peopledCube, toWhole } from './peopled-cube';
import type { ProtectedCube, ProtectedJourneys } from './protected-journeys';
import { type Publication, publishedGaps, withhold } from './publication';
import { publish } from './published-code';
import { joinRelations, membershipOf, type Relations } from './relations';
import { withholdPartners } from './withhold';

/** Changed when the same people, places and rule would give other tables: those that are kept are then made again. */
export const PROTECTION_METHOD = 'journeys-protection-5';

/** Values that must stay possible beyond what a rule set asks for, because sums taken together can tell more than one after another. */
const HEADROOM = 1;

export interface ProtectionOptions {
  /** What was published before of the same source by the same rule: a cell that was withheld stays withheld while it holds somebody. */
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
const byTheRule = (
  cubes: readonly ShapeCube[],
  { places, bandsKm }: ProtectionRequest['store'],
  ruleSet: RuleSet,
): Publication => {
  const numbering = numberTables(cubes, places, bandsKm);
  const codes = codesByTheRule(numbering, ruleSet);
  const width = ruleSet.requiredWidth + HEADROOM;
  const published = publishedGaps(numbering, codes, width);
  const isNothing = new Uint8Array(numbering.nodes);
  for (let cell = 0; cell < codes.length; cell += 1) isNothing[cell] = codes[cell] === 0 ? 1 : 0;
  return {
    network: networkOf(numbering, facetContext(places, bandsKm), { isNothing, published }),
    codes,
    published,
    width,
  };
};

const peopledCubes = ({ cubes }: ProtectionRequest['store']): PeopledCube[] => [...cubes.values()].map(peopledCube);

const cubesIn = (peopled: readonly PeopledCube[]): ShapeCube[] => peopled.map(({ cube }) => cube);

/** Every cell with its rule's own code, and no partners withheld. */
export const publicationByTheRule = (store: ProtectionRequest['store'], ruleSet: RuleSet): Publication =>
  byTheRule(cubesIn(peopledCubes(store)), store, ruleSet);

/** The same publication for those who follow more sums. */
const withSums = (publication: Publication, sums: Relations): Publication => {
  const { network } = publication;
  const relations = joinRelations(network.relations, sums);
  return {
    ...publication,
    network: { ...network, relations, membership: membershipOf(relations, network.numbering.nodes) },
  };
};

/** Partners withheld, so that no sum tells what a cell withholds or rounds away. */
const withPartners = (
  publication: Publication,
  { places }: ProtectionRequest['store'],
  { earlier }: ProtectionOptions,
): Publication => {
  const { numbering } = publication.network;
  for (const cell of earlier ? withheldEarlier(numbering, earlier) : []) withhold(publication, cell);
  const insiders = [...insidersOf(numbering, places.regionOf)];
  withholdPartners(publication, insiders);
  for (let sums = combinedSums(publication); sums; ) {
    const withheld = withholdPartners(withSums(publication, sums), insiders);
    sums = withheld === 0 ? null : combinedSums(publication);
  }
  return publication;
};

/** The cells of all rows and columns that hold somebody. */
export const protectTogether = (
  store: ProtectionRequest['store'],
  ruleSet: RuleSet,
  options: ProtectionOptions = {},
): Publication => withPartners(publicationByTheRule(store, ruleSet), store, options);

/** Codes of whole cubes, each from its peopled part. */
const protectedCubes = (
  store: ProtectionRequest['store'],
  ruleSet: RuleSet,
  options: ProtectionOptions,
): ReadonlyMap<string, ProtectedCube> => {
  const peopled = peopledCubes(store);
  const { network, codes } = withPartners(byTheRule(cubesIn(peopled), store, ruleSet), store, options);
  return new Map(
    [...store.cubes.values()].map((whole, i) => {
      const { counts: _, ...labels } = whole;
      const [part, numbered] = [peopled[i], network.numbering.cubes[i]];
      if (!part || !numbered) throw new RangeError(`${whole.shape.id} was not protected`);
      const own = codes.subarray(numbered.first, numbered.first + part.cube.counts.length);
      return [whole.shape.id, { ...labels, published: toWhole(part, whole, own, publish(0, ruleSet)) }];
    }),
  );
};

const asTheyAre = ({ cubes }: ProtectionRequest['store']): ReadonlyMap<string, ProtectedCube> =>
  new Map([...cubes].map(([id, { counts, ...labels }]) => [id, { ...labels, published: Int32Array.from(counts) }]));

/** All tables of a cohort, protected together. Doesn't depend on the order of the cohort's records. */
export const protectJourneys = (
  store: ProtectionRequest['store'],
  ruleSet: RuleSet,
  options: ProtectionOptions = {},
): ProtectedJourneys => ({
  kind: 'protected_journeys',
  ruleSet: ruleSet.id,
  tooLarge: store.tooLarge,
  cubes: ruleSet.roundedTo === 1 ? asTheyAre(store) : protectedCubes(store, ruleSet, options),
});

/** A cohort to protect elsewhere: everything in it can be copied to another thread. */
export interface ProtectionRequest extends ProtectionOptions {
  readonly store: Pick<JourneyStore, 'cubes' | 'places' | 'bandsKm' | 'tooLarge'>;
  readonly ruleSet: RuleSet;
}

export const protectRequested = ({ store, ruleSet, ...options }: ProtectionRequest): ProtectedJourneys =>
  protectJourneys(store, ruleSet, options);
