import { hazardOf } from '@/lib/domain/pathway/stages/hazard';
import type { Finishers, PartYear } from './cohort-exits';
import { finishPart } from './cohort-exits';
import { enterStock, leavePart, turnPhase } from './cohort-years';
import { isActive } from './compiled-option';
import { setPartSurvival, setSurvivalInKernel, survivalAt } from './hazards';
import type { RunRequest } from './run-node';
import type { RunState } from './run-state';

const clear = (finishers: Finishers): void => {
  finishers.classes.fill(0);
  finishers.people.fill(0);
  finishers.elapsedSum.fill(0);
  finishers.stayWeight.fill(0);
  finishers.byTie.fill(0);
};

/** The part as the cohort functions take it; made once per part and run, its year moved on. */
export type MutablePartYear = { -readonly [K in keyof PartYear]: PartYear[K] };

export const partYears = (state: RunState): MutablePartYear[] =>
  state.compiled.parts.flatMap((part, index) => {
    const cohorts = state.cohorts[index];
    const opening = state.compiled.opening.training[index];
    const totals = state.openingTotals[index];
    if (!cohorts || !opening || !totals) return [];
    return [
      {
        compiled: state.compiled,
        part,
        cohorts,
        opening,
        openingTotals: totals,
        year: 0,
        stayPerYear: state.weights.career.stayPerYear,
        shares: state.shares,
        weighted: state.weighted,
      },
    ];
  });

/** August: who has finished core or final training, before any recruitment; this year's entries start empty. */
export const finishTraining = (state: RunState, parts: readonly MutablePartYear[], year: number): void => {
  const { kernel, training } = state;
  if (kernel) {
    for (const request of parts) request.year = year;
    kernel.finishTraining(training.all, year);
    return;
  }
  const { cells, regions } = state.compiled.grid;
  for (const finishers of state.core) clear(finishers);
  for (const finishers of state.careers) clear(finishers);
  for (const request of parts) {
    request.year = year;
    request.stayPerYear = state.weights.career.stayPerYear;
    const { cohorts, part } = request;
    if (cohorts.hasStraight[year] === 1) cohorts.straight.fill(0, year * cells, (year + 1) * cells);
    cohorts.hasStraight[year] = 0;
    cohorts.others.fill(0, year * 2 * regions, (year + 1) * 2 * regions);
    cohorts.entrants.fill(0, year * 2 * regions, (year + 1) * 2 * regions);
    cohorts.stayed.fill(0, year * 2 * regions, (year + 1) * 2 * regions);
    turnPhase(request);
    const into = part.isFinal ? state.careers[part.career] : state.core[part.group];
    if (into) finishPart(request, into);
  }
};

/** Share of this year's entrants who train less than full time, by region, with what levers add to it. */
const setLtftShares = (state: RunState, request: RunRequest, part: PartYear): void => {
  const { regions } = state.compiled.grid;
  const from = part.year * 2 * regions;
  const { ltftShare } = part.cohorts;
  ltftShare.fill(part.part.ltftShare, from, from + 2 * regions);
  for (const span of request.option.ltft) {
    const { group } = part.part;
    if (!isActive(span, part.year) || group < span.firstGroup || group > span.lastGroup) continue;
    for (const cell of [from + span.region, from + regions + span.region]) {
      ltftShare[cell] = Math.max(0, Math.min(1, (ltftShare[cell] ?? 0) + span.shareAdded));
    }
  }
};

/** The year after recruitment: entrants join the stock, some leave. Returns people in training at its end. */
export const trainForYear = (
  state: RunState,
  request: RunRequest,
  parts: readonly PartYear[],
  hazardsChanged: boolean,
): number => {
  const { compiled, hazards, kernel, training, leftByRegion } = state;
  const { parameters } = request.draw;
  let people = 0;
  leftByRegion.fill(0);
  parts.forEach((part, index) => {
    if (!state.hasPlainLtft) setLtftShares(state, request, part);
    if (kernel) {
      if (hazardsChanged) setSurvivalInKernel(kernel, training, compiled, index, parameters, hazards);
      return;
    }
    enterStock(part);
    if (hazardsChanged) setPartSurvival(compiled, part.part, parameters, hazards, part.cohorts);
    people += leavePart(part, leftByRegion);
  });
  if (kernel) people = kernel.trainForYear(training.all, parts[0]?.year ?? 0, leftByRegion.byteOffset);
  for (let region = 0; region < state.leftByRegion.length; region += 1) state.left += state.leftByRegion[region] ?? 0;
  return people;
};

/** Survival of a foundation year by tie × region, with this year's levers and feedbacks. */
export const setFoundationSurvival = ({ compiled, hazards, foundationSurvival }: RunState): void => {
  const { regions, regionOf } = compiled.grid;
  const hazard = hazardOf(compiled.input.rates.foundationLeaving.value);
  for (let cell = 0; cell < regionOf.length; cell += 1) {
    const region = regionOf[cell] ?? 0;
    const lever = hazards.levers[compiled.groups * 2 * regions + cell] ?? 1;
    const ratio = (hazards.deprivation[region] ?? 1) * lever * (hazards.vacancy[region] ?? 1);
    foundationSurvival[cell] = survivalAt(hazard, ratio, hazards.relief[region] ?? 0);
  }
};

/** A foundation year: those of `classes` who stay are written to `into`. Returns those who leave. */
export const foundationYear = (state: RunState, classes: Float64Array, into: Float64Array): number => {
  const { compiled, kernel, foundationSurvival } = state;
  const { regions, places, rows } = compiled.grid;
  if (kernel) {
    return kernel.foundationYear(classes.byteOffset, into.byteOffset, regions, foundationSurvival.byteOffset);
  }
  let left = 0;
  for (let row = 0; row < rows; row += 1) {
    const tie = row < places ? 0 : regions;
    for (let region = 0; region < regions; region += 1) {
      const stays = foundationSurvival[tie + region] ?? 0;
      const cell = row * places + region;
      const people = classes[cell] ?? 0;
      into[cell] = people * stays;
      left += people * (1 - stays);
    }
  }
  return left;
};
