import { ChartFrame } from '@/components/charts/chart-frame';
import { ofArea } from '@/components/charts/chart-papers';
import { FanChart } from '@/components/charts/fan-chart';
import { toGainLoss } from '@/components/charts/gain-loss';
import { GainLossChart } from '@/components/charts/gain-loss-chart';
import { Callout } from '@/components/tremor/callout';
import { Disclosure } from '@/components/ui/disclosure';
import { Stat } from '@/components/ui/stat';
import type { PathwayModelled } from '@/lib/contracts/pathway-result';
import { hasNoCeiling, PLACES_NOT_LIMITED } from '@/lib/domain/pathway-scenario/place-limit';
import { formatGbpShort, formatNumber } from '@/lib/format/number';
import { areaSeries, gainsByArea } from '@/lib/format/pathway-series';
import { bandWords, costPerMedian, costPerWords, costWords, pathwaySentence } from '@/lib/format/pathway-words';
import { formatChance, formatPosts } from '@/lib/format/round-words';
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

/** What an option changes over the years: who gains, who loses, both purposes side by side, and what it costs. */
export function PathwayResultView({ result, areaCode, areaName }: PathwayResultProps) {
  const { summary, regime, scenario, notes, fit } = result;
  const papers = papersOf(result);
  return (
    <div className="@container flex min-w-0 flex-col gap-6">
      {hasNoCeiling(scenario) ? (
        <Callout tone="caution" title="Not a result to act on">
          {PLACES_NOT_LIMITED}
        </Callout>
      ) : null}
      <p className="max-w-[72ch] border-l-4 border-accent pl-4 text-lg">{pathwaySentence(result, areaName)}</p>
      <Callout tone="caution" title="Read this with its regime">
        {`${regime} A result of this model is for comparing options and for deciding what to try, not a forecast.`}
      </Callout>
      {result.outsideEvidence > 0 ? (
        <Callout tone="caution" title="Partly outside the evidence">
          {`In ${formatChance(result.outsideEvidence)} draws the package is stronger than anything that has been studied (a utility above 1.0).`}
        </Callout>
      ) : null}
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
      <p className="text-sm text-muted">{`${summary.draws} draws. Run ${result.receipt.id}.`}</p>
    </div>
  );
}

function Posts({ result, areaCode, areaName }: PathwayResultProps) {
  const { summary } = result;
  const { totals } = summary;
  const papers = papersOf(result);
  const perGain = costPerMedian(totals.costPerAdditionalCctFteGbp, result);
  const perGainWords = costPerWords(totals.costPerAdditionalCctFteGbp, result);
  const gains = gainsByArea(result, areaCode);
  const own = gains.entries.find(({ isTarget }) => isTarget);
  const filled = `Specialty posts filled in ${areaName}, with the option less without it; the largest change is in ${gains.year}: ${own ? bandWords(own.change) : 'none'}.`;
  const moved = `Change in specialty posts filled in ${gains.year}, the year in which ${areaName} changes most, for every area that the model gives.`;
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Stat
          label="Whole cost, discounted at 3.5%"
          value={result.costKnown === 'none' ? 'not known: no cost entered' : formatGbpShort(totals.costGbp.median)}
          note={
            result.costKnown === 'none'
              ? 'enter what the offer would cost to see it'
              : `${costWords(totals.costGbp, result.costKnown)}; everyone who accepts a covered post is paid`
          }
        />
        <Stat
          label="Cost for each CCT-FTE more"
          value={perGain}
          note={
            perGain === perGainWords
              ? null
              : `${perGainWords}, over the draws that gain; weighted by need: ${costPerWords(totals.costPerAdditionalNeedWeightedCctFteGbp, result)}`
          }
        />
      </div>
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
