import { ChartFrame } from '@/components/charts/chart-frame';
import { toCompareBars } from '@/components/charts/compare-bars';
import { CompareBarsChart } from '@/components/charts/compare-bars-chart';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { LinkTabs } from '@/components/ui/link-tabs';
import { NumberInput } from '@/components/ui/number-input';
import type { IntakeMix, SchoolReach } from '@/lib/contracts/school-reach';
import { MIX_CHARACTERISTICS, type SchoolQuery, schoolHref } from '@/lib/contracts/school-reach-query';
import { plotted } from '@/lib/domain/measure/measure';
import { inPercent } from '@/lib/domain/reach/count-figures';
import { rangeText } from '@/lib/format/measure-words';
import { formatNumber, formatSigned } from '@/lib/format/number';
import { SETTLEMENT_NOTE } from '@/lib/format/reach-words';
import { AbsentBlock } from './absent-block';
import { framePapers, sourceNote } from './block-papers';
import { numberCell } from './number-cell';

const TITLE = 'What if our intake mix changed?';

const BY_SETTLEMENT =
  'Of one of these groups a count of a foundation area is withheld, so the answer is by how graduates came to the region of their foundation training instead.';

const BY_WORDS = { quintile: 'Deprivation fifth', sex: 'Sex', ethnicity: 'Ethnic group' } as const;

type Given = Extract<IntakeMix, { kind: 'given' }>;

/** What somebody typed stays in its box, also where it can't be worked out. */
const boxValue = ({ askedPct, groups }: Given, query: SchoolQuery, at: number): string =>
  query.share[at] ?? formatNumber(askedPct[at] ?? groups[at]?.todayPct ?? 0, 1);

function MixForm({ mix, query, code }: { mix: Given; query: SchoolQuery; code: string }) {
  return (
    <form method="get" action={`/schools/${encodeURIComponent(code)}#mix`} className="no-print flex flex-col gap-3">
      <input type="hidden" name="view" value="destinations" />
      {query.period ? <input type="hidden" name="period" value={query.period} /> : null}
      <input type="hidden" name="by" value={mix.by} />
      <fieldset className="flex flex-col gap-3">
        <legend className="pb-2 text-sm">
          Share of each group in the intake that you ask about, in %. They have to add up to 100. Today’s shares, of
          graduates whose group is known, stand in the boxes.
        </legend>
        <div className="flex flex-wrap gap-3">
          {mix.groups.map(({ group, label }, at) => (
            <NumberInput
              key={group}
              id={`share-${at}`}
              name="share"
              label={label}
              unit="%"
              min={0}
              max={100}
              step="any"
              defaultValue={boxValue(mix, query, at)}
            />
          ))}
        </div>
      </fieldset>
      <div>
        <Button type="submit" variant="primary">
          Work it out
        </Button>
      </div>
    </form>
  );
}

function largestChange(mix: Given): string {
  const [most] = mix.destinations
    .filter(({ change }) => change.kind === 'value')
    .toSorted((one, other) => sizeOf(other) - sizeOf(one));
  if (most?.change.kind !== 'value') return 'No change can be given for these groups';
  const { value, interval } = most.change;
  const change = `${formatSigned(100 * value, 1)} percentage points, ${most.name}`;
  const isTold = interval !== null && (interval.lower > 0 || interval.upper < 0);
  return isTold ? `Largest change: ${change}` : `Largest change: ${change}, not told apart from none`;
}

const sizeOf = ({ change }: Given['destinations'][number]): number => Math.abs(plotted(change) ?? 0);

function MixResult({ mix, school }: { mix: Given; school: SchoolReach['school'] }) {
  const rows = mix.destinations.toSorted((one, other) => sizeOf(other) - sizeOf(one));
  const title = largestChange(mix);
  const alternative = `Where ${school.name}’s graduates begin foundation training: with the mix asked about less today’s share. ${title}.`;
  const bars = toCompareBars({
    order: 'given',
    entries: rows.map(({ code, name, change }) => ({ code, name, measure: inPercent(change) })),
  });
  return (
    <ChartFrame
      id="mix-result"
      title={title}
      alternative={alternative}
      unit="change of the share of graduates, percentage points"
      {...framePapers(mix.papers, school)}
      footnotes={[
        mix.caution,
        ...(mix.destinationsBy === 'settlement' ? [BY_SETTLEMENT, SETTLEMENT_NOTE] : []),
        sourceNote(mix.papers),
      ]}
      table={{
        columns: [
          { label: mix.destinationsBy === 'settlement' ? 'How they came there' : 'Foundation area' },
          { label: 'Today', numeric: true },
          { label: 'With the mix asked about', numeric: true },
          { label: 'Change, percentage points', numeric: true },
          { label: '95% interval of it', numeric: true },
        ],
        rows: rows.map(({ name, today, asked, change }) => [
          name,
          numberCell(inPercent(today), 1, '%'),
          numberCell(inPercent(asked), 1, '%'),
          numberCell(inPercent(change), 2),
          rangeText(inPercent(change), 2),
        ]),
      }}
    >
      <CompareBarsChart rows={bars} format={{ unit: 'score', decimals: 2 }} alternative={alternative} />
    </ChartFrame>
  );
}

/** A first-order answer to another mix of entrants; the choice is in the address. */
export function MixBlock({ reach: { mix, school }, query }: { reach: SchoolReach; query: SchoolQuery }) {
  const tabs = MIX_CHARACTERISTICS.map((by) => ({
    href: `${schoolHref(school.code, { view: 'destinations', period: query.period, by })}#mix`,
    label: BY_WORDS[by],
    current: by === query.by,
  }));
  const isAsked = mix.kind === 'given' && mix.askedPct.length > 0;
  return (
    <section id="mix" aria-labelledby="mix-title" className="flex scroll-mt-24 flex-col gap-4">
      <h2 id="mix-title" className="text-xl">
        {TITLE}
      </h2>
      {mix.kind === 'absent' && mix.reason === 'not_yours' ? null : <LinkTabs label="Mix by" tabs={tabs} />}
      {mix.kind === 'absent' ? (
        <AbsentBlock title="Destinations by group of entrants" block={mix} />
      ) : (
        <>
          <ErrorSummary
            title="That mix can’t be worked out"
            errors={mix.problem ? [{ fieldId: 'share-0', message: mix.problem }] : []}
          />
          <p className="max-w-prose">{mix.caution}</p>
          {mix.destinationsBy === 'settlement' ? <p className="max-w-prose">{BY_SETTLEMENT}</p> : null}
          <MixForm mix={mix} query={query} code={school.code} />
          {isAsked && mix.problem === null ? <MixResult mix={mix} school={school} /> : null}
        </>
      )}
    </section>
  );
}
