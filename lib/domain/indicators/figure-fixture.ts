import { measured, NOT_LOADED } from '@/lib/domain/measure/measure';
import { wilsonInterval } from '@/lib/domain/statistics/wilson';
import type { AreaInput, FigureInput } from './figure-input';

/** Areas and figures for tests, with values of the published pack. */
export const YORKSHIRE: AreaInput = {
  code: 'TR-yorkshire-and-the-humber',
  name: 'Yorkshire and the Humber',
  type: 'training_region',
};
export const NORTH_EAST: AreaInput = { code: 'TR-north-east', name: 'North East', type: 'training_region' };
export const LONDON: AreaInput = { code: 'TR-london', name: 'London', type: 'training_region' };
export const NORTH_EAST_AND_YORKSHIRE: AreaInput = {
  code: 'E40000012',
  name: 'North East and Yorkshire',
  type: 'nhs_region',
};
export const UK: AreaInput = { code: 'K02000001', name: 'United Kingdom', type: 'country' };
export const ENGLAND_AREA: AreaInput = { code: 'E92000001', name: 'England', type: 'england' };

const base = (area: AreaInput, indicatorId: string, breakdown: string) => ({
  indicatorId,
  areaCode: area.code,
  areaName: area.name,
  breakdown,
  numerator: null,
  denominator: null,
  stale: false,
});

export const figureOf = (
  area: AreaInput,
  indicatorId: string,
  value: number | null,
  rest: Partial<FigureInput> = {},
): FigureInput => ({
  ...base(area, indicatorId, 'all'),
  period: { label: '2024', end: '2024-12-31' },
  measure: value === null ? NOT_LOADED : measured(value),
  ...rest,
});

/** Fill of one level in percent, with its Wilson interval, as the data layer makes it. */
export const fillOf = (
  area: AreaInput,
  level: string,
  filled: number,
  posts: number,
  rest: Partial<FigureInput> = {},
): FigureInput => {
  const result = wilsonInterval(filled, posts);
  const interval =
    result.kind === 'interval'
      ? { ...result.interval, lower: result.interval.lower * 100, upper: result.interval.upper * 100 }
      : null;
  return {
    ...figureOf(area, 'specialty-fill-rate', null, { breakdown: level, numerator: filled, denominator: posts }),
    measure: measured((filled / posts) * 100, interval),
    ...rest,
  };
};

export const UK_FILL: readonly FigureInput[] = [
  figureOf(UK, 'specialty-fill-rate', 90.1, { breakdown: 'ST3' }),
  figureOf(UK, 'specialty-fill-rate', 82.7, { breakdown: 'ST4' }),
];

/** GPs per 10,000 at the two ends, in the order most deprived, least deprived. */
export const gpEnds = (
  area: AreaInput,
  ends: readonly [string, number, string, number],
  rest: Partial<FigureInput> = {},
): readonly FigureInput[] => [
  figureOf(area, 'gp-fte-per-10k', ends[1], { breakdown: ends[0], ...rest }),
  figureOf(area, 'gp-fte-per-10k', ends[3], { breakdown: ends[2], ...rest }),
];
