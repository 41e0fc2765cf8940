import { memo } from 'react';
import { ChartFrame } from '@/components/charts/chart-frame';
import { ofArea } from '@/components/charts/chart-papers';
import { FanChart } from '@/components/charts/fan-chart';
import { toGainLoss } from '@/components/charts/gain-loss';
import { GainLossChart } from '@/components/charts/gain-loss-chart';
import { Disclosure } from '@/components/ui/disclosure';
import type { PathwayModelled } from '@/lib/contracts/pathway-result';
import { formatNumber } from '@/lib/format/number';
import { areaSeries, gainsByArea } from '@/lib/format/pathway-series';
import { bandWords } from '@/lib/format/pathway-words';
import { formatPosts } from '@/lib/format/round-words';
import { ClassValues } from './class-values';
import { CostPanel } from './cost-panel';
import { FoundationPosts } from './foundation-posts';
import { areaTable, changePoints } from './pathway-rows';
import { CareersPanel, NeedPanel } from './purpose-panels';
import { papersOf } from './questions/asked-run';
import { SpreadCharts } from './spread';

export type PathwayResultProps = {
  result: PathwayModelled;
  /** The region that it is read for: the first that something is offered in. */
  areaCode: string;
  areaName: string;
};

/** Who gains and who loses over the years, both purposes side by side, and what it rests on. */
export const PathwayDrawings = memo(function Drawings({ result, areaCode, areaName }: PathwayResultProps) {
  const { scenario, notes, fit } = result;
  const papers = papersOf(result);
  return (
    <>
      {scenario.offers.length > 0 ? <Posts result={result} areaCode={areaCode} areaName={areaName} /> : null}
      <div className="grid min-w-0 gap-4 @4xl:grid-cols-2">
        <NeedPanel result={result} areaCode={areaCode} areaName={areaName} papers={papers} />
        <CareersPanel result={result} areaCode={areaCode} areaName={areaName} papers={papers} />
      </div>
      {scenario.offers.length > 0 ? <SpreadCharts result={result} papers={papers} /> : null}
      <ClassValues result={result} papers={papers} />
      <Disclosure summary="What this rests on">
        <ul className="max-w-prose list-disc pl-5 text-sm">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
          <li>{`In the first year the model gives back every loaded accept to within ${formatNumber(fit.largestResidual, 3)} doctors (${fit.options} places of training).`}</li>
          <li>
            {fit.movementsFitted
              ? 'Staying and distance are fitted to the moves that are loaded. These come from protected tables: a count that is withheld there, or rounds to 0, counts as nobody, so that rare moves are rarer in the model than in fact.'
              : 'No moves between regions are loaded, so that no region is named as losing.'}
          </li>
        </ul>
      </Disclosure>
    </>
  );
});

function Posts({ result, areaCode, areaName }: PathwayResultProps) {
  const { summary } = result;
  const { totals } = summary;
  const papers = papersOf(result);
  const gains = gainsByArea(result, areaCode);
  const own = gains.entries.find(({ isTarget }) => isTarget);
  const filled = `Specialty posts filled in ${areaName}, with the option less without it; the largest change is in ${gains.year}: ${own ? bandWords(own.change) : 'none'}.`;
  const moved = `Change in specialty posts filled in ${gains.year}, the year in which ${areaName} changes most, for every area that the model gives.`;
  return (
    <>
      <ChartFrame
        id="posts-filled"
        title={`Specialty posts filled in ${areaName}, change against no offer`}
        alternative={filled}
        unit="posts a year"
        footnotes={['Line: median. Dark band: 80% of draws. Light band: 95%, from 256 draws. Thick line: no change.']}
        table={areaTable(summary, areaCode, 'postsFilled')}
        {...papers}
        of={[ofArea({ code: areaCode, name: areaName }), ...papers.of]}
      >
        <FanChart
          points={changePoints(summary, areaSeries(summary, areaCode, 'postsFilled'))}
          format={{ unit: 'posts', decimals: 1 }}
          alternative={filled}
        />
      </ChartFrame>
      <ChartFrame
        id="gains-and-losses"
        title={`Who gains and who loses, ${gains.year}`}
        alternative={`${moved} Over all years ${formatPosts(totals.lostByOtherRegions.median)} posts are lost by other regions at the median.`}
        unit="specialty posts filled in the year, change"
        footnotes={[
          'Bars: medians. Whiskers: 80% of draws. In every draw gains and losses add up with what comes from outside; medians need not.',
          'Regions are in the order of their names: the intervals don’t rank them.',
          'A region that loses here loses applicants in the model. It says nothing about how good its training is.',
        ]}
        table={{
          columns: [{ label: 'Area' }, { label: 'Median', numeric: true }, { label: '80% interval', numeric: true }],
          rows: gains.entries.map(({ label, change }) => [
            label,
            { value: change.median, text: formatPosts(change.median) },
            `${formatPosts(change.lower80)} to ${formatPosts(change.upper80)}`,
          ]),
        }}
        {...papers}
      >
        <GainLossChart
          rows={toGainLoss(gains.entries, 'given')}
          format={{ unit: 'posts', decimals: 1 }}
          alternative={moved}
        />
      </ChartFrame>
      <FoundationPosts result={result} papers={papers} />
      <CostPanel result={result} papers={papers} />
    </>
  );
}
