import type { Authority } from './country';
import { type Draw, normal, roundTo } from './draw';
import { fifthShares, splitByFifth } from './fifths';
import { positionOf } from './plane';
import { REGIONS, type RegionPlan } from './region-plan';

type Sketch = Omit<Authority, 'residentsByFifth' | 'aged16To17ByFifth'>;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const slugOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

/** Points of a region from west to east, so that authorities which share a board lie together. */
const points = (plan: RegionPlan, draw: Draw): { east: number; north: number }[] =>
  plan.authorities
    .map(() => ({
      east: plan.east + plan.spread * clamp(normal(draw), -1.8, 1.8),
      north: plan.north + plan.spread * clamp(normal(draw), -1.8, 1.8),
    }))
    .sort((a, b) => a.east - b.east);

const people = (plan: RegionPlan, draw: Draw, scale: number) => {
  const residents = Math.round(760_000 * Math.exp(0.3 * normal(draw))) * scale;
  const aged16To17 = Math.round(residents * 0.0235 * Math.exp(0.05 * normal(draw)));
  const nonWhiteShare = clamp((plan.nonWhitePct / 100) * Math.exp(0.5 * normal(draw)), 0.015, 0.65);
  const nonWhite = Math.round(aged16To17 * nonWhiteShare);
  return {
    residents,
    aged16To17,
    women: Math.round(aged16To17 * 0.49),
    nonWhite,
    nonWhitePct: roundTo((100 * nonWhite) / aged16To17, 1),
    deprivationScore: roundTo(clamp(plan.deprivation + 6 * normal(draw), 5, 50), 1),
    ruralPct: roundTo(100 * clamp(plan.rural * Math.exp(0.5 * normal(draw)), 0, 0.8), 1),
  };
};

/** The authorities of all regions, in the order of the plan. Numbers of people are multiplied by `scale`. */
export const drawAuthorities = (draw: Draw, scale: number): Authority[] => {
  let firstBoard = 0;
  const sketches = REGIONS.flatMap((plan, region): Sketch[] => {
    const places = points(plan, draw);
    const from = firstBoard;
    firstBoard += plan.boards.length;
    return plan.authorities.map((name, i) => ({
      ...positionOf(places[i]?.east ?? plan.east, places[i]?.north ?? plan.north),
      ...people(plan, draw, scale),
      code: `XD-LA-${slugOf(name)}`,
      name,
      region,
      board: from + Math.floor((i * plan.boards.length) / plan.authorities.length),
    }));
  });
  const shares = fifthShares(sketches);
  return sketches.map((sketch, i) => ({
    ...sketch,
    residentsByFifth: splitByFifth(sketch.residents, shares[i] ?? []),
    aged16To17ByFifth: splitByFifth(sketch.aged16To17, shares[i] ?? []),
  }));
};
