import { sum } from '@/lib/domain/statistics/sum';
import type { FittedModel } from './fitted-model';

type BySchool = NonNullable<FittedModel['bySchool']>;
type Summary = BySchool['schools'][number];

const shareExplained = (deviance: number, nullDeviance: number): number =>
  nullDeviance > 0 ? Math.max(0, 1 - deviance / nullDeviance) : 0;

/** Totals of these schools alone. */
function totalsOf(schools: readonly Summary[]) {
  const total = (of: (one: Summary) => number) => sum(schools.map(of));
  const n = total(({ cells }) => cells ?? 0);
  const degreesOfFreedom = total((one) => one.degreesOfFreedom ?? 0);
  const [deviance, nullDeviance] = [total((one) => one.deviance ?? 0), total((one) => one.nullDeviance ?? 0)];
  return {
    n,
    zeroShare: total(({ zeroShare, cells }) => zeroShare * (cells ?? 0)) / n,
    diagnostics: {
      people: total(({ people }) => people),
      degreesOfFreedom,
      deviance,
      nullDeviance,
      devianceExplained: shareExplained(deviance, nullDeviance),
      dispersion: total((one) => one.dispersion * (one.degreesOfFreedom ?? 0)) / degreesOfFreedom,
    },
  };
}

/**
 * Of a fit by school, what follows from these schools' own people alone. An average over schools, their spread, what is drawn towards
 * it, a sum over all cells and a rank among schools hold the other schools too: who knows their own takes it away and is left with theirs.
 * Null where none of the schools has a fit of its own, or an earlier version of the models left out what it needs.
 */
export function fitOfOwn(fitted: FittedModel, bySchool: BySchool, own: readonly string[]): FittedModel | null {
  const isOwn = ({ school }: { school: string }) => own.includes(school);
  const schools = bySchool.schools.filter(isOwn);
  if (schools.length === 0 || schools.some(({ cells }) => cells === undefined)) return null;
  const { n, zeroShare, diagnostics } = totalsOf(schools);
  const { errorsMethod, leftOut, setAgainst } = fitted.diagnostics;
  return {
    model: fitted.model,
    n,
    zeroShare,
    // A school's own terms are `school` and `school:term`.
    coefficients: fitted.coefficients.filter(({ term }) => own.includes(term.split(':')[0] ?? '')),
    diagnostics: {
      ...diagnostics,
      errorsMethod,
      leftOut: leftOut.filter(({ what, code }) => what !== 'school' || own.includes(code)),
      ...(setAgainst ? { setAgainst } : {}),
    },
    ...(fitted.roundedTo === undefined ? {} : { roundedTo: fitted.roundedTo }),
    adjustment: fitted.adjustment,
    bySchool: {
      standards: bySchool.standards,
      slopes: bySchool.slopes.map((one) => ({
        term: one.term,
        average: null,
        spread: null,
        schools: one.schools.filter(isOwn).map(({ school, own: slope }) => ({ school, own: slope, shown: slope })),
      })),
      schools,
      founding: [],
    },
  };
}
