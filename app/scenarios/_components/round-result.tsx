import { toBandStrip } from '@/components/charts/band-strip';
import { BandStripChart } from '@/components/charts/band-strip-chart';
import { ChartFrame } from '@/components/charts/chart-frame';
import { ofArea } from '@/components/charts/chart-papers';
import { toGainLoss } from '@/components/charts/gain-loss';
import { GainLossChart } from '@/components/charts/gain-loss-chart';
import { Callout } from '@/components/tremor/callout';
import { Stat } from '@/components/ui/stat';
import { type Band, REGIME_2024, type RoundResult, type ScenarioInputs } from '@/lib/contracts/scenario';
import type { Root } from '@/lib/domain/geography/area';
import { costKnown } from '@/lib/domain/levers/cost-known';
import type { Lever } from '@/lib/domain/levers/lever';
import { modelledIn } from '@/lib/domain/measure/modelled-in';
import { formatNumber, formatShare } from '@/lib/format/number';
import { chanceRange, costPerPost, costRange, costRemark, formatPosts as posts } from '@/lib/format/round-words';
import { CareersPanel, NeedPanel } from './purpose-panels';
import { losersSentence, postsBand, poundsInterval, resultSentence } from './result-words';
import { TargetAnswer } from './target-answer';

export type RoundResultProps = {
  inputs: ScenarioInputs;
  result: RoundResult;
  levers: readonly Lever[];
  areaName: string;
  /** The country of the region. */
  root: Root;
  runId: string;
  /** Median of the shared money scale: utility for 1 % of basic pay. */
  moneyScale: number;
};

const negative = (band: Band): Band => ({
  median: -band.median,
  mean: -band.mean,
  lower80: -band.upper80,
  upper80: -band.lower80,
  lower95: band.upper95 === null ? null : -band.upper95,
  upper95: band.lower95 === null ? null : -band.lower95,
});

const papersOf = ({ runId, inputs: { targetAreaCode, level, year }, areaName, root }: RoundResultProps) => ({
  of: [
    ofArea({ code: targetAreaCode, name: areaName }),
    { kind: 'scenario' as const, code: runId, name: `One recruitment round, ${level} ${year}` },
  ],
  unit: 'posts',
  period: `${year} round`,
  source: { name: 'Stead, one recruitment round', publisher: 'modelled from the inputs of this run' },
  releaseId: `run ${runId}`,
  provenance: modelledIn(root),
});

const bandRow = (label: string, band: Band) => [
  label,
  { value: band.median, text: posts(band.median) },
  { value: band.mean, text: posts(band.mean) },
  `${posts(band.lower80)} to ${posts(band.upper80)}`,
  band.lower95 === null || band.upper95 === null
    ? 'from 256 draws'
    : `${posts(band.lower95)} to ${posts(band.upper95)}`,
];

const BAND_COLUMNS = [
  { label: 'Measure' },
  { label: 'Median', numeric: true },
  { label: 'Mean', numeric: true },
  { label: '80% interval', numeric: true },
  { label: '95% interval', numeric: true },
];

/** What the package changes, what it costs and who loses; both readings of the evidence side by side. */
export function RoundResultView(props: RoundResultProps) {
  const { inputs, result, runId } = props;
  const hasOffer = inputs.levers.length > 0;
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <p className="max-w-[72ch] border-l-4 border-accent pl-4 text-lg">
        {resultSentence(inputs, result, props.levers, props.areaName)}
      </p>
      <Callout tone="caution" title="Read this with its regime">
        {REGIME_2024} A result of this model is for comparing options and for deciding what to try, not a forecast.
      </Callout>
      {result.outsideEvidence ? (
        <Callout tone="caution" title="Partly outside the evidence">
          In some draws the offer is stronger than anything that has been studied (a utility shift above 1.0).
        </Callout>
      ) : null}
      {hasOffer ? <Effect {...props} /> : null}
      <TargetAnswer target={result.target} level={inputs.level} />
      <div className="grid gap-4 md:grid-cols-2">
        <NeedPanel result={result} level={inputs.level} />
        <CareersPanel result={result} hasOffer={hasOffer} moneyScale={props.moneyScale} />
      </div>
      <p className="text-sm text-muted">
        {`${result.draws} draws. Excess demand: ${formatNumber(result.excessDemandBefore, 2)} people who would choose a post here for each post, ${formatNumber(result.excessDemandAfter.median, 2)} with the offer. Run ${runId}.`}
      </p>
    </div>
  );
}

