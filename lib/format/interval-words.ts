import type { Indicator } from '@/lib/domain/indicators/indicator';

const NONE = 'No interval.';

/** The method's own sentence on why there is no interval. */
const reasonIn = (method: string): string | undefined =>
  method.split(/(?<=\.)\s+/).find((sentence) => /\bno\b[^.]*\binterval\b/i.test(sentence));

/** How the interval of an indicator is made, or why it has none. */
export function intervalWords({ intervalMethod, method }: Pick<Indicator, 'intervalMethod' | 'method'>): string {
  if (intervalMethod === 'none') return reasonIn(method) ?? NONE;
  return '95% Wilson score interval, from the counts; none where the counts are not published.';
}
