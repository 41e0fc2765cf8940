import { burnoutMixtureMultiplier } from '@/lib/domain/pathway/stages/burnout-mixture';
import type { RunState } from './run-state';

/**
 * Vacancy → workload → burnout → leaving, with a year's delay: writes next year's ratio from the vacancy of this year's
 * specialty rounds. An assumption, off unless switched on. Returns whether anything is switched on.
 */
export const feedVacancyBack = ({ compiled, hazards, offered, taken }: RunState): boolean => {
  const { vacancyBurnout } = compiled.input.switches.feedbacks;
  if (!vacancyBurnout) return false;
  const { prevalence, burnoutPer10Points, hazardRatio } = vacancyBurnout;
  for (let region = 0; region < offered.length; region += 1) {
    const posts = offered[region] ?? 0;
    const vacancy = posts > 0 ? 1 - (taken[region] ?? 0) / posts : 0;
    const raised = Math.min(1, prevalence + burnoutPer10Points * 10 * vacancy);
    hazards.vacancy[region] = burnoutMixtureMultiplier(prevalence, raised, hazardRatio);
  }
  return true;
};

/** Doctors in the parts that end in CCT, by region. */
const finalTrainees = ({ compiled, cohorts }: RunState, region: number): number => {
  const { regions } = compiled.grid;
  let people = 0;
  compiled.parts.forEach((part, index) => {
    const stock = cohorts[index]?.stock;
    if (!part.isFinal || !stock) return;
    for (let cell = region; cell < stock.length; cell += regions) people += stock[cell] ?? 0;
  });
  return people;
};

/** Share of the posts that end in CCT that supervisors can take on, by region: 1 where the cap is off. */
export const supervisedShare = (state: RunState, region: number, posts: number): number => {
  const cap = state.compiled.input.switches.feedbacks.supervisorCap;
  if (!cap || posts <= 0) return 1;
  const { regions } = state.compiled.grid;
  const fte = (state.careerFte[region] ?? 0) + (state.careerFte[regions + region] ?? 0);
  const room = cap.traineesPerFte * fte - finalTrainees(state, region);
  return Math.max(0, Math.min(1, room / posts));
};
