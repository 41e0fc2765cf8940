import type { Indicator } from '@/lib/domain/indicators/indicator';
import { formatDate } from '@/lib/format/date';
import { intervalWords } from '@/lib/format/interval-words';
import { unitSuffix } from '@/lib/format/number';

const POLARITY_WORDS = {
  high_good: 'High is good',
  low_good: 'Low is good',
  no_judgement: 'No judgement: neither high nor low is good in itself',
};

const NOT_RECORDED = 'not recorded';

const dateOr = (date: string | null): string => (date ? formatDate(date) : NOT_RECORDED);

/** An indicator's papers: what it is, how it is made, and who answers for the definition. */
export function DefinitionList({ indicator }: { indicator: Indicator }) {
  const papers: readonly (readonly [string, string])[] = [
    ['Definition', indicator.definition],
    ['Numerator', indicator.numerator],
    ['Denominator', indicator.denominator],
    ['Method', indicator.method],
    ['Interval', intervalWords(indicator)],
    ['Unit', unitSuffix(indicator.unit) || indicator.unit.replaceAll('_', ' ')],
    ['Direction', POLARITY_WORDS[indicator.polarity]],
    ['Mind', indicator.caveat],
    ['To load more', indicator.loadHint],
    ['Author', indicator.author || NOT_RECORDED],
    ['Checker', indicator.checker || NOT_RECORDED],
    ['Last review', dateOr(indicator.reviewedOn)],
    ['Next review', dateOr(indicator.nextReviewOn)],
  ];
  return (
    <dl className="grid max-w-[80ch] gap-x-6 gap-y-3 sm:grid-cols-[10rem_1fr]">
      {papers
        .filter(([, text]) => text !== '')
        .map(([term, text]) => (
          <div key={term} className="contents">
            <dt className="font-semibold">{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}
