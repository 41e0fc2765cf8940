import { ChartFrame } from '@/components/charts/chart-frame';
import { ofArea } from '@/components/charts/chart-papers';
import { FanChart } from '@/components/charts/fan-chart';
import type { PathwayModelled } from '@/lib/contracts/pathway-result';
import { foundationGains } from '@/lib/format/foundation-series';
import { areaSeries } from '@/lib/format/pathway-series';
import { bandWords } from '@/lib/format/pathway-words';
import { areaTable, changePoints } from './pathway-rows';
import type { Papers } from './questions/asked-run';

/** F1 posts that an offer pays for: filled where it is made, and who has fewer. The headline is of specialty posts alone. */
export function FoundationPosts({ result, papers }: { result: PathwayModelled; papers: Papers }) {
  const gains = foundationGains(result);
  if (!gains) return null;
  const { summary } = result;
  const { code, name, year, entries } = gains;
  const alternative = `Foundation posts (F1) filled in ${name}, with the option less without it, at most in ${year}.`;
  return (
    <ChartFrame
      id="foundation-posts"
      title={`Foundation posts (F1) filled in ${name}, change against no offer`}
      alternative={alternative}
      unit="posts a year"
      footnotes={['Not in the specialty posts above, nor in what they are said to gain and lose.']}
      table={areaTable(summary, code, 'foundationFilled')}
      {...papers}
      of={[ofArea({ code, name }), ...papers.of]}
    >
      <FanChart
        points={changePoints(summary, areaSeries(summary, code, 'foundationFilled'))}
        format={{ unit: 'posts', decimals: 1 }}
        alternative={alternative}
      />
      <p className="pt-4 text-sm font-semibold">{`F1 posts filled in ${year}, change`}</p>
      <dl className="flex flex-col gap-1 pt-1 text-sm">
        {entries.map(({ label, change }) => (
          <div key={label} className="flex flex-wrap justify-between gap-x-4">
            <dt>{label}</dt>
            <dd className="font-semibold">{bandWords(change)}</dd>
          </div>
        ))}
      </dl>
    </ChartFrame>
  );
}
