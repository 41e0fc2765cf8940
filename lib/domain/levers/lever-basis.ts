import { LEVER_PARAMETERS, type LeverParameterId } from './lever-parameters';
import type { PathwayLever } from './pathway-lever';

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** The numbers that are drawn for a lever alone, in the order in which they act. */
export const drawnParametersOf = ({ entry, leaving, career }: PathwayLever): LeverParameterId[] =>
  unique([
    ...(entry.kind === 'wta' ? entry.factors : entry.kind === 'direct' ? [entry.parameter] : []),
    ...(leaving.kind === 'ratio' ? [leaving.parameter] : []),
    ...(leaving.kind === 'burnout' ? (['p_high_burnout', 'coaching_rel', 'hr_burnout'] as const) : []),
    ...(career.kind === 'utility'
      ? career.size.kind === 'direct'
        ? [career.size.parameter]
        : career.size.factors
      : []),
    ...(career.kind === 'utility' && career.afterTie ? [career.afterTie.parameter] : []),
  ]);

/** Every number of its own: those drawn for it, the hazard of all who train less than full time, and how many keep a tie (shown, not modelled). */
export const ownParametersOf = (lever: PathwayLever): LeverParameterId[] => [
  ...drawnParametersOf(lever),
  ...(lever.changes === 'ltft' ? (['hr_ltft'] as const) : []),
  ...(lever.career.kind === 'utility' && lever.career.afterTie ? (['ros_complete'] as const) : []),
];

/** The numbers that it has in common with other levers: money scale, from entry to staying, package rule. */
export const sharedParametersOf = ({ entry, leaving, career }: PathwayLever): LeverParameterId[] => {
  const pricedAtCct = career.kind === 'utility' && career.size.kind === 'wta';
  const movesUtility = entry.kind !== 'none' || career.kind !== 'none';
  return [
    ...(entry.kind === 'pay' || entry.kind === 'wta' || pricedAtCct ? (['b'] as const) : []),
    ...(leaving.kind === 'by_gamma' ? (['gamma'] as const) : []),
    ...(movesUtility ? (['rho'] as const) : []),
  ];
};

/** Rows of the evidence table that a lever and its own numbers rest on, the lever’s own first. */
export const rowsBehind = (lever: PathwayLever): string[] =>
  unique([...lever.rows, ...ownParametersOf(lever).flatMap((id) => LEVER_PARAMETERS[id].rows)]);
