import { Callout } from '@/components/tremor/callout';
import { Stat } from '@/components/ui/stat';
import type { PathwayHeadline } from '@/lib/contracts/pathway-result';
import { hasNoCeiling, PLACES_NOT_LIMITED } from '@/lib/domain/pathway-scenario/place-limit';
import { formatGbpShort } from '@/lib/format/number';
import { costPerMedian, costPerWords, costWords, pathwaySentence } from '@/lib/format/pathway-words';
import { formatChance } from '@/lib/format/round-words';

type PathwayNumbersProps = { result: PathwayHeadline; areaName: string };

/** What an option changes in a sentence, how far it may be trusted, and what it costs: quick to draw, so that it follows a slider. */
export function PathwayNumbers({ result, areaName }: PathwayNumbersProps) {
  const { summary, regime, scenario } = result;
  return (
    <>
      {hasNoCeiling(scenario) ? (
        <Callout tone="caution" title="Not a result to act on">
          {PLACES_NOT_LIMITED}
        </Callout>
      ) : null}
      <p className="max-w-[72ch] border-l-4 border-accent pl-4 text-lg">{pathwaySentence(result, areaName)}</p>
      <p className="text-sm text-muted">{`${summary.draws} draws. Run ${result.receipt.id}.`}</p>
      <Callout tone="caution" title="Read this with its regime">
        {`${regime} A result of this model is for comparing options and for deciding what to try, not a forecast.`}
      </Callout>
      {result.outsideEvidence > 0 ? (
        <Callout tone="caution" title="Partly outside the evidence">
          {`In ${formatChance(result.outsideEvidence)} draws the package is stronger than anything that has been studied (a utility above 1.0).`}
        </Callout>
      ) : null}
      {scenario.offers.length > 0 ? <Costs result={result} /> : null}
    </>
  );
}

function Costs({ result }: { result: PathwayHeadline }) {
  const { totals } = result.summary;
  const perGain = costPerMedian(totals.costPerAdditionalCctFteGbp, result);
  const perGainWords = costPerWords(totals.costPerAdditionalCctFteGbp, result);
  return (
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
  );
}
