import type { JourneyPlaces } from '@/lib/domain/journeys/journey-places';
import type { ShapeCube } from '@/lib/domain/journeys/shape-cube';
import { addCubeRelations } from './cube-relations';
import { type FacetContext, facetContext } from './facets';
import type { Network } from './narrow';
import { addNestedRelations } from './nested-views';
import { type Numbering, numberingOf } from './numbering';
import { addPlaceSums } from './place-sums';
import { type Known, makeRelationWriter, membershipOf } from './relations';
import { addViewRelations, type Truth } from './view-relations';
import { viewsOf } from './views';

export interface JourneyNetwork extends Network {
  readonly numbering: Numbering;
  /** True counts of cells and views. */
  readonly truth: Int32Array;
}

export const numberTables = (
  cubes: readonly ShapeCube[],
  places: JourneyPlaces,
  bandsKm: readonly number[],
): Numbering => numberingOf(cubes, viewsOf(cubes, facetContext(places, bandsKm)));

const everybodyEnteredInAPeriod = (cube: ShapeCube): boolean => {
  const size = cube.rows.length * cube.columns.length;
  let outside = 0;
  cube.planes.forEach(({ clock }, plane) => {
    const sign = clock === null ? 1 : -1;
    if (clock === 'foundation') return;
    const from = plane * cube.slots.length * size;
    for (let i = from; i < from + size; i += 1) outside += sign * (cube.counts[i] ?? 0);
  });
  return outside === 0;
};

const truthOf = ({ nodes, cells, cubes }: Numbering, isNothing: Uint8Array): Truth => {
  const sameAs = Int32Array.from({ length: nodes }, (_, node) => node);
  const known = { truth: new Int32Array(nodes), isKnown: new Uint8Array(nodes), isNothing, sameAs };
  for (const { cube, first } of cubes) known.truth.set(cube.counts, first);
  known.isKnown.fill(1, 0, cells);
  return known;
};

/** Every sum that holds among the permitted tables. `isNothing` marks cells that readers know to be 0. */
export const networkOf = (
  numbering: Numbering,
  context: FacetContext,
  given: Pick<Known, 'isNothing' | 'published'>,
): JourneyNetwork => {
  const known = truthOf(numbering, given.isNothing);
  const writer = makeRelationWriter({ truth: known.truth, ...given });
  for (const { cube, first } of numbering.cubes) addCubeRelations(writer, cube, first);
  const isWhole = numbering.cubes.every(({ cube }) => everybodyEnteredInAPeriod(cube));
  addViewRelations(writer, numbering, known, isWhole);
  addNestedRelations(writer, numbering, known);
  addPlaceSums(writer, numbering, context);
  const relations = writer.finish();
  const membership = membershipOf(relations, numbering.nodes);
  return { numbering, relations, membership, truth: known.truth };
};
