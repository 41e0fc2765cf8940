import { ChartFrame } from '@/components/charts/chart-frame';
import type { ChartSubject } from '@/components/charts/chart-papers';
import { DotIntervalChart } from '@/components/charts/dot-interval-chart';
import { toDotIntervals } from '@/components/charts/dot-intervals';
import { AppLink } from '@/components/ui/app-link';
import { EmptyState } from '@/components/ui/empty-state';
import type { EqualityPart, EqualityView } from '@/lib/contracts/equality';
import { EQUALITY_LEAD, EQUALITY_TITLE, NOT_SAID, PART_TITLES, placeSentence } from '@/lib/format/equality-words';
import { affectedPlaces, affectedTable, dotsOf, placeSentences } from './affected-rows';

type Given = Extract<EqualityView, { kind: 'given' }>;

const UNIT = 'Share of the place ÷ share of the base; 1 is in proportion';
const PERIOD = 'All years of entry to medical school that are loaded';
/** More would be a page of sentences. */
const MOST_IN_WORDS = 2;
const WHY =
  'Under-represented: the whole 95% interval lies below 1; over-represented: above. Made from counts that are protected first: rounded, and small ones withheld. Intervals allow for the rounding.';

type WhoIsAffectedProps = {
  view: EqualityView;
  /** The scenario. */
  of: ChartSubject;
};

/** Who trains where a scenario acts, told apart by sex, ethnic group and origin; beside what this doesn't say. */
export function WhoIsAffected({ view, of }: WhoIsAffectedProps) {
  return (
    <section aria-labelledby="affected" className="flex min-w-0 flex-col gap-4 border-t border-line pt-6">
      <h2 id="affected" className="scroll-mt-24 text-xl">
        {EQUALITY_TITLE}
      </h2>
      <p className="max-w-prose">{EQUALITY_LEAD}</p>
      {view.kind === 'absent' ? (
        <EmptyState title={view.title}>
          {view.words}{' '}
          <AppLink className="link" href="/help/files">
            Files that can be read
          </AppLink>
        </EmptyState>
      ) : (
        <div className="grid min-w-0 gap-4 xl:grid-cols-2">
          {view.parts.map((part) => (
            <Part key={part.part} view={view} part={part} of={of} />
          ))}
        </div>
      )}
      {view.kind === 'given' && (
        <ul className="max-w-prose list-disc pl-5 text-sm text-muted" aria-label="What this does not say">
          {NOT_SAID.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The first place is drawn; all are in words and in the table. */
function Part({ view, part, of }: { view: Given; part: EqualityPart; of: ChartSubject }) {
  const places = affectedPlaces(part);
  const [first, ...rest] = places;
  const [panel] = part.panels;
  if (!first || !panel) return <EmptyState title={PART_TITLES[part.part]}>{part.withheld}</EmptyState>;
  const { source } = view;
  const alternative = `${placeSentence(first.name, first.groups)}, against ${panel.base}.`;
  return (
    <ChartFrame
      id={`affected-${part.part}`}
      title={`${PART_TITLES[part.part]}: ${first.name}`}
      alternative={alternative}
      of={[of]}
      unit={UNIT}
      period={PERIOD}
      source={{ name: source.title, publisher: source.publisher, licence: source.licence, ruleSet: source.ruleSet }}
      releaseId={source.releaseId}
      provenance={view.country === 'demonstration' ? 'demonstration' : 'derived'}
      footnotes={[
        ...(rest.length > MOST_IN_WORDS ? [`The other ${rest.length} are in the table.`] : placeSentences(rest)),
        `Base: ${panel.base}, of ${panel.baseSource}. Each place is part of it.`,
        WHY,
      ]}
      table={affectedTable(places)}
    >
      <DotIntervalChart
        rows={toDotIntervals({ entries: dotsOf(first), reference: 1, order: 'given' })}
        format={{ unit: 'index', decimals: 2 }}
        alternative={alternative}
        referenceLabel="in proportion"
      />
    </ChartFrame>
  );
}
