import { defineTable } from '@/lib/import/dataset';
import { type NumberCell, numberOrNull } from '@/lib/import/missing-mark';
import { numberColumn, requiredNumber } from '@/lib/import/number-column';
import { textColumn } from '@/lib/import/text-column';
import { remarkOverlap } from './combined-levels';
import { addedLevel, addedSpecialty, areaColumn, type Level, yearColumn } from './exchange-columns';

const fillColumns = {
  year: yearColumn('year', 'Year in which the posts start.'),
  round: textColumn('round', { about: 'Recruitment round, such as 1, 1R, 2 or all.', example: '1' }),
  area: areaColumn(),
  specialty: addedSpecialty(),
  level: addedLevel(),
  posts: requiredNumber('posts', { isInteger: true, min: 0, about: 'Posts on offer.', example: '120' }),
  accepts: requiredNumber('accepts', { isInteger: true, min: 0, about: 'Offers accepted.', example: '111' }),
  applicants: numberColumn('applicants', {
    isInteger: true,
    min: 0,
    isRequired: false,
    about: 'Applicants, where known.',
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

const keyOf = ({ year, round, areaCode, specialty }: FillRecord, level: Level): string =>
  `${year}|${round}|${areaCode}|${specialty}|${level}`;

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
  remark: ({ posts, accepts, applicants }, { report, row }) => {
    const place = { row, column: 'accepts' };
    if (accepts > posts)
      report.flag('fill_above_100', '', 'More accepts than posts: it happens when posts are added late.', place);
    const applied = numberOrNull(applicants);
    if (applied !== null && applied < accepts)
      report.flag('accepts_above_applicants', '', 'More accepts than applicants.', place);
  },
  remarkBeside: remarkOverlap(keyOf),
  keyOf: (item) => keyOf(item, item.level),
  keyColumns: [fillColumns.year, fillColumns.round, fillColumns.area, fillColumns.specialty, fillColumns.level],
  timeOf: ({ year }) => String(year),
});
