import { defineTable } from '@/lib/import/dataset';
import { isoDateColumn } from '@/lib/import/date-column';
import type { NumberCell } from '@/lib/import/missing-mark';
import { numberColumn, requiredNumber } from '@/lib/import/number-column';
import { textColumn } from '@/lib/import/text-column';
import { areaColumn, type Level, levelColumn, specialtyColumn } from './exchange-columns';

const placementColumns = {
  trainee: textColumn('trainee_ref', {
    about: 'A made-up reference for one trainee: never a name or a GMC number.',
    example: 't-000147',
  }),
  programme: textColumn('programme', { about: 'Training programme.', example: 'yh-paediatrics' }),
  specialty: specialtyColumn(),
  level: levelColumn(),
  employer: textColumn('employer_code', { about: 'Employer (ODS code).', example: 'RCB' }),
  site: textColumn('site_code', { about: 'Site (ODS code).', example: 'RCB55' }),
  area: areaColumn(),
  start: isoDateColumn('start', { about: 'First day.', example: '2025-08-06' }),
  end: isoDateColumn('end', { about: 'Last day.', example: '2026-02-03' }),
  wte: requiredNumber('wte', { min: 0, max: 1, about: 'Whole-time equivalent: above 0, up to 1.', example: '0.8' }),
  notice: numberColumn('notice_weeks', {
    min: 0,
    max: 520,
    about: 'Weeks of notice given; empty where not known.',
    example: '12',
  }),
};

export interface PlacementRecord {
  readonly traineeRef: string;
  readonly programme: string;
  readonly specialty: string;
  readonly level: Level;
  readonly employerCode: string;
  readonly siteCode: string;
  readonly areaCode: string;
  readonly start: string;
  readonly end: string;
  readonly wte: number;
  readonly noticeWeeks: NumberCell;
}

export const placements = defineTable({
  id: 'placements',
  title: 'Placements',
  publisher: 'Deanery',
  about: 'One row for each placement of each trainee: the source of placement stability. Restricted.',
  isExchange: true,
  isRestricted: true,
  columns: placementColumns,
  toRecord: (at): PlacementRecord => ({
    traineeRef: at(placementColumns.trainee),
    programme: at(placementColumns.programme),
    specialty: at(placementColumns.specialty),
    level: at(placementColumns.level),
    employerCode: at(placementColumns.employer),
    siteCode: at(placementColumns.site),
    areaCode: at(placementColumns.area),
    start: at(placementColumns.start),
    end: at(placementColumns.end),
    wte: at(placementColumns.wte),
    noticeWeeks: at(placementColumns.notice),
  }),
  checks: [
    {
      reads: [placementColumns.start, placementColumns.end],
      check: ({ start, end }, { fail }) => {
        if (end < start)
          fail(placementColumns.end, end, 'ends_before_start', `The placement ends before it starts (${start}).`);
      },
    },
    {
      reads: [placementColumns.wte],
      check: ({ wte }, { fail }) => {
        if (wte === 0)
          fail(placementColumns.wte, wte, 'out_of_range', 'Give a whole-time equivalent above 0, up to 1.');
      },
    },
    {
      // A GMC number is seven figures: a reference that could be one would name the trainee.
      reads: [placementColumns.trainee],
      check: ({ traineeRef }, { fail }) => {
        if (!/^\d{7}$/.test(traineeRef)) return;
        const message = 'This looks like a GMC number. Replace it with a made-up reference.';
        fail(placementColumns.trainee, '(hidden)', 'looks_like_gmc_number', message);
      },
    },
  ],
  keyOf: ({ traineeRef, siteCode, start, specialty }) => `${traineeRef}|${siteCode}|${start}|${specialty}`,
  keyColumns: [placementColumns.trainee, placementColumns.site, placementColumns.start, placementColumns.specialty],
  timeOf: ({ start }) => start,
});
