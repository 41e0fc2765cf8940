import { describe, expect, it } from 'vitest';
import type { FigureInput } from '@/lib/domain/indicators/figure-input';
import { peerRange } from '@/lib/domain/indicators/peer-range';
import { PATHWAY_LEVERS } from './catalogue/pathway-levers';
import { LEVER_INDICATORS, leverIndicators } from './lever-indicators';

const leverOf = (id: string) => {
  const lever = PATHWAY_LEVERS.find((one) => one.id === id);
  if (!lever) throw new Error(`No lever ${id}`);
  return lever;
};
const named = (id: string, nodes: Parameters<typeof leverIndicators>[1]) =>
  leverIndicators(leverOf(id), nodes).map(({ indicatorId, breakdown }) => `${indicatorId} ${breakdown}`);

describe('what a lever acts on', () => {
  it('is fill at the levels where it is offered, and staying where it acts on leaving', () => {
    expect(named('one-region-guarantee', ['higher_entry'])).toEqual([
      'specialty-fill-rate ST3',
      'specialty-fill-rate ST4',
      'retention-in-region higher-1y',
    ]);
    expect(named('early-sign-up', ['specialty_entry'])).toEqual(['specialty-fill-rate CT1/ST1']);
    expect(named('one-region-guarantee', ['foundation'])).toEqual(['retention-in-region foundation-1y']);
  });

  it('is the placement too, where the lever changes it', () => {
    expect(named('early-notice', ['specialty_entry'])[0]).toBe('placement-notice-met all');
  });

  it('is vacancies of consultants after CCT', () => {
    expect(named('consultant-on-call', [])).toEqual(['medical-vacancy-rate all']);
  });

  it.each(PATHWAY_LEVERS.map((lever) => [lever.id, lever] as const))('is looked up for %s', (_, lever) => {
    for (const one of leverIndicators(lever, lever.nodes)) expect(LEVER_INDICATORS).toContainEqual(one);
  });
});

const figure = (areaCode: string, value: number | null, end = '2025-12-31'): FigureInput => ({
  indicatorId: 'specialty-fill-rate',
  areaCode,
  areaName: areaCode,
  breakdown: 'ST3',
  period: { label: '2025', end },
  measure: value === null ? { kind: 'suppressed' } : { kind: 'value', value, interval: null },
  numerator: null,
  denominator: null,
  stale: false,
});

describe('where other areas lie', () => {
  const own = figure('A', 80);

  it('is the median and range of others in the same period, withheld ones left out', () => {
    const others = [
      own,
      figure('B', 90),
      figure('C', 70),
      figure('D', 75),
      figure('E', null),
      figure('F', 99, '2024-12-31'),
    ];
    expect(peerRange(own, others)).toEqual({ areas: 3, median: 75, lowest: 70, highest: 90 });
    expect(peerRange(own, [...others, figure('G', 77)])).toEqual({ areas: 4, median: 76, lowest: 70, highest: 90 });
  });

  it('is nothing of fewer than three', () => {
    expect(peerRange(own, [figure('B', 90), figure('C', 70)])).toBeNull();
    expect(peerRange(own, [figure('B', 90), figure('C', 70), figure('D', null)])).toBeNull();
  });
});
