import { describe, expect, it } from 'vitest';
import { type EngineMemory, inKernel, PLAIN_MEMORY } from '@/lib/domain/pathway/engine/kernel/engine-memory';
import { pathwayExample } from '@/lib/testing/pathway-example';
import { compileOption } from './compiled-option';
import { compilePathway } from './compiled-pathway';
import type { PathwayInput } from './pathway-input';
import { type DrawnParameters, NO_OPTION } from './pathway-option';
import { runPathway } from './run-pathway';
import { regionCell } from './run-record';
import { runState } from './run-state';

const WITHOUT_LIMIT = { ceiling: 'off' } as const;
const input = pathwayExample(5, 3);
// Nobody is turned away, so that posts filled are who would come.
const open: PathwayInput = { ...input, switches: { ...input.switches, ...WITHOUT_LIMIT } };
const OTHER: DrawnParameters = { stayConstant: 2.1, distancePer100Km: -0.6, nestDissimilarity: 0.45 };

const filledBy = (
  given: PathwayInput,
  parameters: DrawnParameters,
  build: <T>(make: (memory: EngineMemory) => T) => T = (make) => make(PLAIN_MEMORY),
) => {
  const compiled = compilePathway(given);
  const state = build((memory) => runState(compiled, [], memory));
  const record = new Float64Array(state.layout.length);
  const draw = { parameters, shifts: [], hazardRatios: [], careerShifts: [], careerHazardRatios: [] };
  runPathway(state, { option: compileOption(compiled, NO_OPTION), draw }, record);
  return (['filledFoundation', 'filledEntry', 'filledHigher'] as const).map((metric) =>
    Array.from({ length: given.years }, (_, year) => [
      ...record.subarray(regionCell(state.layout, metric, year)).subarray(0, given.regions.length),
    ]),
  );
};

describe('a draw of staying, distance and nest', () => {
  const central = filledBy(open, {});

  it.each([
    ['before the Act', 'before_act'],
    ['after it', 'after_act'],
  ] as const)('starts from the first year of the central parameters, %s', (_, regime) => {
    const given = { ...open, switches: { ...open.switches, regime } };
    const expected = filledBy(given, {});
    filledBy(given, OTHER).forEach((years, node) => {
      years[0]?.forEach((filled, region) => {
        expect(filled / (expected[node]?.[0]?.[region] ?? 0)).toBeCloseTo(1, 10);
      });
    });
  });

  it('goes its own way after that', () => {
    const later = filledBy(open, OTHER)[1]?.[2] ?? [];
    expect(later.some((filled, region) => Math.abs(filled - (central[1]?.[2]?.[region] ?? 0)) > 0.01)).toBe(true);
  });

  it('is the same to the last bit after another draw', () => {
    const compiled = compilePathway(open);
    const state = inKernel((memory) => runState(compiled, [], memory));
    const option = compileOption(compiled, NO_OPTION);
    const run = (parameters: DrawnParameters) => {
      const record = new Float64Array(state.layout.length);
      const draw = { parameters, shifts: [], hazardRatios: [], careerShifts: [], careerHazardRatios: [] };
      runPathway(state, { option, draw }, record);
      return record;
    };
    const first = run(OTHER);
    run({ ...OTHER, stayConstant: 0.4 });
    expect(run(OTHER)).toEqual(first);
  });

  it('turns with the regions', () => {
    const turned = filledBy({ ...open, regions: open.regions.toReversed() }, OTHER);
    filledBy(open, OTHER).forEach((years, node) => {
      years[2]?.forEach((filled, region) => {
        expect(turned[node]?.[2]?.at(-1 - region)).toBeCloseTo(filled, 7);
      });
    });
  });

  it('is the same in the kernel', () => {
    const plain = filledBy(input, OTHER);
    filledBy(input, OTHER, inKernel).forEach((years, node) => {
      years[2]?.forEach((filled, region) => {
        expect(filled).toBeCloseTo(plain[node]?.[2]?.[region] ?? 0, 7);
      });
    });
  });
});

describe('more posts in a later year', () => {
  const [first] = input.regions;
  const more = {
    ...open,
    posts: open.posts.map((entry) =>
      entry.regionCode === first?.code && entry.node === 'specialty_entry' && typeof entry.posts === 'number'
        ? { ...entry, posts: [entry.posts, 2 * entry.posts, entry.posts] }
        : entry,
    ),
  };

  it.each([
    ['plain', (make) => make(PLAIN_MEMORY)],
    ['kernel', inKernel],
  ] as [string, <T>(make: (memory: EngineMemory) => T) => T][])(
    'are as attractive each as those before: as ln 2 added, in that year alone, %s',
    (_, build) => {
      const nest = OTHER.nestDissimilarity ?? 1;
      const entry = filledBy(more, OTHER, build)[1];
      const [before, without] = [filledBy(open, OTHER, build)[1], filledBy({ ...open, years: 2 }, OTHER, build)[1]];
      expect(entry?.[0]).toEqual(before?.[0]);
      expect((entry?.[1]?.[0] ?? 0) / (without?.[1]?.[0] ?? 1)).toBeGreaterThan(2 ** nest * 0.8);
      expect((entry?.[1]?.[0] ?? 0) / (without?.[1]?.[0] ?? 1)).toBeLessThan(2);
      entry?.[1]?.slice(1).forEach((filled, at) => {
        expect(filled).toBeLessThan(without?.[1]?.[at + 1] ?? 0);
      });
    },
  );
});
