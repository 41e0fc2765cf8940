import { percentText } from '@/lib/domain/indicators/number-text';
import type { RefusalReason } from '@/lib/domain/statistics/outcome';
import { clearDirection, type Estimate } from './journey-model';
import type { ReachSchool, ReachTerm } from './reach-design';
import type { SchoolSlope, SchoolSlopesModel } from './school-slopes';
import { LEAST_SHRUNK } from './shrink';

/** `sentence` says only what is clear and holds no figures; `detail` gives them with their intervals. */
export interface SchoolSentence {
  readonly school: string;
  readonly sentence: string;
  readonly detail: string | null;
}

/** What sentences need of a fit; without an average no school is set against it. */
export interface SaidSlopes {
  readonly slopes: readonly {
    readonly term: ReachTerm;
    readonly average: Estimate | null;
    readonly schools: readonly SchoolSlope[];
  }[];
  readonly schools: readonly { readonly school: string }[];
  readonly diagnostics: Pick<SchoolSlopesModel['diagnostics'], 'leftOut' | 'setAgainst'>;
}

type Shown = Readonly<Partial<Record<ReachTerm, Estimate>>>;

const WHY_NOT: Readonly<Partial<Record<RefusalReason, string>>> = {
  no_events: 'nobody is recorded as entering in this period',
  too_few_values: 'too few entrants are recorded for slopes of its own',
  no_variation: 'its entrants are all alike in this',
  separated: 'too few entrants are recorded for slopes of its own',
  collinear: "the authorities don't differ enough to tell the patterns apart",
  not_finite: 'its position is not loaded',
  not_converged: 'no fit could be found',
};

const more = (estimate: Estimate | undefined): 'more' | 'fewer' | null => {
  const direction = estimate ? clearDirection(estimate) : null;
  if (direction === null) return null;
  return direction > 0 ? 'more' : 'fewer';
};

const deprivationWords = (estimate: Estimate | undefined): string | null => {
  if (!estimate) return null;
  const side = more(estimate);
  return side === null
    ? 'no clear difference between more and less deprived authorities'
    : `${side} entrants from more deprived authorities`;
};

const nonWhiteWords = (estimate: Estimate | undefined): string | null => {
  if (!estimate) return null;
  const side = more(estimate);
  return side === null
    ? 'no clear difference by the non-white share of authorities'
    : `${side} entrants from authorities with a larger non-white share`;
};

const distanceWords = (estimate: Estimate | undefined, average: Estimate | undefined): string | null => {
  if (!estimate) return null;
  const direction = clearDirection(estimate);
  if (direction === null) return 'no clear fall with distance';
  if (direction > 0) return 'more entrants from further away';
  if (!average) return 'fewer from further away';
  if (estimate.lower > average.estimate) return 'fewer from further away, thinning out less than the average school';
  if (estimate.upper < average.estimate) return 'fewer from further away, thinning out more than the average school';
  return 'fewer from further away, as the average school';
};

export const joined = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join('; ');

const changePct = (log: number): number => 100 * Math.expm1(log);

const changeText = (log: number, unit: number): string => percentText(changePct(log * unit), 0);

const TERM_UNITS: readonly { readonly term: ReachTerm; readonly label: string; readonly unit: number }[] = [
  { term: 'deprivation', label: 'one standard deviation more deprived', unit: 1 },
  { term: 'non_white_share', label: 'one standard deviation larger non-white share', unit: 1 },
  { term: 'log_distance', label: 'about twice as far', unit: Math.LN2 },
];

/** A direction that is the average's: drawn to it, a school has one that its own entrants don't show. */
const isBorrowed = ({ own, shown }: SchoolSlope): boolean =>
  shown !== null && clearDirection(shown) !== null && (own === null || clearDirection(own) === null);

const termDetail = (label: string, slope: SchoolSlope | undefined, unit: number): string | null => {
  if (!slope?.shown) return null;
  const { estimate, lower, upper } = slope.shown;
  const limits = [lower * unit, upper * unit].map((limit) => changeText(limit, 1));
  const whose = isBorrowed(slope) ? '; from all schools together: its own entrants alone leave the direction open' : '';
  return `${label}: ${changeText(estimate, unit)} (95% interval ${limits[0]} to ${limits[1]}${whose})`;
};

const slopeOf = (slopes: SaidSlopes['slopes'], term: ReachTerm, school: string): SchoolSlope | undefined =>
  slopes.find((one) => one.term === term)?.schools.find((one) => one.school === school);

const detailOf = (slopes: SaidSlopes['slopes'], school: string): string =>
  joined(TERM_UNITS.map(({ term, label, unit }) => termDetail(label, slopeOf(slopes, term, school), unit)));

export const shownOf = (slopes: SaidSlopes['slopes'], school: string): Shown =>
  Object.fromEntries(
    slopes.flatMap(({ term }) => {
      const shown = slopeOf(slopes, term, school)?.shown ?? null;
      return shown === null ? [] : [[term, shown]];
    }),
  );

const averageOf = (slopes: SaidSlopes['slopes'], term: ReachTerm): Estimate | undefined => {
  const found = slopes.find((one) => one.term === term);
  return (found && found.schools.length >= LEAST_SHRUNK && found.average) || undefined;
};

/** Why a school has no slopes of its own, or null where it has. */
export const whyNot = (
  { schools, diagnostics }: Pick<SaidSlopes, 'schools' | 'diagnostics'>,
  code: string,
): string | null => {
  if (schools.some(({ school }) => school === code)) return null;
  const out = diagnostics.leftOut.find((one) => one.what === 'school' && one.code === code);
  return (out && WHY_NOT[out.reason]) ?? 'its entrants could not be modelled';
};

const AGAINST = { aged_16_17: 'young people', residents: 'people of all ages' } as const;

/**
 * A sentence for each school on its entrants by authority, in the words of association: next to the people who live
 * there, and with the other patterns allowed for. Put `AREAS_ARE_NOT_PEOPLE` beside them.
 */
export const schoolSentences = (model: SaidSlopes, schools: readonly ReachSchool[]): readonly SchoolSentence[] =>
  schools.map(({ code, name }) => {
    const why = whyNot(model, code);
    if (why !== null) return { school: code, sentence: `${name}: ${why}.`, detail: null };
    const shown = shownOf(model.slopes, code);
    const words = joined([
      deprivationWords(shown.deprivation),
      nonWhiteWords(shown.non_white_share),
      distanceWords(shown.log_distance, averageOf(model.slopes, 'log_distance')),
    ]);
    const people = AGAINST[model.diagnostics.setAgainst ?? 'aged_16_17'];
    const sentence = `${name}, for the ${people} who live in each authority: ${words || 'no pattern could be modelled'}.`;
    return { school: code, sentence, detail: detailOf(model.slopes, code) || null };
  });
