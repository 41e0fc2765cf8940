import { describe, expect, test } from 'vitest';
import recommendationsJson from '@/db/seeds/published/recommendations.json';
import {
  ENGLAND_AREA,
  figureOf,
  fillOf,
  gpEnds,
  LONDON,
  NORTH_EAST,
  NORTH_EAST_AND_YORKSHIRE,
  UK_FILL,
  YORKSHIRE,
} from '@/lib/domain/indicators/figure-fixture';
import type { AreaInput, FigureInput } from '@/lib/domain/indicators/figure-input';
import { assessRecommendations } from './applicability';
import { Recommendations } from './recommendation';

const recommendations = Recommendations.parse(recommendationsJson);

const assess = (area: AreaInput, figures: readonly FigureInput[], comparators: readonly FigureInput[] = UK_FILL) => {
  const result = assessRecommendations({ recommendations, figures, comparators, area });
  const group = (items: readonly { recommendation: { id: string } }[]) =>
    items.map(({ recommendation }) => recommendation.id);
  return {
    ...result,
    measured: group(result.measuredHere),
    anywhere: group(result.appliesAnywhere),
    other: group(result.otherEvidence),
  };
};

const reasonOf = (result: ReturnType<typeof assess>, id: string) =>
  [...result.appliesAnywhere, ...result.otherEvidence].find(({ recommendation }) => recommendation.id === id);

const YORKSHIRE_FILL = [fillOf(YORKSHIRE, 'ST3', 108, 127), fillOf(YORKSHIRE, 'ST4', 134, 157)];
const REGION = NORTH_EAST_AND_YORKSHIRE;

describe('assessRecommendations', () => {
  test('puts every recommendation in exactly one group', () => {
    const { measured, anywhere, other } = assess(YORKSHIRE, YORKSHIRE_FILL);
    expect([...measured, ...anywhere, ...other].toSorted()).toEqual(recommendations.map(({ id }) => id).toSorted());
  });

  test('measures unfilled ST3 posts in Yorkshire and the Humber and says that chance could explain the gap', () => {
    const { measured, anywhere, measuredHere } = assess(YORKSHIRE, YORKSHIRE_FILL);
    expect(measured).toEqual(['R4', 'R5']);
    expect(anywhere).toEqual(['R1', 'R2', 'R3']);
    expect(measuredHere[0]?.sentence).toBe(
      'ST3 fill 85.0% (108 of 127 posts, 2024; 19 unfilled) against 90.1% in the UK; similar to the UK: the 95% interval 77.8 to 90.2 includes its value.',
    );
    expect(measuredHere[0]?.figures).toEqual([YORKSHIRE_FILL[0]]);
  });

  test('says lower where the interval lies below the comparator', () => {
    const { measuredHere } = assess(LONDON, [fillOf(LONDON, 'ST3', 119, 142)]);
    expect(measuredHere[0]?.sentence).toContain('lower than the UK: 95% interval');
  });

  test('does not apply where fill is above the comparator, and shows the figures that say so', () => {
    const result = assess(LONDON, [fillOf(LONDON, 'ST3', 224, 230), fillOf(LONDON, 'ST4', 293, 319)]);
    expect(result.measured).toEqual([]);
    expect(reasonOf(result, 'R4')).toMatchObject({ reason: 'measured_not_met' });
    expect(reasonOf(result, 'R4')?.figures).toHaveLength(2);
  });

  test('applies nothing where nothing is loaded, and says what would measure it', () => {
    const result = assess(NORTH_EAST, []);
    expect(result.measured).toEqual([]);
    expect(reasonOf(result, 'R4')).toMatchObject({
      reason: 'not_loaded',
      sentence: expect.stringContaining('ST3, ST4'),
    });
    expect(reasonOf(result, 'R12')).toMatchObject({
      reason: 'no_rule',
      sentence: expect.stringContaining('not loaded'),
    });
  });

  test('is never triggered by a stale figure', () => {
    const old = YORKSHIRE_FILL.map((figure) => ({ ...figure, stale: true }));
    const gpFill = figureOf(NORTH_EAST, 'gp-training-fill-rate', 62, { stale: true });
    const england = figureOf(ENGLAND_AREA, 'gp-training-fill-rate', 89, { stale: true });
    expect(reasonOf(assess(YORKSHIRE, old), 'R4')).toMatchObject({ reason: 'too_old' });
    expect(reasonOf(assess(NORTH_EAST, [gpFill], [england]), 'R10')).toMatchObject({ reason: 'too_old' });
    expect(assess(NORTH_EAST, [gpFill], [england]).measured).toEqual([]);
  });

  test('is never triggered by another area’s figures', () => {
    expect(assess(NORTH_EAST, YORKSHIRE_FILL).measured).toEqual([]);
  });

  test('never compares across rounds', () => {
    const earlier = [fillOf(YORKSHIRE, 'ST3', 91, 110, { period: { label: '2023', end: '2023-12-31' } })];
    expect(assess(YORKSHIRE, earlier).measured).toEqual([]);
  });

  test('applies training in deprived practices where those have fewer GPs', () => {
    const { measured, measuredHere } = assess(REGION, gpEnds(REGION, ['fifth-1', 4.05, 'fifth-5', 5.24]));
    expect(measured).toEqual(['R11']);
    expect(measuredHere[0]?.sentence).toMatch(/That is 23% fewer; the source gives no interval\.$/);
  });

  test('does not apply it where those have more, nor where an end is implausible', () => {
    const more = assess(REGION, gpEnds(REGION, ['fifths-1-2', 4.69, 'fifth-5', 4.46]));
    const implausible = assess(REGION, gpEnds(REGION, ['fifths-1-2', 4.62, 'fifth-5', 28.06]));
    expect(reasonOf(more, 'R11')?.reason).toBe('measured_not_met');
    expect(reasonOf(implausible, 'R11')?.reason).toBe('not_usable');
  });

  test('applies a targeted payment where recent GP training fill is below the comparator', () => {
    const figures = [figureOf(NORTH_EAST, 'gp-training-fill-rate', 92)];
    const england = [figureOf(ENGLAND_AREA, 'gp-training-fill-rate', 98)];
    expect(assess(NORTH_EAST, figures, england).measured).toEqual(['R10']);
  });
});
