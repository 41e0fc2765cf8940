import type { Kernel } from '@/lib/domain/pathway/engine/kernel/kernel';
import type { TrainingLayout } from '@/lib/domain/pathway/engine/kernel/training-in-kernel';
import { hazardOf, survivalOf } from '@/lib/domain/pathway/stages/hazard';
import { KIND_PHASES, type PartCohorts } from './cohorts';
import { type CompiledOption, changesIn, isActive } from './compiled-option';
import type { CompiledPathway } from './compiled-pathway';
import type { DrawnParameters, PathwayDraw } from './pathway-option';
import type { ProgrammePart } from './programme-parts';

/** Ratios on the hazard of leaving in one year of a run. */
export interface HazardRatios {
  /** `[group, foundation last][tie][region]` of the levers. */
  readonly levers: Float64Array;
  /** `[kind][region]` of the levers after CCT. */
  readonly careers: Float64Array;
  /** `[region]` of deprivation. */
  readonly deprivation: Float64Array;
  /** `[region]` of the vacancy feedback, 1 = off, and what nurses' retention takes off the hazard, 0 = off. */
  readonly vacancy: Float64Array;
  readonly relief: Float64Array;
}

export const hazardRatios = ({ grid, groups }: CompiledPathway): HazardRatios => ({
  levers: new Float64Array((groups + 1) * 2 * grid.regions).fill(1),
  careers: new Float64Array(2 * grid.regions).fill(1),
  deprivation: new Float64Array(grid.regions).fill(1),
  vacancy: new Float64Array(grid.regions).fill(1),
  relief: new Float64Array(grid.regions),
});

/** Annual survival at a hazard, its ratio and a relief. */
export const survivalAt = (hazard: number, ratio: number, relief: number): number =>
  survivalOf(Math.max(0, hazard * ratio - relief));

/** Deprivation: log-linear from the least to the most deprived fifth, `HR^(steps/4)`. */
export const setDeprivation = (compiled: CompiledPathway, drawn: DrawnParameters, ratios: HazardRatios): void => {
  const ratio = drawn.deprivationHazardRatio ?? compiled.input.rates.deprivationHazardRatio.value;
  const { feedbacks } = compiled.input.switches;
  compiled.input.regions.forEach(({ code }, region) => {
    ratios.deprivation[region] = ratio ** ((compiled.deprivationSteps[region] ?? 0) / 4);
    const change = feedbacks.nurseRetention?.changes.find(({ regionCode }) => regionCode === code)?.change ?? 0;
    // Retention e^(−h) rises by the share `elasticity × change`, so the hazard falls by its log.
    ratios.relief[region] = Math.log1p((feedbacks.nurseRetention?.elasticity ?? 0) * change);
  });
  ratios.vacancy.fill(1);
};

/** Writes the levers' ratios of this year; false where they are those of the last. */
export const setLeverHazards = (
  compiled: CompiledPathway,
  option: CompiledOption,
  draw: PathwayDraw,
  year: number,
  ratios: HazardRatios,
): boolean => {
  if (!changesIn(option.hazards, year) && !changesIn(option.careerHazards, year)) return false;
  const { regions } = compiled.grid;
  ratios.levers.fill(1);
  ratios.careers.fill(1);
  for (const span of option.hazards) {
    if (!isActive(span, year)) continue;
    for (let group = span.firstGroup; group <= span.lastGroup; group += 1) {
      for (let tie = span.firstTie; tie <= span.lastTie; tie += 1) {
        const cell = (group * 2 + tie) * regions + span.region;
        ratios.levers[cell] = (ratios.levers[cell] ?? 1) * (draw.hazardRatios[span.value] ?? 1);
      }
    }
  }
  for (const span of option.careerHazards) {
    if (!isActive(span, year)) continue;
    for (let kind = span.firstKind; kind <= span.lastKind; kind += 1) {
      const cell = kind * regions + span.region;
      ratios.careers[cell] = (ratios.careers[cell] ?? 1) * (draw.careerHazardRatios[span.value] ?? 1);
    }
  }
  return true;
};

/** Hazard of a kind and phase before the ratios of regions. */
const blockHazard = (compiled: CompiledPathway, part: ProgrammePart, drawn: DrawnParameters, block: number): number => {
  const { rates } = compiled.input;
  const base = hazardOf(part.annualAttrition) * (drawn.attritionFactor ?? 1);
  const ltft = drawn.ltftHazardRatio ?? rates.ltftHazardRatio.value;
  return base * (block >= 2 ? ltft : 1) * (block % 2 === 0 ? rates.earlyHazardRatio.value : 1);
};

const ratioOf = (ratios: HazardRatios, leverCell: number, region: number): number =>
  (ratios.deprivation[region] ?? 1) * (ratios.levers[leverCell] ?? 1) * (ratios.vacancy[region] ?? 1);

/** `h = h0 × deprivation × lever × vacancy feedback × LTFT × first years`, less nurses' relief; survival e^−h. */
export const setPartSurvival = (
  compiled: CompiledPathway,
  part: ProgrammePart,
  drawn: DrawnParameters,
  ratios: HazardRatios,
  cohorts: PartCohorts,
): void => {
  const { regions, regionOf } = compiled.grid;
  const width = 2 * regions;
  for (let block = 0; block < KIND_PHASES; block += 1) {
    const hazard = blockHazard(compiled, part, drawn, block);
    for (let cell = 0; cell < width; cell += 1) {
      const region = regionOf[cell] ?? 0;
      const ratio = ratioOf(ratios, part.group * width + cell, region);
      cohorts.survival[block * width + cell] = survivalAt(hazard, ratio, ratios.relief[region] ?? 0);
    }
  }
};

/** The same in the kernel. */
export const setSurvivalInKernel = (
  kernel: Kernel,
  training: TrainingLayout,
  compiled: CompiledPathway,
  index: number,
  drawn: DrawnParameters,
  ratios: HazardRatios,
): void => {
  const part = compiled.parts[index];
  if (!part) return;
  const { regionOf } = compiled.grid;
  for (let cell = 0; cell < regionOf.length; cell += 1) {
    const region = regionOf[cell] ?? 0;
    training.ratios[cell] = ratioOf(ratios, part.group * regionOf.length + cell, region);
    training.reliefs[cell] = ratios.relief[region] ?? 0;
  }
  const at = training.parts[index] ?? 0;
  for (let block = 0; block < KIND_PHASES; block += 1) {
    const hazard = blockHazard(compiled, part, drawn, block);
    kernel.setSurvival(at, block, hazard, training.ratios.byteOffset, training.reliefs.byteOffset);
  }
};
