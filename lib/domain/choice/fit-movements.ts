import { fitChoice } from '@/lib/domain/journey-models/choice-fit';
import type { Distribution } from '@/lib/domain/levers/lever';
import type { RefusalReason } from '@/lib/domain/statistics/outcome';
import { fitNest, type NestFit } from './fit-nest';
import { chosenRegions, type Movements, movementCells } from './movement-cells';

export interface FittedPull {
  readonly estimate: number;
  /** Robust over rows. */
  readonly standardError: number;
}

/**
 * Choice parameters from loaded movements. Only `fitted` lets a result name the regions that others gain from: without
 * movements, who loses is an artefact of the plain logit, and they are reported as one.
 */
export type MovementFit =
  | {
      readonly kind: 'fitted';
      readonly donorsNamed: true;
      /** κ: utility of the region where one is. */
      readonly stayConstant: FittedPull;
      /** θ: utility per 100 km. */
      readonly distancePer100Km: FittedPull;
      /** Utility of the home region; null where homes aren’t loaded. */
      readonly homeConstant: FittedPull | null;
      readonly nest: NestFit;
      readonly people: number;
      readonly logLikelihood: number;
      /** Of an even choice between the regions. */
      readonly nullLogLikelihood: number;
      readonly regionsLeftOut: readonly number[];
    }
  | { readonly kind: 'not_loaded'; readonly donorsNamed: false }
  | { readonly kind: 'refused'; readonly donorsNamed: false; readonly reason: RefusalReason };

const refuse = (reason: RefusalReason): MovementFit => ({ kind: 'refused', donorsNamed: false, reason });

const checkMovements = ({ rows, distanceKm }: Movements): RefusalReason | null => {
  const regions = distanceKm.length;
  const isSquare = distanceKm.every((row) => row.length === regions);
  if (!isSquare || rows.some(({ chosen }) => chosen.length !== regions)) return 'lengths_differ';
  const people = rows.flatMap(({ chosen, outside }) => [...chosen, outside ?? 0]);
  if (![...people, ...distanceKm.flat()].every(Number.isFinite)) return 'not_finite';
  return people.some((one) => one < 0) ? 'negative_events' : null;
};

/** A pull to draw: normal around its estimate. */
export const pullDistribution = ({ estimate, standardError }: FittedPull): Distribution => ({
  dist: 'normal',
  mean: estimate,
  sd: standardError,
});

/**
 * Fits the stay constant, distance and the pull of home by a conditional logit with a constant for each region, and the
 * nest by who took no post. Within a nest the choice between regions gives everything divided by λ, so that it is
 * multiplied by λ once that is known. Associations, not effects: those who stay also wanted to.
 * Refuses `lengths_differ`, `not_finite`, `negative_events`, `too_few_values`, `separated`, `collinear`, `not_converged`.
 * Source: McFadden 1974, 1978.
 */
export const fitMovements = (movements: Movements | null): MovementFit => {
  if (movements === null || movements.rows.length === 0) return { kind: 'not_loaded', donorsNamed: false };
  const reason = checkMovements(movements);
  if (reason) return refuse(reason);
  const regions = chosenRegions(movements);
  if (regions.length < 2) return refuse('too_few_values');
  const cells = movementCells(movements, regions);
  const fit = fitChoice(cells);
  if (fit.kind === 'refused') return refuse(fit.reason);
  const nest = fitNest(movements, fit.coefficients);
  const scale = nest.kind === 'fitted' ? nest.dissimilarity : 1;
  const pull = (k: number): FittedPull => ({
    estimate: scale * (fit.coefficients[k] ?? 0),
    standardError: scale * (fit.hc0Errors[k] ?? 0),
  });
  const people = cells.counts.reduce((total, one) => total + one, 0);
  return {
    kind: 'fitted',
    donorsNamed: true,
    stayConstant: pull(0),
    distancePer100Km: pull(1),
    homeConstant: movements.distanceFrom === 'home' ? pull(2) : null,
    nest,
    people,
    logLikelihood: fit.logLikelihood,
    nullLogLikelihood: -people * Math.log(regions.length),
    regionsLeftOut: movements.distanceKm.map((_, region) => region).filter((region) => !regions.includes(region)),
  };
};
