import { type CohortRecord, readLines } from '@/lib/domain/demonstration/cohort-fixture';
import { cohortTables } from '@/lib/domain/demonstration/cohort-tables';
import { establishmentLines } from '@/lib/domain/demonstration/establishment-file';
import type { DemonstrationModel } from '@/lib/domain/demonstration/model';
import { observationLines } from '@/lib/domain/demonstration/observation-files';
import { logDistance } from '@/lib/domain/demonstration/plane';
import { retentionLines } from '@/lib/domain/demonstration/retention-file';
import { type AssociationPoint, association } from '@/lib/domain/indicators/association';
import { tally } from '@/lib/domain/reach/reach-fixture';
import { poissonRegression } from '@/lib/domain/statistics/poisson-regression';
import type { SlopeWithFounding } from './evidence-input';

type Row = Record<string, string>;

/** Percentage by region: Σ part ÷ Σ whole, against the region's deprivation score. */
const regionPoints = (
  { country }: DemonstrationModel,
  rows: readonly Row[],
  [part, whole]: readonly [(row: Row) => number, (row: Row) => number],
): AssociationPoint[] =>
  country.regions.map(({ code, deprivationScore }) => {
    const own = rows.filter((row) => row.area_code === code);
    const total = (of: (row: Row) => number): number => own.reduce((sum, row) => sum + of(row), 0);
    return { x: deprivationScore, y: (100 * total(part)) / total(whole) };
  });

/** Vacancy and retention by region, GPs and need by board, from the country's own files. */
export const workforceOf = (model: DemonstrationModel) => {
  const establishment = readLines(establishmentLines(model));
  const retention = readLines(retentionLines(model, cohortTables(model))).filter(
    (row) => row.still_in_region_1y !== '',
  );
  const figures = readLines(observationLines(model)).filter(({ breakdown }) => breakdown === 'all');
  const figure = (indicator: string, area: string): number =>
    Number(figures.find((row) => row.indicator_id === indicator && row.area_code === area)?.value);
  return {
    vacancy: regionPoints(model, establishment, [
      (row) => Number(row.establishment_fte) - Number(row.in_post_fte),
      (row) => Number(row.establishment_fte),
    ]),
    retention: regionPoints(model, retention, [(row) => Number(row.still_in_region_1y), (row) => Number(row.started)]),
    supply: model.country.boards.map(({ code }) => ({
      x: figure('need-index-core', code),
      y: figure('gp-fte-per-10k', code),
    })),
  };
};

/** Slopes of each school on deprivation and distance, as a line on its founding year: the sign and limits stand for those of a rank correlation. */
export const slopesWithFounding = (model: DemonstrationModel, records: readonly CohortRecord[]) => {
  const { country } = model;
  const fits = country.schools.map((school) => {
    const own = tally(
      records.filter((one) => one.school === school.code),
      ({ home }) => home,
    );
    const fit = poissonRegression({
      observed: country.authorities.map(({ code }) => own.get(code) ?? 0),
      exposures: country.authorities.map(({ aged16To17 }) => aged16To17),
      covariates: [
        country.authorities.map(({ deprivationScore }) => deprivationScore),
        country.authorities.map(({ nonWhitePct }) => nonWhitePct),
        country.authorities.map((area) => logDistance(area, school)),
      ],
    });
    if (fit.kind === 'refused') throw new Error(fit.reason);
    return { founded: school.founded, coefficients: fit.coefficients };
  });
  const against = (term: number): SlopeWithFounding => {
    const line = association(fits.map(({ founded, coefficients }) => ({ x: founded, y: coefficients[term] ?? 0 })));
    if (line.kind === 'refused') throw new Error(line.reason);
    return { n: line.n, correlation: line.slope, lower: line.slopeInterval.lower, upper: line.slopeInterval.upper };
  };
  return { deprivation: against(1), distance: against(3) };
};
