import { ChartFrame, TableFigure } from '@/components/charts/chart-frame';
import { ofCountry } from '@/components/charts/chart-papers';
import { DotIntervalChart } from '@/components/charts/dot-interval-chart';
import { toDotIntervals } from '@/components/charts/dot-intervals';
import { Disclosure } from '@/components/ui/disclosure';
import type { JobPanel, JobRepresentationView } from '@/lib/contracts/job-representation';
import {
  dotEntries,
  equalityAlternative,
  equalityTable,
  equalityTitle,
  overviewTable,
  rowsOfGroup,
} from './equality-rows';

type EqualityPanelProps = {
  view: JobRepresentationView;
  /** Whom the drawing shows; the table below has everybody. */
  group: string;
  headingLevel?: 2 | 3;
};

const OF_KNOWN: Readonly<Record<JobPanel['characteristic'], string>> = {
  sex: 'Shares are of women and men; the table gives the share of people who are recorded as neither.',
  ethnic_group:
    'Shares are of those whose ethnic group is known; the table gives the share of people for whom it isn’t.',
  deprivation_quintile:
    'Shares are of those whose home’s deprivation fifth is known; the table gives the share of people for whom it isn’t. A fifth is of the area, not of the person.',
};

const UNIT = 'Share of the job ÷ share of the base; 1 is in proportion';
const ALL_YEARS = 'All years of entry to medical school';
const WHY =
  'Under-represented: the whole 95% interval lies below 1, so that the group is a smaller share here than in the base. Why isn’t known: choice, selection and opportunity can’t be told apart in these data.';
const STAGES = 'Those at earlier stages entered later: a difference between stages may be one between years of entry.';

const papersOf = ({ source, period, country }: JobRepresentationView) => ({
  of: [ofCountry(country)],
  period: period === null ? ALL_YEARS : `Entered medical school ${period}`,
  source: { name: source.title, publisher: source.publisher, licence: source.licence, ruleSet: source.ruleSet },
  releaseId: source.releaseId,
  provenance: country === 'demonstration' ? ('demonstration' as const) : ('derived' as const),
});

/** Who does which job, one group drawn and every group in a table: each share against one named base. */
export function EqualityPanel({ view, group, headingLevel = 2 }: EqualityPanelProps) {
  const panel = view.panels.find(({ groups }) => groups.some((one) => one.group === group));
  if (!panel) return null;
  const words = panel.groups.find((one) => one.group === group)?.words ?? group;
  const rows = rowsOfGroup(panel, group);
  const title = equalityTitle(words, rows);
  const alternative = equalityAlternative(words, panel.base, rows);
  const { across } = view;
  const papers = papersOf(view);
  return (
    <div className="flex flex-col gap-6">
      <ChartFrame
        id={`equality-${across}-${group}`}
        headingLevel={headingLevel}
        title={title}
        alternative={alternative}
        unit={UNIT}
        {...papers}
        footnotes={[
          `Base: ${panel.base}, of ${panel.baseSource}. Each job is part of it, so that ratios of large jobs lie nearer to 1.`,
          WHY,
          OF_KNOWN[panel.characteristic],
          'Made from counts that are protected first: rounded, and small ones withheld. Intervals allow for the rounding.',
          ...(across === 'stage' ? [STAGES] : []),
        ]}
        table={equalityTable(rows)}
      >
        <DotIntervalChart
          rows={toDotIntervals({
            entries: dotEntries(rows),
            reference: 1,
            order: across === 'stage' ? 'given' : 'value',
          })}
          format={{ unit: 'index', decimals: 2 }}
          alternative={alternative}
          referenceLabel="in proportion"
        />
      </ChartFrame>
      <Disclosure summary={`${words} in words, job by job`}>
        <ul className="flex max-w-prose list-disc flex-col gap-1 pl-5 text-sm">
          {rows.map(({ code, sentence }) => (
            <li key={code}>{sentence}</li>
          ))}
        </ul>
      </Disclosure>
      <section aria-labelledby={`equality-${across}-all`} className="flex min-w-0 flex-col gap-3">
        <h2 id={`equality-${across}-all`} className="text-lg">
          Every group in every job
        </h2>
        <p className="max-w-prose text-sm text-muted">
          Times the group’s share of the base. ▼ the whole 95% interval lies below 1, ▲ above it; no mark: not told
          apart.
        </p>
        <TableFigure
          id={`equality-${across}-all-table`}
          label="Every group in every job"
          unit={UNIT}
          table={overviewTable(view.panels)}
          {...papers}
        />
      </section>
    </div>
  );
}
