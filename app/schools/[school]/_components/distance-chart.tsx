import { ChartFrame } from '@/components/charts/chart-frame';
import { toCompareBars } from '@/components/charts/compare-bars';
import { CompareBarsChart } from '@/components/charts/compare-bars-chart';
import type { Home } from '@/components/tables/home-authority-list';
import { Stat } from '@/components/ui/stat';
import type { SchoolReach } from '@/lib/contracts/school-reach';
import type { Measure } from '@/lib/domain/measure/measure';
import { inPercent } from '@/lib/domain/reach/count-figures';
import { measureText, rangeText } from '@/lib/format/measure-words';
import { formatNumber, formatShare } from '@/lib/format/number';
import { bandWords } from '@/lib/format/reach-words';
import { baseNote, framePapers, sourceNote } from './block-papers';
import { numberCell } from './number-cell';

const FORMAT = { unit: 'percent', decimals: 1 } as const;

type DistanceChartProps = { school: SchoolReach['school']; home: Home; regionName: string | null };

/** How far entrants come, in bands, and the local share beside the share of young people who live as near. */
export function DistanceChart({ school, home, regionName }: DistanceChartProps) {
  const { bands, nearby, ownRegion, meanKm, medianKm, papers, youngSource } = home;
  const rows = toCompareBars({
    order: 'given',
    entries: bands.map((band) => ({ code: bandWords(band), name: bandWords(band), measure: inPercent(band.share) })),
  });
  const share = inPercent(nearby.share);
  const living =
    nearby.populationShare === null
      ? ''
      : `; ${formatShare(nearby.populationShare)} of people aged 16 to 17 live there`;
  const title =
    share.kind === 'value'
      ? `${formatNumber(share.value, 0)}% of entrants come from within 50 km`
      : 'How far entrants come';
  const alternative =
    share.kind === 'value'
      ? `${formatNumber(share.value, 1)}% of entrants (95% interval ${rangeText(share, 1)}) come from authorities whose centre is within 50 km${living}.`
      : 'The share of entrants from nearby can’t be given: a count in it is withheld or not loaded.';
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <ChartFrame
        id="distance"
        title={title}
        alternative={alternative}
        unit="% of entrants by distance from home to the school"
        {...framePapers(papers, school)}
        footnotes={[
          'Distances are great circles from the centre of the home authority to the school.',
          ...baseNote('people aged 16 to 17', youngSource),
          'Where people come from says nothing of why.',
          sourceNote(papers),
        ]}
        table={{
          columns: [
            { label: 'Distance from home' },
            { label: '% of entrants', numeric: true },
            { label: '95% interval', numeric: true },
            { label: 'Per 10,000 aged 16 to 17', numeric: true },
            { label: '95% interval of it', numeric: true },
          ],
          rows: bands.map((band) => [
            bandWords(band),
            numberCell(inPercent(band.share), 1, '%'),
            rangeText(inPercent(band.share), 1),
            numberCell(band.per10000, 1),
            rangeText(band.per10000, 1),
          ]),
        }}
      >
        <CompareBarsChart rows={rows} format={FORMAT} alternative={alternative} />
      </ChartFrame>
      <div className="grid gap-4 sm:grid-cols-2">
        <Stat
          label="Within 50 km, against young people there"
          value={measureText(nearby.ratio, 1, ' times')}
          note={notes(intervalOf(nearby.ratio, 1), '1 is in proportion')}
        />
        {ownRegion && regionName ? (
          <Stat
            label={`From the school’s own region, ${regionName}`}
            value={measureText(inPercent(ownRegion.share), 1, '%')}
            note={notes(
              intervalOf(inPercent(ownRegion.share), 1),
              ownRegion.ratio.kind === 'value'
                ? `${measureText(ownRegion.ratio, 1, ' times')} the share of young people there`
                : null,
            )}
          />
        ) : null}
        <Stat
          label="Half of entrants come from within"
          value={measureText(medianKm, 0, ' km')}
          note={notes('median', intervalOf(medianKm, 0))}
        />
        <Stat
          label="Average distance"
          value={measureText(meanKm, 0, ' km')}
          note={notes('mean, weighted by entrants', intervalOf(meanKm, 0))}
        />
      </div>
    </div>
  );
}

/** Nothing where there is no figure: a dash and a mark again say no more than the figure's own. */
const intervalOf = (figure: Measure, decimals: number): string | null =>
  figure.kind === 'value' && figure.interval ? `95% interval ${rangeText(figure, decimals)}` : null;

const notes = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join('; ');
