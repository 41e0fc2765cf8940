import { areaLines, foundationAreaLines, membershipLines, schoolLines } from './area-files';
import { cohortLines } from './cohort-file';
import { type CohortTables, cohortTables } from './cohort-tables';
import { establishmentLines } from './establishment-file';
import { fillLines } from './fill-file';
import { intakeLines } from './intake-file';
import type { DemonstrationModel } from './model';
import { observationLines, releaseLines, sourceLines } from './observation-files';
import { placementLines } from './placements-file';
import { retentionLines } from './retention-file';
import { homeSchoolLines, schoolFoundationLines } from './rounded-files';
import { siteLines } from './sites';

export interface DemonstrationFile {
  readonly name: string;
  /** Header first, then records, without line ends. Every call starts again and gives the same lines. */
  readonly lines: () => Generator<string>;
}

/** The school whose own intake file is made. */
export const INTAKE_SCHOOL = 'xd-kelvarrow';

/** Counted once, when the first file asks. */
const once = (make: () => CohortTables): (() => CohortTables) => {
  let made: CohortTables | null = null;
  return () => {
    made ??= make();
    return made;
  };
};

/** Places and published figures, in the columns of the published pack; load these first. */
export const referenceFiles = (model: DemonstrationModel): readonly DemonstrationFile[] => [
  { name: 'areas.csv', lines: () => areaLines(model.country) },
  { name: 'memberships.csv', lines: () => membershipLines(model.country) },
  { name: 'schools.csv', lines: () => schoolLines(model.country) },
  { name: 'foundation_areas.csv', lines: () => foundationAreaLines(model.country) },
  { name: 'sources.csv', lines: sourceLines },
  { name: 'releases.csv', lines: () => releaseLines(model.scale) },
  { name: 'observations.csv', lines: () => observationLines(model) },
];

/** How many there are. */
export const EXCHANGE_FILES = 9;

/** The exchange files, to go in through the importers. */
export const exchangeFiles = (model: DemonstrationModel): readonly DemonstrationFile[] => {
  const tables = once(() => cohortTables(model));
  return [
    { name: 'establishment.csv', lines: () => establishmentLines(model) },
    { name: 'fill.csv', lines: () => fillLines(model) },
    { name: 'retention.csv', lines: () => retentionLines(model, tables()) },
    { name: 'home_school.csv', lines: () => homeSchoolLines(model, tables()) },
    { name: 'school_foundation.csv', lines: () => schoolFoundationLines(model, tables()) },
    { name: 'intake.csv', lines: () => intakeLines(model, INTAKE_SCHOOL) },
    { name: 'sites.csv', lines: () => siteLines(model.country) },
    { name: 'placements.csv', lines: () => placementLines(model) },
    { name: 'cohort.csv', lines: () => cohortLines(model) },
  ];
};
