import { ChartFrame } from '@/components/charts/chart-frame';
import { FanChart } from '@/components/charts/fan-chart';
import type { PathwayModelled } from '@/lib/contracts/pathway-result';
import { formatGbpShort } from '@/lib/format/number';
import { countrySeries, strongestYear } from '@/lib/format/pathway-series';
import { bandWords, onCostWords } from '@/lib/format/pathway-words';
import { changePoints, countryTable } from './pathway-rows';
import type { Papers } from './questions/asked-run';

/** What is paid in each year: what a budget needs, beside the whole cost. Nothing of a run without costs, or from before they were kept. */
export function CostPanel({ result, papers }: { result: PathwayModelled; papers: Papers }) {
  const { summary, costKnown, scenario } = result;
  const years = countrySeries(summary, 'costGbp');
  const most = strongestYear(years);
  const dearest = years[most];
  if (costKnown === 'none' || !dearest) return null;
  const alternative = `What is paid for the offers in each year; most in ${summary.startYear + most}: ${bandWords(dearest.difference, formatGbpShort)}.`;
  return (
    <ChartFrame
      id="cost-by-year"
      title="What is paid, year by year"
      alternative={alternative}
      unit="£ in the year, not discounted"
      footnotes={[
        ...(costKnown === 'part' ? ['A lever has no cost: this is what the others come to.'] : []),
        `Employer’s costs: ${onCostWords(scenario.employerOnCost)}.`,
      ]}
      table={countryTable(summary, ['costGbp'])}
      {...papers}
    >
      <FanChart
        points={changePoints(summary, years)}
        format={{ unit: 'pounds', decimals: 1 }}
        alternative={alternative}
      />
    </ChartFrame>
  );
}
