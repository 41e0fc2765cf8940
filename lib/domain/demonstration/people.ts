import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { drawEntrant, type Entrant } from './entrant';
import { drawJourney, type Journey } from './journey';
import { type DemonstrationModel, ENTRY_COHORTS, FIRST_ENTRY_YEAR } from './model';

export interface Person extends Journey {
  readonly entryYear: number;
  /** Index in `country.schools`. */
  readonly school: number;
  readonly entrant: Entrant;
}

export const ENTRY_YEARS: readonly number[] = Array.from({ length: ENTRY_COHORTS }, (_, i) => FIRST_ENTRY_YEAR + i);

/** Intakes grow evenly over the cohorts, from 97 % to 106 % of the planned intake. */
const GROWTH = { first: 0.97, last: 1.06 } as const;

/** Entrants of a school in one year; none before it was founded. */
export const entrantsOf = (model: DemonstrationModel, school: number, entryYear: number): number => {
  const plan = model.country.schools[school];
  if (plan === undefined || entryYear < plan.founded) return 0;
  const along = (entryYear - FIRST_ENTRY_YEAR) / (ENTRY_COHORTS - 1);
  return Math.round(plan.annualIntake * (GROWTH.first + (GROWTH.last - GROWTH.first) * along));
};

/** Everyone who entered a school in one year. Each school and year has its own stream, known by seed, code and year. */
export function* peopleOf(model: DemonstrationModel, school: number, entryYear: number): Generator<Person> {
  const plan = model.country.schools[school];
  const reach = model.reach[school];
  if (plan === undefined || reach === undefined) return;
  const draw = seededGenerator(`${model.seed}/people/${plan.code}/${entryYear}`);
  for (let i = entrantsOf(model, school, entryYear); i > 0; i -= 1) {
    const entrant = drawEntrant(draw, plan, reach);
    const { foundation, specialty, career } = drawJourney(draw, model, { entrant, school, entryYear });
    yield { entryYear, school, entrant, foundation, specialty, career };
  }
}

/** Everyone who entered in one year, school by school. */
export function* peopleEntering(model: DemonstrationModel, entryYear: number): Generator<Person> {
  for (let school = 0; school < model.country.schools.length; school += 1) yield* peopleOf(model, school, entryYear);
}
