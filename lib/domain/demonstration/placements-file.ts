import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { type CsvCell, csvLine } from './csv-line';
import { at, cumulative, type Draw, pick } from './draw';
import type { DemonstrationModel } from './model';
import { drawStays } from './placement-stays';
import { type Employer, employersOf } from './sites';

export const PLACEMENTS_HEADER =
  'trainee_ref,programme,specialty,level,employer_code,site_code,area_code,start,end,wte,notice_weeks';

/** Trainees followed, at scale 1. */
const TRAINEES = 3600;
const START_YEARS = [2021, 2022, 2023, 2024, 2025] as const;
const CT = ['CT1', 'CT2', 'CT3'] as const;
const ST = ['ST1', 'ST2', 'ST3'] as const;

interface Programme {
  readonly specialty: string;
  /** One a year. */
  readonly levels: readonly string[];
  /** Share of the trainees. */
  readonly weight: number;
}

const PROGRAMMES: readonly Programme[] = [
  { specialty: 'general_practice', levels: ST, weight: 0.36 },
  { specialty: 'internal_medicine', levels: CT, weight: 0.2 },
  { specialty: 'general_surgery', levels: ['ST3', 'ST4', 'ST5'], weight: 0.09 },
  { specialty: 'core_psychiatry', levels: CT, weight: 0.09 },
  { specialty: 'paediatrics', levels: ST, weight: 0.09 },
  { specialty: 'obstetrics_and_gynaecology', levels: ST, weight: 0.06 },
  { specialty: 'core_anaesthetics', levels: CT, weight: 0.06 },
  { specialty: 'clinical_radiology', levels: ST, weight: 0.05 },
];
const PROGRAMME_TABLE = cumulative(PROGRAMMES.map(({ weight }) => weight));
/** Full time, four fifths, three fifths. */
const WTES = ['1', '0.8', '0.6'] as const;
const WTE_TABLE = cumulative([0.8, 0.13, 0.07]);

interface Setting {
  readonly model: DemonstrationModel;
  readonly draw: Draw;
  readonly employers: readonly (readonly Employer[])[];
}

/** Rows of one trainee, from `trainee_ref` to `notice_weeks`. */
const traineeRows = ({ model, draw, employers }: Setting, trainee: number): CsvCell[][] => {
  const regionIndex = pick(draw, model.regions.running);
  const region = at(model.country.regions, regionIndex);
  const { specialty, levels } = at(PROGRAMMES, pick(draw, PROGRAMME_TABLE));
  const wte = at(WTES, pick(draw, WTE_TABLE));
  const { placements } = model.effects;
  const stays = drawStays(draw, placements, {
    startYear: at(START_YEARS, trainee % START_YEARS.length),
    levels,
    isStableRegion: placements.stableRegions.includes(region.slug),
    employers: at(employers, regionIndex),
  });
  const ref = `XD-T${String(trainee + 1).padStart(6, '0')}`;
  const programme = `xd-${region.slug}-${specialty.replaceAll('_', '-')}`;
  return stays.map(({ employer, site, level, start, end, noticeWeeks }) => {
    const siteCode = at(employer.sites, site).code;
    return [ref, programme, specialty, level, employer.code, siteCode, region.code, start, end, wte, noticeWeeks];
  });
};

/** Lines of `placements.csv`: three years of placements of each trainee, in one region, as far as they have begun. */
export function* placementLines(model: DemonstrationModel): Generator<string> {
  yield PLACEMENTS_HEADER;
  const all = employersOf(model.country);
  const setting: Setting = {
    model,
    draw: seededGenerator(`${model.seed}/placements`),
    employers: model.country.regions.map((_, region) => all.filter((employer) => employer.region === region)),
  };
  for (let trainee = 0; trainee < TRAINEES * model.scale; trainee += 1) {
    for (const row of traineeRows(setting, trainee)) yield csvLine(row);
  }
}
