import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EngineMemory, inKernel, PLAIN_MEMORY } from '@/lib/domain/pathway/engine/kernel/engine-memory';
import { rationedChoice } from '@/lib/domain/pathway/rationed-choice';
import { choiceNode } from './choice-node';
import { classGrid } from './class-grid';
import { solveNode } from './solve-node';

interface Round {
  readonly utilities: readonly number[];
  readonly posts: readonly number[];
  /** `[tie × home × place]` */
  readonly people: readonly number[];
  readonly nearness: readonly number[];
  readonly staying: readonly [number, number];
  readonly dissimilarity: number;
  readonly shift?: readonly number[];
}

type Build = <T>(make: (memory: EngineMemory) => T) => T;
const ENGINES: readonly (readonly [string, Build])[] = [
  ['plain', (make) => make(PLAIN_MEMORY)],
  ['kernel', inKernel],
];

const solver = (build: Build) => (round: Round) => {
  const grid = classGrid(round.posts.length);
  const { node, nearness, staying } = build((memory) => ({
    node: choiceNode(grid, 1, { home: 0, place: 0 }, memory),
    nearness: memory.f64(round.nearness.length),
    staying: memory.f64(2),
  }));
  nearness.set(round.nearness);
  staying.set(round.staying);
  node.attraction.set(round.utilities.map((utility) => Math.exp(utility)));
  node.posts.set(round.posts);
  node.applicants.set(round.people);
  if (round.shift) node.lift.set([...round.shift, ...round.shift].map((shift) => Math.exp(shift)));
  solveNode(node, { nearness, staying, dissimilarity: round.dissimilarity });
  return { filled: [...node.filled], outside: node.outside.reduce((sum, people) => sum + people, 0), node };
};

const SIZE = 3;
const { cells, rows } = classGrid(SIZE);
const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const list = (length: number, of: fc.Arbitrary<number>) => fc.array(of, { minLength: length, maxLength: length });
const rounds: fc.Arbitrary<Round> = fc.record({
  utilities: list(SIZE, within(-2, 2)),
  posts: list(SIZE, within(5, 400)),
  people: list(cells, within(0, 40)),
  nearness: list(rows * SIZE, within(0.05, 3)),
  staying: fc.tuple(within(0, 15), within(0, 30)),
  dissimilarity: within(0.4, 1),
});
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe.each(ENGINES)('solveNode, %s', (_name, build) => {
  const solved = solver(build);
  it('gives the exact rationed choice where all doctors are alike', () => {
    fc.assert(
      fc.property(list(3, within(-2, 2)), list(3, within(5, 300)), within(10, 800), (utilities, posts, applicants) => {
        const people = new Array<number>(cells).fill(0);
        people[0] = applicants;
        const got = solved({
          utilities,
          posts,
          people,
          nearness: new Array<number>(rows * SIZE).fill(1),
          staying: [0, 0],
          dissimilarity: 1,
        });
        const exact = rationedChoice({ applicants, utilities, outsideUtility: 0, capacity: posts });
        got.filled.forEach((filled, i) => {
          expect(filled).toBeCloseTo(exact.filled[i] ?? 0, 7);
        });
      }),
    );
  });

  it('fills no post twice, leaves none that somebody wants, and loses nobody', () => {
    fc.assert(
      fc.property(rounds, (round) => {
        const { filled, outside, node } = solved(round);
        const everybody = sum(round.people);
        expect(Math.abs(sum(filled) + outside - everybody)).toBeLessThan(1e-8 * Math.max(1, everybody));
        filled.forEach((people, i) => {
          expect(people).toBeLessThanOrEqual(round.posts[i] ?? 0);
          // A price above 0 only where every post is filled.
          const isPriced = (node.rationed[i] ?? 0) < (node.attraction[i] ?? 0);
          if (isPriced) expect(people / (round.posts[i] ?? 1)).toBeCloseTo(1, 9);
        });
      }),
    );
  });

  it('leaves totals where a region is split into two halves with −ln 2 each', () => {
    fc.assert(
      fc.property(
        list(SIZE, within(-2, 2)),
        list(SIZE, within(5, 300)),
        within(10, 800),
        within(0.4, 1),
        (V, C, N, l) => {
          const alike = (utilities: readonly number[], posts: readonly number[]) => {
            const grid = classGrid(posts.length);
            const people = new Array<number>(grid.cells).fill(0);
            people[grid.places - 1] = N;
            const nearness = new Array<number>(grid.rows * posts.length).fill(1);
            return solved({ utilities, posts, people, nearness, staying: [0, 0], dissimilarity: l });
          };
          const [first = 0, ...others] = V;
          const [posts = 0, ...otherPosts] = C;
          const half = first - Math.LN2;
          const whole = alike(V, C);
          const split = alike([half, half, ...others], [posts / 2, posts / 2, ...otherPosts]);
          expect((split.filled[0] ?? 0) + (split.filled[1] ?? 0)).toBeCloseTo(whole.filled[0] ?? 0, 6);
          expect(split.outside).toBeCloseTo(whole.outside, 6);
        },
      ),
    );
  });

  it('never loses posts to its own lever, and takes none for its rivals', () => {
    fc.assert(
      fc.property(rounds, within(0, 1.5), (round, shift) => {
        const before = solved(round).filled;
        const after = solved({ ...round, shift: [shift, 0, 0] }).filled;
        expect((after[0] ?? 0) - (before[0] ?? 0)).toBeGreaterThan(-1e-7);
        expect((after[1] ?? 0) - (before[1] ?? 0)).toBeLessThan(1e-7);
        expect((after[2] ?? 0) - (before[2] ?? 0)).toBeLessThan(1e-7);
      }),
    );
  });

  it('leaves fill where every region stays full', () => {
    fc.assert(
      fc.property(rounds, within(0, 1.5), (round, shift) => {
        const posts = round.posts.map((places) => Math.min(places, 1));
        const people = round.people.map((heads) => heads + 20);
        const full = { ...round, posts, people, utilities: [2, 2, 2], nearness: round.nearness.map((one) => one + 1) };
        expect(solved({ ...full, shift: [shift, 0, 0] }).filled.map((filled, i) => filled / (posts[i] ?? 1))).toEqual(
          [1, 1, 1].map((one) => expect.closeTo(one, 9)),
        );
      }),
    );
  });

  it('keeps shares where doctors and posts double', () => {
    fc.assert(
      fc.property(rounds, (round) => {
        const once = solved(round).filled;
        const twice = solved({
          ...round,
          posts: round.posts.map((posts) => 2 * posts),
          people: round.people.map((people) => 2 * people),
        }).filled;
        twice.forEach((filled, i) => {
          expect(filled / 2).toBeCloseTo(once[i] ?? 0, 6);
        });
      }),
    );
  });

  it('places nobody where there are no posts', () => {
    const people = new Array<number>(cells).fill(2);
    const nearness = new Array<number>(rows * SIZE).fill(1);
    const { filled, outside } = solved({
      utilities: [1, 1, 1],
      posts: [0, 0, 0],
      people,
      nearness,
      staying: [1, 1],
      dissimilarity: 0.7,
    });
    expect([filled, outside]).toEqual([[0, 0, 0], 2 * cells]);
  });
});
