import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { csvLine } from './csv-line';
import { binomial, normal, share } from './draw';
import type { DemonstrationModel } from './model';
import { RECRUITED_AT } from './specialty-plan';
import { type RegionSpecialty, regionSpecialties, regionTerm } from './specialty-posts';

export const FILL_HEADER = 'year,round,area_code,specialty,level,posts,accepts,applicants';

export const FILL_YEARS: readonly number[] = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];

/** Log-odds that a post is filled by the end of both rounds, before the planted terms. */
const BASE: Readonly<Record<'CT1/ST1' | 'ST3' | 'ST4', number>> = { 'CT1/ST1': 3.4, ST3: 1.9, ST4: 1.2 };
const SPECIALTY_SPREAD = 0.35;
/** Applicants a post in the first year, and how many more each year. */
const APPLICANTS = { first: 2, more: 0.35 } as const;
/** How strongly the change of regime, which puts some applicants first, thins out the rest. */
const THINNING = 0.6;

const yearLine = (
  model: DemonstrationModel,
  { plan, levels, region, posts }: RegionSpecialty,
  { year, specialtyTerm }: { readonly year: number; readonly specialtyTerm: number },
): string | null => {
  const level = RECRUITED_AT[plan.pathway];
  if (level === null) return null;
  const { fill } = model.effects;
  const code = model.country.regions[region]?.code ?? '';
  const draw = seededGenerator(`${model.seed}/fill/${code}/${plan.specialty}/${year}`);
  const regime = year >= fill.regimeYear ? fill.regime : 0;
  const offered = Math.max(1, Math.round((posts / levels.length) * (0.92 + 0.16 * draw())));
  const filled = share(BASE[level] + specialtyTerm + regionTerm(model, region, fill) + regime);
  const accepts = binomial(draw, offered, filled);
  const perPost = (APPLICANTS.first + APPLICANTS.more * (year - 2017)) * Math.exp(-THINNING * regime);
  const applicants = Math.max(accepts, Math.round(offered * perPost * (0.8 + 0.4 * draw())));
  return csvLine([year, 'all', code, plan.specialty, level, offered, accepts, applicants]);
};

/** Lines of `fill.csv`: both rounds together, by year; the regime changes in `effects.fill.regimeYear`. */
export function* fillLines(model: DemonstrationModel): Generator<string> {
  yield FILL_HEADER;
  const programmes = regionSpecialties(model);
  const terms = new Map<string, number>();
  for (const { plan } of programmes) {
    const draw = seededGenerator(`${model.seed}/fill/${plan.specialty}`);
    terms.set(plan.specialty, SPECIALTY_SPREAD * normal(draw));
  }
  for (const year of FILL_YEARS) {
    for (const one of programmes) {
      const line = yearLine(model, one, { year, specialtyTerm: terms.get(one.plan.specialty) ?? 0 });
      if (line !== null) yield line;
    }
  }
}
