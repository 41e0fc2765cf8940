import { describe, expect, it } from 'vitest';
import type { FindingResult } from './finding';
import { earlierFindings } from './finding-history';

const card = (effect: number | null, underlying: FindingResult['underlying'] = 'supported'): FindingResult => ({
  id: 'A2-2.6',
  claim: 'A claim',
  n: 10,
  effect,
  unit: 'share (0 to 1)',
  lower: effect,
  upper: effect,
  verdict: underlying,
  underlying,
  data: 'a cohort',
  caution: 'Nothing else',
  parts: [],
  periodEnd: null,
  own: [],
});

const run = (day: number, finding: FindingResult) => ({
  computedAt: `2026-01-0${day}T00:00:00.000Z`,
  release: `r${day}`,
  version: day > 2 ? 'new' : 'old',
  findings: [finding],
});

describe('what a card said before', () => {
  it('is one entry for runs that agree, without what it says now', () => {
    const runs = [run(6, card(0.7)), run(5, card(0.7)), run(4, card(0.6)), run(3, card(0.6)), run(2, card(0.5))];
    expect(
      earlierFindings(runs, 'A2-2.6').map(({ effect, from, to, release, isByEarlierTests }) => [
        ...[effect, from[9], to[9], release, isByEarlierTests],
      ]),
    ).toEqual([
      [0.6, '3', '4', 'r4', false],
      [0.5, '2', '2', 'r2', true],
    ]);
  });

  it('comes back as an entry of its own where a card returns to it', () => {
    const runs = [run(3, card(0.6)), run(2, card(0.5)), run(1, card(0.6))];
    expect(earlierFindings(runs, 'A2-2.6').map(({ effect }) => effect)).toEqual([0.5, 0.6]);
  });

  it('leaves out what was not loaded, and cards that a run did not have', () => {
    const runs = [run(3, card(0.6)), run(2, card(null, 'not_loaded'))];
    expect(earlierFindings(runs, 'A2-2.6')).toEqual([]);
    expect(earlierFindings(runs, 'A2-2.7')).toEqual([]);
  });
});
