import { SPECIALTY_GROUPS, type SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import { type Draw, isHit, pick } from './draw';
import type { Entrant } from './entrant';
import { foundationTable } from './foundation-tables';
import { TRAINING_YEARS } from './group-tables';
import { type DemonstrationModel, OBSERVED_THROUGH } from './model';
import { type Mover, nextRegion } from './region-step';

export type CareerType = 'gp' | 'consultant' | 'other' | 'left' | 'unknown';

export interface FoundationStep {
  readonly area: number;
  readonly year: number;
}

export interface SpecialtyStep {
  readonly region: number;
  readonly group: SpecialtyGroup;
  readonly year: number;
}

/** Region null where the person has left or can't be traced. */
export interface CareerStep {
  readonly region: number | null;
  readonly type: CareerType;
  readonly year: number;
}

/** How far someone has come by the end of the years observed. A step needs the one before it, except leaving. */
export interface Journey {
  readonly foundation: FoundationStep | null;
  readonly specialty: SpecialtyStep | null;
  readonly career: CareerStep | null;
}

const NOT_QUALIFIED = 0.05;
const LEFT_AFTER_FOUNDATION = 0.04;
const LEFT_IN_TRAINING = 0.1;
const UNTRACED = 0.07;
const OTHER_CAREER = 0.12;
const FOUNDATION_YEARS = 2;

const NOWHERE: Journey = { foundation: null, specialty: null, career: null };

const schoolYears = (draw: Draw, { route }: Entrant): number => {
  const isIntercalated = isHit(draw, 0.3);
  if (route === 'graduate') return 4;
  return route === 'gateway' || isIntercalated ? 6 : 5;
};

/** Years out of training between foundation and specialty. */
const gapYears = (draw: Draw): number => {
  const at = draw();
  if (at < 0.35) return 0;
  if (at < 0.65) return 1;
  return at < 0.85 ? 2 : 3;
};

const left = (year: number): CareerStep | null =>
  year <= OBSERVED_THROUGH ? { region: null, type: 'left', year } : null;

const careerStep = (
  draw: Draw,
  model: DemonstrationModel,
  { mover, specialty }: { readonly mover: Mover; readonly specialty: SpecialtyStep },
): CareerStep | null => {
  const year = specialty.year + TRAINING_YEARS[specialty.group] + (isHit(draw, 0.35) ? 1 : 0);
  // Whoever leaves does so half way.
  if (isHit(draw, LEFT_IN_TRAINING)) return left(Math.floor((specialty.year + year) / 2));
  if (year > OBSERVED_THROUGH) return null;
  const at = draw();
  if (at < UNTRACED) return { region: null, type: 'unknown', year };
  const region = nextRegion(draw, model.regions, model.effects.careerRegion, { mover, here: specialty.region });
  if (at < UNTRACED + OTHER_CAREER) return { region, type: 'other', year };
  return { region, type: specialty.group === 'general_practice' ? 'gp' : 'consultant', year };
};

const afterFoundation = (
  draw: Draw,
  model: DemonstrationModel,
  { mover, foundation }: { readonly mover: Mover; readonly foundation: FoundationStep },
): Omit<Journey, 'foundation'> => {
  const completed = foundation.year + FOUNDATION_YEARS;
  if (isHit(draw, LEFT_AFTER_FOUNDATION)) return { specialty: null, career: left(completed) };
  const year = completed + gapYears(draw);
  if (year > OBSERVED_THROUGH) return { specialty: null, career: null };
  const here = model.country.foundationAreas[foundation.area]?.region ?? 0;
  const group = SPECIALTY_GROUPS[pick(draw, model.groups(mover.isFemale, mover.isNonWhite, mover.fifth))] ?? 'medicine';
  const region = nextRegion(draw, model.regions, model.effects.specialtyRegion, { mover, here });
  const specialty = { region, group, year };
  return { specialty, career: careerStep(draw, model, { mover, specialty }) };
};

/** The way of one entrant from school to career. */
export const drawJourney = (
  draw: Draw,
  model: DemonstrationModel,
  { entrant, school, entryYear }: { readonly entrant: Entrant; readonly school: number; readonly entryYear: number },
): Journey => {
  const year = entryYear + schoolYears(draw, entrant);
  if (isHit(draw, NOT_QUALIFIED)) return { ...NOWHERE, career: left(entryYear + 2) };
  const tables = model.foundation[school];
  if (year > OBSERVED_THROUGH || tables === undefined) return NOWHERE;
  const area = pick(draw, foundationTable(tables, entrant.isFemale, entrant.isNonWhite));
  const foundation = { area, year };
  const homeRegion = model.country.authorities[entrant.home]?.region ?? 0;
  const { isFemale, isNonWhite, fifth } = entrant;
  const mover = { homeRegion, isFemale, isNonWhite, fifth };
  return { foundation, ...afterFoundation(draw, model, { mover, foundation }) };
};
