import { absentCell, type ChartTableData } from '@/components/charts/chart-cell';
import type { Band } from '@/lib/contracts/scenario';
import type { Mix, RunFrontier } from '@/lib/domain/pathway-questions/run-frontier';
import { formatPosts } from '@/lib/format/round-words';
import type { AskedRun } from './asked-run';
import { mixCost, mixName, mixWords, TODAY, writtenAs } from './frontier-words';

const BROKEN = { numeric: true, fit: 'broken' } as const;
/** In the place of an interval that there can't be. */
const EXACT = 'exactly 0';

/** 95 % intervals where the draws allow them. Over two lines, so that who loses and what it costs are seen beside what is gained. */
const columnsOf = (has95: boolean) => [
  { label: 'Mix' },
  { label: 'What is offered', fit: 'roomy' as const },
  { label: 'Need, mean', numeric: true },
  { label: 'Need, 80% interval', ...BROKEN },
  ...(has95 ? [{ label: 'Need, 95% interval', ...BROKEN }] : []),
  { label: 'Careers, mean', numeric: true },
  { label: 'Careers, 80% interval', ...BROKEN },
  ...(has95 ? [{ label: 'Careers, 95% interval', ...BROKEN }] : []),
  { label: 'Careers, class worst off, mean', numeric: true },
  { label: 'Posts filled more, mean', numeric: true },
  { label: 'Posts lost by other regions, mean', numeric: true },
  { label: 'Cost, discounted, mean', ...BROKEN },
];

/** Everything that the drawing shows, and what it doesn't: the worst off, who loses, money. */
export function frontierTable(run: AskedRun, answer: RunFrontier): ChartTableData {
  const { need, careers } = writtenAs(answer);
  const has95 = answer.option.need.lower95 !== null;
  const interval = (lower: number | null, upper: number | null, write: (value: number) => string): string =>
    lower === null || upper === null ? 'not given' : `${write(lower)} to ${write(upper)}`;
  const between = ({ lower80, upper80, lower95, upper95 }: Band, write: (value: number) => string): string[] => [
    interval(lower80, upper80, write),
    ...(has95 ? [interval(lower95, upper95, write)] : []),
  ];
  // Nothing is drawn for it: every change is counted from it.
  const ofToday = [EXACT, ...(has95 ? [EXACT] : [])];
  const costCell = (mix: Mix) => {
    const { text, isWhole } = mixCost(run, mix);
    // A sum that lacks something is no number to reckon with.
    return isWhole ? { value: mix.costGbp, text } : absentCell('not_loaded', text);
  };
  const row = (name: string, mix: Mix) => [
    name,
    mixWords(run, mix),
    { value: mix.need.mean, text: need(mix.need.mean) },
    ...(mix === TODAY ? ofToday : between(mix.need, need)),
    { value: mix.careers.mean, text: careers(mix.careers.mean) },
    ...(mix === TODAY ? ofToday : between(mix.careers, careers)),
    { value: mix.worstOff.mean, text: careers(mix.worstOff.mean) },
    { value: mix.extraPosts.mean, text: formatPosts(mix.extraPosts.mean) },
    { value: mix.lostByOthers.mean, text: formatPosts(mix.lostByOthers.mean) },
    costCell(mix),
  ];
  return {
    columns: columnsOf(has95),
    rows: [
      ...answer.mixes.map((mix, at) => row(mixName(at), mix)),
      row('Today', TODAY),
      row('This run', answer.option),
    ],
  };
}
