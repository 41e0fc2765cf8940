import type { PathwayScenario } from './pathway-scenario';

/** Said before anything else of a run whose places are not limited. */
export const PLACES_NOT_LIMITED =
  'Places are not limited in this run: it shows demand, not posts that exist, and is no result to act on.';

export const hasNoCeiling = ({ switches }: Pick<PathwayScenario, 'switches'>): boolean => switches.ceiling === 'off';
