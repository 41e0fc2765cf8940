import { defineTable } from '@/lib/import/dataset';
import { isoDateColumn } from '@/lib/import/date-column';
import { requiredNumber } from '@/lib/import/number-column';
import { remarkOverlap } from './combined-levels';
import { addedLevel, addedSpecialty, areaColumn, type Level } from './exchange-columns';

const establishmentColumns = {
  periodEnd: isoDateColumn('period_end', { about: 'Last day of the quarter or month.' }),
  area: areaColumn(),
  specialty: addedSpecialty(),
  level: addedLevel(),
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

const keyOf = ({ periodEnd, areaCode, specialty }: EstablishmentRecord, level: Level): readonly string[] => [
  periodEnd,
  areaCode,
  specialty,
  level,
];

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
  remark: ({ establishmentFte, inPostFte }, { report, row }) => {
    if (establishmentFte === 0 && inPostFte > 0) {
      const message = 'Doctors in post where no post is funded: there is no vacancy rate.';
      report.flag('in_post_without_establishment', '', message, { row, column: 'establishment_fte' });
    }
  },
  remarkBeside: remarkOverlap(keyOf),
  keyOf: (item) => keyOf(item, item.level),
  keyColumns: [
    establishmentColumns.periodEnd,
    establishmentColumns.area,
    establishmentColumns.specialty,
    establishmentColumns.level,
  ],
  timeOf: ({ periodEnd }) => periodEnd,
});
