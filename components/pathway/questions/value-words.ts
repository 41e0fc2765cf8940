import type { ChartTableData } from '@/components/charts/chart-cell';
import type { KnownNumber, ValueOfKnowing } from '@/lib/domain/pathway-questions/value-of-knowing';
import { formatDigits, formatNumber, formatShare } from '@/lib/format/number';
import { formatPosts } from '@/lib/format/round-words';

const postsWords = (posts: number): string =>
  `${formatPosts(posts)} ${formatPosts(posts) === '1.0' ? 'post' : 'posts'}`;

/** Less than this rounds to nothing. */
const NOTHING = 0.05;

/** The whole answer: what would be decided now, and what is worth finding out first. */
export function valueSentence({ draws, leastPosts, meanPosts, everything, numbers }: ValueOfKnowing): string {
  const now = `Where the offer is worth making from ${postsWords(leastPosts)} more over the run, it would ${
    meanPosts >= leastPosts ? 'be made' : 'not be made'
  } on what is known now: ${postsWords(meanPosts)} more on average over ${formatNumber(draws)} draws.`;
  if (everything < NOTHING)
    return `${now} Knowing more would not change that: it is worth less than a tenth of a post.`;
  const [first] = numbers;
  const most = `Knowing everything first would be worth ${postsWords(everything)}.`;
  return first && first.posts >= NOTHING
    ? `${now} ${most} Of single numbers, “${first.name}” is worth most: ${postsWords(first.posts)}.`
    : `${now} ${most} No single number alone would change the decision.`;
}

const rangeWords = ({ range }: KnownNumber): string =>
  range ? `${formatDigits(range.low)} to ${formatDigits(range.high)}, ${range.unit}` : 'yes or no';

export const valueTable = ({ numbers }: ValueOfKnowing): ChartTableData => ({
  columns: [
    { label: 'Uncertain number' },
    { label: '80% of draws, in its unit' },
    { label: 'Posts gained by knowing it first', numeric: true },
    { label: 'Share of the spread of the answer', numeric: true },
  ],
  rows: numbers.map((number) => [
    number.name,
    rangeWords(number),
    { value: number.posts, text: formatPosts(number.posts) },
    { value: number.varianceShare, text: formatShare(number.varianceShare, 0) },
  ]),
});

export const VALUE_NOTES: readonly string[] = [
  'Posts gained on average by deciding once the number is known, against deciding now (expected value of partial perfect information). It ranks what a trial, a survey or a file could best find out; it is no effect of the offer.',
  'Most is at stake where the posts that make it worthwhile are near what the run gives on average; far from it, nothing would change the decision.',
  'The cost enters only through the posts that you say would be enough. Numbers that go with the answer no more than chance would are left out.',
];
