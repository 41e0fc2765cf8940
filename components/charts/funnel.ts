import { line } from 'd3-shape';
import type { Polarity } from '@/lib/domain/indicators/indicator';
import type { ConfidenceLevel } from '@/lib/domain/statistics/confidence-level';
import { standardNormalQuantile } from '@/lib/domain/statistics/confidence-level';
import type { RefusalReason } from '@/lib/domain/statistics/outcome';
import { overdispersedFunnel } from '@/lib/domain/statistics/overdispersed-funnel';
import { funnelTransform } from '@/lib/domain/statistics/overdispersion-transform';
import { proportionFunnel, proportionLimitsAt } from '@/lib/domain/statistics/proportion-funnel';
import { type Axis, linearAxis } from './axis';
import { type Comparison, compareWith } from './theme';

/** Counts of one area: `events` out of `total`. */
export type FunnelEntry = { code: string; name: string; events: number; total: number; highlighted?: boolean };

export type FunnelUnit = FunnelEntry & {
  valuePct: number;
  x: number;
  y: number;
  comparison: Comparison;
  /** Outside the 99.8 % limits, outside the 95 % limits, or within. */
  signal: 'far' | 'outside' | 'within';
};

export type Funnel =
  | {
      kind: 'funnel';
      units: FunnelUnit[];
      x: Axis;
      y: Axis;
      averagePct: number;
      /** Paths in % across and px down. */
      limits: { level: ConfidenceLevel; paths: string[] }[];
      /** Mean squared z after winsorising: above 1, areas differ by more than chance. */
      phi: number;
      /** True where the limits were widened for it. */
      isWidened: boolean;
    }
  | { kind: 'none'; units: number; reason: 'too_few_units' | RefusalReason };

export const LEAST_FUNNEL_UNITS = 10;

type Limits = { lower: number; upper: number };
type LimitsAt = (size: number, level: ConfidenceLevel) => Limits;

/** Additive over-dispersion: the standard error on the arcsine scale grows by the variance between areas. */
function widenedLimits(average: number, tau2: number): LimitsAt {
  const { target, unit, back } = funnelTransform('proportion', average);
  return (size, level) => {
    const spread = standardNormalQuantile(level) * Math.sqrt(unit(0, size).s ** 2 + tau2);
    return { lower: back(target - spread), upper: back(target + spread) };
  };
}

const plainLimits =
  (average: number): LimitsAt =>
  (size, level) => {
    const at = proportionLimitsAt(average, size);
    return level === 0.95
      ? { lower: at.lower2Sigma, upper: at.upper2Sigma }
      : { lower: at.lower3Sigma, upper: at.upper3Sigma };
  };

function signalOf(share: number, size: number, limitsAt: LimitsAt): FunnelUnit['signal'] {
  const isOutside = (level: ConfidenceLevel) => {
    const { lower, upper } = limitsAt(size, level);
    return share < lower || share > upper;
  };
  if (isOutside(0.998)) return 'far';
  return isOutside(0.95) ? 'outside' : 'within';
}

/**
 * Funnel of a proportion: size across, value up, limits about the pooled proportion at 95 % and 99.8 %. Where the areas
 * differ by more than chance the limits are widened for it. Fewer than ten areas with counts give none.
 */
export function toFunnel(
  entries: readonly FunnelEntry[],
  polarity: Polarity,
  height: readonly [number, number],
): Funnel {
  const none = (reason: Extract<Funnel, { kind: 'none' }>['reason']): Funnel => ({
    kind: 'none',
    units: entries.length,
    reason,
  });
  if (entries.length < LEAST_FUNNEL_UNITS) return none('too_few_units');
  const numerators = entries.map(({ events }) => events);
  const denominators = entries.map(({ total }) => total);
  const funnel = proportionFunnel({ numerators, denominators });
  const dispersed = overdispersedFunnel({ kind: 'proportion', numerators, denominators });
  if (funnel.kind === 'refused') return none(funnel.reason);
  if (dispersed.kind === 'refused') return none(dispersed.reason);
  const { average, points } = funnel;
  const isWidened = dispersed.tau2 > 0;
  const limitsAt = isWidened ? widenedLimits(average, dispersed.tau2) : plainLimits(average);
  const levels = [0.95, 0.998] as const;
  const sizes = points.map((point) => point.x).filter((size) => size >= Math.min(...denominators) / 2);
  const curves = levels.map((level) => ({ level, at: sizes.map((size) => ({ size, ...limitsAt(size, level) })) }));
  const shares = entries.map(({ events, total }) => events / total);
  const inView = curves.flatMap(({ at }) => at.flatMap(({ lower, upper }) => [lower, upper]));
  const y = linearAxis({ values: [...shares, ...inView].map((share) => share * 100), range: [height[1], height[0]] });
  const x = linearAxis({ values: [...denominators, ...sizes], range: [12, 97] });
  const draw = (curve: readonly { size: number; share: number }[]) =>
    line<{ size: number; share: number }>(
      ({ size }) => x.at(size),
      ({ share }) => y.at(share * 100),
    ).digits(2)([...curve]) ?? '';
  return {
    kind: 'funnel',
    units: entries.map((entry, i) => {
      const share = shares[i] ?? 0;
      const signal = signalOf(share, entry.total, limitsAt);
      const direction = signal === 'within' ? 'similar' : share > average ? 'higher' : 'lower';
      return {
        ...entry,
        valuePct: share * 100,
        x: x.at(entry.total),
        y: y.at(share * 100),
        signal,
        comparison: compareWith(direction, polarity),
      };
    }),
    x,
    y,
    averagePct: average * 100,
    limits: curves.map(({ level, at }) => ({
      level,
      paths: [
        draw(at.map(({ size, lower }) => ({ size, share: lower }))),
        draw(at.map(({ size, upper }) => ({ size, share: upper }))),
      ],
    })),
    phi: dispersed.phi,
    isWidened,
  };
}
