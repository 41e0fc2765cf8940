import type { DemonstrationModel } from './model';
import { ENTRY_YEARS, type Person, peopleEntering } from './people';
import { addTo, type Tallies } from './rounded-tally';

export interface Period {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

const period = (from: number, to: number): Period => ({ label: `${from}-${to}`, from, to });

/** Years of entry. */
export const ENTRY_PERIODS = [period(2006, 2010), period(2011, 2015), period(2016, 2020), period(2021, 2025)] as const;
/** Years in which foundation training began. 2010 and 2011 are left out: most of their graduates entered before the first cohort. */
export const FOUNDATION_PERIODS = [period(2012, 2016), period(2017, 2021), period(2022, 2026)] as const;

export type RetentionStage = 'foundation' | 'core' | 'higher' | 'gp';
export const RETENTION_STAGES: readonly RetentionStage[] = ['foundation', 'core', 'higher', 'gp'];
const FOUNDATION_YEARS = 2;
const CORE_YEARS = 3;

/** Everyone counted once, for the files that are made from sums. */
export interface CohortTables {
  /** Key: period label, index of the authority, index of the school. */
  readonly homeSchool: Tallies;
  /** Key: period label, index of the school, index of the foundation area. */
  readonly schoolFoundation: Tallies;
  /** People who completed a stage. Key: year, index of the region, stage. */
  readonly completed: Map<string, number>;
}

export const tableKey = (...parts: readonly (string | number)[]): string => parts.join('|');

const labelOf = (periods: readonly Period[], year: number): string | null =>
  periods.find(({ from, to }) => year >= from && year <= to)?.label ?? null;

const countHome = (tables: CohortTables, { entryYear, entrant, school }: Person): void => {
  const label = labelOf(ENTRY_PERIODS, entryYear);
  if (label !== null) addTo(tables.homeSchool, tableKey(label, entrant.home, school), entrant);
};

const countCompleted = (tables: CohortTables, year: number, region: number, stage: RetentionStage): void => {
  const key = tableKey(year, region, stage);
  tables.completed.set(key, (tables.completed.get(key) ?? 0) + 1);
};

const countFoundation = (tables: CohortTables, model: DemonstrationModel, person: Person): void => {
  const { foundation } = person;
  if (foundation === null) return;
  const label = labelOf(FOUNDATION_PERIODS, foundation.year);
  if (label !== null) addTo(tables.schoolFoundation, tableKey(label, person.school, foundation.area), person.entrant);
  const region = model.country.foundationAreas[foundation.area]?.region ?? 0;
  countCompleted(tables, foundation.year + FOUNDATION_YEARS, region, 'foundation');
};

const countTraining = (tables: CohortTables, { specialty, career }: Person): void => {
  if (specialty === null) return;
  const isGp = specialty.group === 'general_practice';
  if (!isGp) countCompleted(tables, specialty.year + CORE_YEARS, specialty.region, 'core');
  if (career === null || career.type === 'left') return;
  countCompleted(tables, career.year, specialty.region, isGp ? 'gp' : 'higher');
};

/** One pass over all people; memory grows with the cells of the tables, not with the people. */
export const cohortTables = (model: DemonstrationModel): CohortTables => {
  const tables: CohortTables = { homeSchool: new Map(), schoolFoundation: new Map(), completed: new Map() };
  for (const entryYear of ENTRY_YEARS) {
    for (const person of peopleEntering(model, entryYear)) {
      countHome(tables, person);
      countFoundation(tables, model, person);
      countTraining(tables, person);
    }
  }
  return tables;
};