function Effect(props: RoundResultProps) {
  const { inputs, result } = props;
  const { extraFilled, fillOdds, fromOtherRegions, fromElsewhere } = result;
  const papers = papersOf(props);
  const alternative = `Extra posts filled: ${postsBand(extraFilled)} as a choice between places; ${postsBand(fillOdds.extraFilled)} as odds of fill.`;
  const known = costKnown(inputs.levers);
  const medians = [fillOdds, result].map(({ costPerExtraFilledGbp: band }) => band?.median ?? null);
  const gains = [
    { label: 'This region', change: extraFilled },
    ...(result.otherRegionsPosts > 0
      ? [{ label: 'Other modelled regions together', change: negative(fromOtherRegions) }]
      : []),
    { label: 'Elsewhere or nowhere', change: negative(fromElsewhere) },
  ];
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Stat
          label="Filled before"
          value={formatShare(result.fillRateBefore)}
          note={`${formatNumber(result.filledBefore)} of ${formatNumber(result.posts)} posts`}
        />
        <Stat
          label="Chance of at least one extra post"
          value={chanceRange(fillOdds.chanceOfOneExtraPost, result.chanceOfOneExtraPost)}
          note="over the two readings"
        />
        <Stat
          label="Whole cost of the offer"
          value={costRange(fillOdds.costGbp.median, result.costGbp.median, known)}
          note={
            known === 'none'
              ? 'enter what the offer would cost to see it'
              : [
                  'medians of the two readings',
                  costRemark(known),
                  `choice between places: ${poundsInterval(result.costGbp)}`,
                  'everyone who accepts a covered post is paid',
                  'undiscounted',
                ]
                  .filter(Boolean)
                  .join('; ')
          }
        />
        <Stat
          label="Cost for each extra post filled"
          value={costPerPost({ medians, known, atCeiling: result.atCeiling })}
          note="medians of the two readings"
        />
      </div>
      <ChartFrame
        id="effect"
        title="Extra posts filled, by two readings of the same evidence"
        alternative={alternative}
        footnotes={[
          'Choice between places: the offer competes with every other region and job; a small shift moves many people, because most people are elsewhere.',
          ...(extraFilled.median > result.posts - result.filledBefore - 0.05
            ? [
                `In the first reading every post is filled in most draws: the gain stops at the ${formatNumber(result.posts - result.filledBefore)} posts that were empty.`,
              ]
            : []),
          'Line: median. Dark band: 80% of draws. Light band: 95%.',
          'Odds of fill: the same shift on the scale on which the effect of pay was measured. Mostly the lower of the two. The truth may lie outside both.',
          ...(result.breakEvenDeltaUtility === null
            ? []
            : [
                `Break-even for one extra post: a shift of ${formatNumber(result.breakEvenDeltaUtility, 3)} (choice) or ${fillOdds.breakEvenDeltaUtility === null ? 'not reachable' : formatNumber(fillOdds.breakEvenDeltaUtility, 3)} (odds of fill); this offer’s median shift is ${formatNumber(result.deltaUtility.median, 3)}.`,
              ]),
        ]}
        table={{
          columns: BAND_COLUMNS,
          rows: [bandRow('Choice between places', extraFilled), bandRow('Odds of fill', fillOdds.extraFilled)],
        }}
        {...papers}
      >
        <BandStripChart
          strip={toBandStrip([
            { label: 'Choice between places', band: extraFilled },
            { label: 'Odds of fill', band: fillOdds.extraFilled },
          ])}
          format={{ unit: 'posts', decimals: 1 }}
          alternative={alternative}
        />
      </ChartFrame>
      <ChartFrame
        id="gains-and-losses"
        title="Who gains and who loses"
        alternative={losersSentence(result)}
        footnotes={[
          'No region is named as losing: that needs movements between regions, which are not loaded. Bars are medians; the parts add up in every draw, medians need not.',
        ]}
        table={{ columns: BAND_COLUMNS, rows: gains.map(({ label, change }) => bandRow(label, change)) }}
        {...papers}
      >
        <GainLossChart
          rows={toGainLoss(gains)}
          format={{ unit: 'posts', decimals: 1 }}
          alternative={losersSentence(result)}
        />
      </ChartFrame>
    </>
  );
}
