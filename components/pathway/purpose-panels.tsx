import { ChartFrame } from '@/components/charts/chart-frame';
import { ofArea } from '@/components/charts/chart-papers';
import { FanChart } from '@/components/charts/fan-chart';
import type { PathwayModelled } from '@/lib/contracts/pathway-result';
import type { AreaMeasure } from '@/lib/domain/pathway/outputs/area-measures';
import type { CountryMeasure } from '@/lib/domain/pathway/outputs/country-measures';
import { formatSigned } from '@/lib/format/number';
import {
  AREA_WORDS,
  areaSeries,
  COUNTRY_WORDS,
  countrySeries,
  lastOfferedYear,
  scaled,
} from '@/lib/format/pathway-series';
import { bandWords } from '@/lib/format/pathway-words';
import { areaTable, changePoints, countryTable } from './pathway-rows';
import type { Papers } from './questions/asked-run';

type PanelProps = { result: PathwayModelled; areaCode: string; areaName: string; papers: Papers };

/** The change of a measure in one year, in words. */
function Change({ label, text }: { label: string; text: string }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4">
      <dt className="text-muted">{label}</dt>
      <dd className="font-semibold">{text}</dd>
    </div>
  );
}

const changeAt = (
  years: ReturnType<typeof countrySeries>,
  at: number,
  { decimals, scale }: { decimals: number; scale: number },
): string => {
  const year = years.at(at);
  return year ? bandWords(scaled(year.difference, scale), (value) => formatSigned(value, decimals)) : 'not given';
};

const LAST = -1;
const NEED: readonly CountryMeasure[] = ['needWeightedShortfall', 'slopeIndex'];
const CAREERS: readonly CountryMeasure[] = [
  'meanInclusiveValue',
  'worstInclusiveValue',
  'firstChoicesMet',
  'forcedMoves',
  'unplaced',
];
const NEED_OF_AREA: readonly AreaMeasure[] = ['consultantFte', 'gpFte', 'ccts'];

/** The two purposes pull against each other: two panels of one size, never one score. */
export function NeedPanel({ result: { summary }, areaCode, areaName, papers }: PanelProps) {
  const alternative = `Consultants and GPs for the need-weighted population of ${areaName}, change in the last year: ${changeAt(areaSeries(summary, areaCode, 'ftePer100kNeed'), LAST, AREA_WORDS.ftePer100kNeed)}.`;
  return (
    <ChartFrame
      id="need"
      title={`Population need: doctors in ${areaName}`}
      alternative={alternative}
      unit="FTE per 100,000 need-weighted population, change"
      table={areaTable(summary, areaCode, 'ftePer100kNeed')}
      {...papers}
      of={[ofArea({ code: areaCode, name: areaName }), ...papers.of]}
    >
      <FanChart
        points={changePoints(summary, areaSeries(summary, areaCode, 'ftePer100kNeed'))}
        format={{ unit: 'per_100k', decimals: 2 }}
        alternative={alternative}
      />
      <p className="pt-4 text-sm font-semibold">In the last year, change</p>
      <dl className="flex flex-col gap-1 pt-1 text-sm">
        {NEED_OF_AREA.map((measure) => (
          <Change
            key={measure}
            label={`${AREA_WORDS[measure].label}, ${areaName}`}
            text={changeAt(areaSeries(summary, areaCode, measure), LAST, AREA_WORDS[measure])}
          />
        ))}
        {NEED.map((measure) => (
          <Change
            key={measure}
            label={`${COUNTRY_WORDS[measure].label}, country`}
            text={changeAt(countrySeries(summary, measure), LAST, COUNTRY_WORDS[measure])}
          />
        ))}
      </dl>
    </ChartFrame>
  );
}

export function CareersPanel({ result, areaCode, areaName, papers }: PanelProps) {
  const { summary } = result;
  const { at, year } = lastOfferedYear(result);
  const alternative = `What choosing a post is worth to a doctor, mean of all who apply at CT1/ST1, change in ${year}, the last year of the offer: ${changeAt(countrySeries(summary, 'meanInclusiveValue'), at, COUNTRY_WORDS.meanInclusiveValue)}.`;
  return (
    <ChartFrame
      id="careers"
      title="Satisfying careers: what choosing is worth"
      alternative={alternative}
      unit="thousandths of utility, change; 26 are worth about 1% of basic pay"
      table={countryTable(summary, CAREERS)}
      {...papers}
    >
      <FanChart
        points={changePoints(
          summary,
          countrySeries(summary, 'meanInclusiveValue'),
          COUNTRY_WORDS.meanInclusiveValue.scale,
        )}
        format={{ unit: 'index', decimals: 2 }}
        alternative={alternative}
      />
      <p className="pt-4 text-sm font-semibold">{`In ${year}, the last year of the offer: change`}</p>
      <dl className="flex flex-col gap-1 pt-1 text-sm">
        {CAREERS.slice(1).map((measure) => (
          <Change
            key={measure}
            label={COUNTRY_WORDS[measure].label}
            text={changeAt(countrySeries(summary, measure), at, COUNTRY_WORDS[measure])}
          />
        ))}
        <Change
          label={`${AREA_WORDS.yearsToCct.label}, ${areaName}`}
          text={changeAt(areaSeries(summary, areaCode, 'yearsToCct'), at, AREA_WORDS.yearsToCct)}
        />
      </dl>
    </ChartFrame>
  );
}
