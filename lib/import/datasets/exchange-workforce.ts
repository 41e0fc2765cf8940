import { defineTable } from '@/lib/import/dataset';
import { isoDateColumn } from '@/lib/import/date-column';
import { type NumberCell, numberOrNull } from '@/lib/import/missing-mark';
import { numberColumn, requiredNumber } from '@/lib/import/number-column';
import { choiceColumn, textColumn } from '@/lib/import/text-column';
import { areaColumn, type LEVELS, levelColumn, specialtyColumn, yearColumn } from './exchange-columns';

type Level = (typeof LEVELS)[number];

const establishmentColumns = {
  periodEnd: isoDateColumn('period_end', { about: 'Last day of the quarter or month.' }),
  area: areaColumn(),
  specialty: specialtyColumn(),
  level: levelColumn(),
  establishment: requiredNumber('establishment_fte', {
    min: 0,
    max: 100_000,
    about: 'Posts funded, FTE.',
    example: '42.0',
  }),
  inPost: requiredNumber('in_post_fte', { min: 0, max: 100_000, about: 'Doctors in post, FTE.', example: '38.6' }),
};

export interface EstablishmentRecord {
  readonly periodEnd: string;
  readonly areaCode: string;
  readonly specialty: string;
  readonly level: Level;
  readonly establishmentFte: number;
  readonly inPostFte: number;
}

export const establishment = defineTable({
  id: 'establishment',
  title: 'Establishment and doctors in post',
  publisher: 'Deanery or trust',
  about: 'Funded posts and doctors in post by area, specialty and level: the source of vacancy rates.',
  isExchange: true,
  isRestricted: false,
  columns: establishmentColumns,
  toRecord: (at): EstablishmentRecord => ({
    periodEnd: at(establishmentColumns.periodEnd),
    areaCode: at(establishmentColumns.area),
    specialty: at(establishmentColumns.specialty),
    level: at(establishmentColumns.level),
    establishmentFte: at(establishmentColumns.establishment),
    inPostFte: at(establishmentColumns.inPost),
  }),
  check: ({ establishmentFte, inPostFte }, { report, row }) => {
    if (establishmentFte === 0 && inPostFte > 0) {
      const message = 'Doctors in post where no post is funded: there is no vacancy rate.';
      report.flag('in_post_without_establishment', '', message, { row, column: 'establishment_fte' });
    }
  },
  keyOf: ({ periodEnd, areaCode, specialty, level }) => `${periodEnd}|${areaCode}|${specialty}|${level}`,
  timeOf: ({ periodEnd }) => periodEnd,
});

const fillColumns = {
  year: yearColumn('year', 'Year in which the posts start.'),
  round: textColumn('round', { about: 'Recruitment round, such as 1, 1R, 2 or all.', example: '1' }),
  area: areaColumn(),
  specialty: specialtyColumn(),
  level: levelColumn(),
  posts: requiredNumber('posts', { isInteger: true, min: 0, about: 'Posts on offer.', example: '120' }),
  accepts: requiredNumber('accepts', { isInteger: true, min: 0, about: 'Offers accepted.', example: '111' }),
  applicants: numberColumn('applicants', {
    isInteger: true,
    min: 0,
    isRequired: false,
    about: 'Applicants; the column may be left out.',
    example: '640',
  }),
};

export interface FillRecord {
  readonly year: number;
  readonly round: string;
  readonly areaCode: string;
  readonly specialty: string;
  readonly level: Level;
  readonly posts: number;
  readonly accepts: number;
  readonly applicants: NumberCell;
}

export const fill = defineTable({
  id: 'fill',
  title: 'Posts, accepts and applicants',
  publisher: 'Deanery or recruitment office',
  about: 'Recruitment by year, round, area, specialty and level: the source of fill rates and competition ratios.',
  isExchange: true,
  isRestricted: false,
  columns: fillColumns,
  toRecord: (at): FillRecord => ({
    year: at(fillColumns.year),
    round: at(fillColumns.round),
    areaCode: at(fillColumns.area),
    specialty: at(fillColumns.specialty),
    level: at(fillColumns.level),
    posts: at(fillColumns.posts),
    accepts: at(fillColumns.accepts),
    applicants: at(fillColumns.applicants),
  }),
  check: ({ posts, accepts, applicants }, { report, row }) => {
    const place = { row, column: 'accepts' };
    if (accepts > posts)
      report.flag('fill_above_100', '', 'More accepts than posts: it happens when posts are added late.', place);
    const applied = numberOrNull(applicants);
    if (applied !== null && applied < accepts)
      report.flag('accepts_above_applicants', '', 'More accepts than applicants.', place);
  },
  keyOf: ({ year, round, areaCode, specialty, level }) => `${year}|${round}|${areaCode}|${specialty}|${level}`,
  timeOf: ({ year }) => String(year),
});

const retentionColumns = {
  cohortYear: yearColumn('cohort_year', 'Year in which the stage was completed.'),
  area: areaColumn(),
  stage: choiceColumn('stage', ['foundation', 'core', 'higher', 'gp']),
  started: requiredNumber('started', {
    isInteger: true,
    min: 0,
    about: 'Trainees who completed the stage here.',
    example: '210',
  }),
  after1: numberColumn('still_in_region_1y', {
    min: 0,
    blankIsSuppressed: false,
    about: 'Of these, in the region a year later; empty where that time has not come.',
    example: '163',
  }),
  after3: numberColumn('still_in_region_3y', { min: 0, about: 'Three years later.', example: '150' }),
  after5: numberColumn('still_in_region_5y', { min: 0, about: 'Five years later.', example: '141' }),
};

export interface RetentionRecord {
  readonly cohortYear: number;
  readonly areaCode: string;
  readonly stage: 'foundation' | 'core' | 'higher' | 'gp';
  readonly started: number;
  readonly stillInRegion1y: NumberCell;
  readonly stillInRegion3y: NumberCell;
  readonly stillInRegion5y: NumberCell;
}

export const retention = defineTable({
  id: 'retention',
  title: 'Trainees still in the region',
  publisher: 'Deanery',
  about: 'How many of a cohort are in the region one, three and five years after a stage of training.',
  isExchange: true,
  isRestricted: false,
  columns: retentionColumns,
  toRecord: (at): RetentionRecord => ({
    cohortYear: at(retentionColumns.cohortYear),
    areaCode: at(retentionColumns.area),
    stage: at(retentionColumns.stage),
    started: at(retentionColumns.started),
    stillInRegion1y: at(retentionColumns.after1),
    stillInRegion3y: at(retentionColumns.after3),
    stillInRegion5y: at(retentionColumns.after5),
  }),
  check: (one, { fail }) => {
    const later = [
      [retentionColumns.after1, one.stillInRegion1y],
      [retentionColumns.after3, one.stillInRegion3y],
      [retentionColumns.after5, one.stillInRegion5y],
    ] as const;
    for (const [column, cell] of later) {
      const still = numberOrNull(cell);
      if (still !== null && still > one.started) {
        fail(
          column,
          still,
          'more_than_started',
          `More trainees are still in the region than started (${one.started}).`,
        );
      }
    }
  },
  keyOf: ({ cohortYear, areaCode, stage }) => `${cohortYear}|${areaCode}|${stage}`,
  timeOf: ({ cohortYear }) => String(cohortYear),
});
