import { describe, expect, it } from 'vitest';
import type { AxisId } from '@/lib/domain/journeys/axis';
import { drawnPeople, SMALL, storeOf } from '@/lib/domain/journeys/journey-fixture';
import { facetContext } from './facets';
import { numberTables } from './network';
import { peopledCube } from './peopled-cube';
import { peopledIn } from './place-sums';
import { type Way, waysThrough } from './ways';

const BANDS_KM = [50, 100, 200];

describe('ways through places', () => {
  it.each([1, 3, 12])(
    'leaves out only those through a place that a table shows without anybody: %i people',
    (people) => {
      const { cubes } = storeOf(drawnPeople(`ways ${people}`, people));
      const numbering = numberTables(
        [...cubes.values()].map((cube) => peopledCube(cube).cube),
        SMALL,
        BANDS_KM,
      );
      const [context, mayGoThrough] = [facetContext(SMALL, BANDS_KM), peopledIn(numbering)];
      const [all, peopled] = [waysThrough(context, () => true), waysThrough(context, mayGoThrough)];
      const isPeopled = (told: ReadonlySet<AxisId>) => (way: Way) =>
        (Object.entries(way) as [AxisId, string][]).every(([axis, label]) => mayGoThrough(told, axis, label));
      const kept = (given: typeof all) => given.map((ways) => ways.all.filter(isPeopled(ways.told)));
      expect(kept(peopled)).toEqual(kept(all));
      expect(peopled.map(({ told }) => told)).toEqual(all.map(({ told }) => told));
      const count = (given: typeof all) => given.reduce((sum, ways) => sum + ways.all.length, 0);
      expect(count(peopled)).toBeLessThan(count(all));
      expect(count(peopled)).toBeGreaterThan(0);
    },
  );
});
