import { hazardOf } from '@/lib/domain/pathway/stages/hazard';
import { chooseCareers } from './career-choice';
import { changesIn, isActive } from './compiled-option';
import { survivalAt } from './hazards';
import { CAREER_KINDS } from './pathway-input';
import type { RunRequest } from './run-node';
import type { RunState } from './run-state';

const setCareerAttraction = (state: RunState, request: RunRequest, year: number): void => {
  const { option, draw } = request;
  if (!changesIn(option.careerShifts, year)) return;
  const { careerUtility, grid } = state.compiled;
  for (let cell = 0; cell < careerUtility.length; cell += 1) {
    state.careerAttraction[cell] = Math.exp(careerUtility[cell] ?? Number.NEGATIVE_INFINITY);
  }
  for (const span of option.careerShifts) {
    if (!isActive(span, year)) continue;
    for (let kind = span.firstKind; kind <= span.lastKind; kind += 1) {
      const cell = kind * grid.regions + span.region;
      state.careerAttraction[cell] = (state.careerAttraction[cell] ?? 0) * Math.exp(draw.careerShifts[span.value] ?? 0);
    }
  }
};

/** Survival of a year after CCT by kind × region, with this year's levers and feedbacks. */
export const setCareerSurvival = ({ compiled, hazards, careerSurvival }: RunState, { draw }: RunRequest): void => {
  const { regions } = compiled.grid;
  const factor = draw.parameters.careerLeavingFactor ?? 1;
  CAREER_KINDS.forEach((name, kind) => {
    const hazard = hazardOf(compiled.input.rates.careerLeaving[name].value) * factor;
    for (let region = 0; region < regions; region += 1) {
      const cell = kind * regions + region;
      const ratio = (hazards.deprivation[region] ?? 1) * (hazards.careers[cell] ?? 1) * (hazards.vacancy[region] ?? 1);
      careerSurvival[cell] = survivalAt(hazard, ratio, hazards.relief[region] ?? 0);
    }
  });
};

/**
 * A year after CCT: a region is chosen, a share of those who wait takes up a post, and some of those in post at the start of
 * the year leave for good. New CCT holders settle with the first rate, those who have waited with the second.
 */
export const runCareers = (state: RunState, request: RunRequest, year: number): void => {
  const { compiled, settlingNew, settlingOld, careerHeads, careerFte, careerSurvival, kernel, training } = state;
  const { career } = state.weights;
  const { regions } = compiled.grid;
  const { settling, fteOnJoining } = compiled.input.rates;
  setCareerAttraction(state, request, year);
  CAREER_KINDS.forEach((name, kind) => {
    const finishers = state.careers[kind];
    const from = kind * regions;
    const arriving = settlingNew.subarray(from, from + regions);
    arriving.fill(0);
    const attraction = state.careerAttraction.subarray(from, from + regions);
    if (kernel) {
      state.departed += kernel.chooseCareers(
        training.careers[kind] ?? 0,
        regions,
        career.nearness.byteOffset,
        career.staying.byteOffset,
        attraction.byteOffset,
        arriving.byteOffset,
        training.scratch.byteOffset,
      );
    } else if (finishers) {
      state.departed += chooseCareers(compiled, state.weights, finishers, { attraction, arriving });
    }
    const [first, second] = settling[name];
    for (let region = 0; region < regions; region += 1) {
      const cell = from + region;
      const stays = careerSurvival[cell] ?? 0;
      const joining = (settlingNew[cell] ?? 0) * first.value + (settlingOld[cell] ?? 0) * second.value;
      settlingOld[cell] = (settlingNew[cell] ?? 0) * (1 - first.value) + (settlingOld[cell] ?? 0) * (1 - second.value);
      const heads = careerHeads[cell] ?? 0;
      state.departed += heads * (1 - stays);
      careerHeads[cell] = heads * stays + joining;
      careerFte[cell] = (careerFte[cell] ?? 0) * stays + joining * fteOnJoining[name].value;
    }
  });
  settlingNew.fill(0);
};
