type Run = { readonly startYear: number; readonly years: number };

/**
 * Calendar year within the run in which something is offered last; the run's last year where nothing is. What an offer asks of doctors
 * shows while it lasts, and would be nothing in the last year of a run that goes on for long after it.
 */
export const lastOfferedYearOf = (
  offers: readonly { readonly toYear: number }[],
  { startYear, years }: Run,
): number => {
  const last = startYear + years - 1;
  const end = offers.length > 0 ? Math.max(...offers.map(({ toYear }) => toYear)) : last;
  return Math.min(last, Math.max(startYear, end));
};
