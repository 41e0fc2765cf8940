import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { csvLine } from './csv-line';
import { normal, share } from './draw';
import type { DemonstrationModel } from './model';
import { type RegionSpecialty, regionSpecialties, regionTerm } from './specialty-posts';

export const ESTABLISHMENT_HEADER = 'period_end,area_code,specialty,level,establishment_fte,in_post_fte';

/** Last days of the twenty quarters. */
export const QUARTER_ENDS: readonly string[] = [
  '2021-12-31',
  ...[2022, 2023, 2024, 2025].flatMap((year) => ['03-31', '06-30', '09-30', '12-31'].map((day) => `${year}-${day}`)),
  '2026-03-31',
  '2026-06-30',
  '2026-09-30',
];

/** Log-odds of a vacancy before the planted terms: about 8 %. */
const BASE = -2.4;
const GROWTH_A_QUARTER = 1.004;
/** Posts are full in autumn, after the August start, and emptier in summer. */
const SEASON: Readonly<Record<string, number>> = { '03-31': 0, '06-30': 0.12, '09-30': -0.15, '12-31': -0.08 };
const SPREAD = { programme: 0.25, level: 0.15, quarter: 0.06 } as const;

const levelTerm = (level: string): number => {
  if (level.startsWith('F')) return -1;
  const year = Number(level.at(-1));
  if (level.startsWith('CT') || year <= 2) return -0.5;
  return year === 3 ? 0.2 : 0.45;
};

interface Level {
  readonly level: string;
  readonly fte: number;
  readonly logOdds: number;
}

/** One stream for each region and specialty; its spread stays over the quarters, with a little noise each. */
const programme = (model: DemonstrationModel, { plan, levels, region, posts }: RegionSpecialty) => {
  const code = model.country.regions[region]?.code ?? '';
  const draw = seededGenerator(`${model.seed}/establishment/${code}/${plan.specialty}`);
  const own = BASE + regionTerm(model, region, model.effects.vacancy) + SPREAD.programme * normal(draw);
  const list = levels.map((level): Level => {
    const logOdds = own + levelTerm(level) + SPREAD.level * normal(draw);
    return { level, fte: posts / levels.length, logOdds };
  });
  return { code, specialty: plan.specialty, draw, levels: list };
};

/** Lines of `establishment.csv`, a quarter at a time. */
export function* establishmentLines(model: DemonstrationModel): Generator<string> {
  yield ESTABLISHMENT_HEADER;
  const programmes = regionSpecialties(model).map((one) => programme(model, one));
  for (const [quarter, periodEnd] of QUARTER_ENDS.entries()) {
    const season = SEASON[periodEnd.slice(5)] ?? 0;
    for (const { code, specialty, draw, levels } of programmes) {
      for (const { level, fte, logOdds } of levels) {
        const vacant = share(logOdds + season + SPREAD.quarter * normal(draw));
        const establishment = Math.max(1, Math.round(fte * GROWTH_A_QUARTER ** quarter * 10) / 10);
        const inPost = (establishment * (1 - vacant)).toFixed(1);
        yield csvLine([periodEnd, code, specialty, level, establishment.toFixed(1), inPost]);
      }
    }
  }
}
