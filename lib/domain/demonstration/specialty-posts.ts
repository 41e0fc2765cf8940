import type { DemonstrationModel } from './model';
import { LEVELS_OF, SPECIALTIES, type SpecialtyPlan } from './specialty-plan';

/** Posts a region needs before a small specialty is offered there. */
const SMALLEST_PROGRAMME = 14;
const FEWEST_REGIONS = 4;

export interface RegionSpecialty {
  readonly plan: SpecialtyPlan;
  readonly levels: readonly string[];
  /** Index in `country.regions`. */
  readonly region: number;
  /** Posts at all levels, full-time equivalent. */
  readonly posts: number;
}

/** A small specialty is in some regions only, another set for each specialty. */
const regionsWith = (plan: SpecialtyPlan, specialty: number, regions: number): number[] => {
  const wanted = Math.max(FEWEST_REGIONS, Math.min(regions, Math.floor(plan.posts / SMALLEST_PROGRAMME)));
  return Array.from({ length: regions }, (_, i) => i).filter((i) => (i * 7 + specialty * 5) % regions < wanted);
};

/** Posts of every specialty in every region that offers it; those of a specialty add up to its plan × scale. */
export const regionSpecialties = ({ country, regions, scale }: DemonstrationModel): RegionSpecialty[] =>
  SPECIALTIES.flatMap((plan, i) => {
    const offered = regionsWith(plan, i, country.regions.length);
    const total = offered.reduce((sum, region) => sum + (regions.posts[region] ?? 0), 0);
    return offered.map((region) => ({
      plan,
      levels: LEVELS_OF[plan.pathway],
      region,
      posts: (plan.posts * scale * (regions.posts[region] ?? 0)) / total,
    }));
  });

/** The planted term of a region, in log-odds. */
export const regionTerm = (
  { regions }: DemonstrationModel,
  region: number,
  { deprivation, capital }: { readonly deprivation: number; readonly capital: number },
): number => deprivation * (regions.deprivation[region] ?? 0) + (regions.isCapital[region] === true ? capital : 0);
