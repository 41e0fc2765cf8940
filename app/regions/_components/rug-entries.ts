import type { RugColumn, RugEntry, RugFigure } from '@/components/charts/rug';
import { readComparison } from '@/components/figures/read-comparison';
import type { Figure } from '@/lib/contracts/figure';
import type { IndicatorComparison } from '@/lib/contracts/region';
import { regionHref } from '@/lib/contracts/regions-query';
import { type Area, UNITED_KINGDOM } from '@/lib/domain/geography/area';
import { ALL } from '@/lib/domain/indicators/indicator';
import { breakdownLabel, GROUP_WORDS } from '@/lib/format/words';

const COMPARATOR_COLUMN = 'comparator';

const NOT_COMPARED = { direction: 'not_compared', judgement: 'none' } as const;

const toRugFigure = (figure: Figure, comparison: RugFigure['comparison']): RugFigure => ({
  measure: figure.measure,
  comparison,
  periodLabel: figure.period.label,
  stale: figure.stale,
});

/** Another comparator stands in where the chosen one has no figure: it is named. */
const ownerOf = ({ areaCode, areaName }: Figure, comparatorName: string): string | undefined =>
  areaName === comparatorName ? undefined : areaCode === UNITED_KINGDOM ? 'UK' : areaName;

/** Rows of the heatmap from one comparison for each indicator and breakdown. */
export const toRugEntries = (comparisons: readonly IndicatorComparison[], comparatorName: string): RugEntry[] =>
  comparisons
    .filter(({ rows }) => rows.some(({ figure }) => figure !== null))
    .map(({ indicator, breakdown, comparator, rows, periodLabel }) => ({
      id: `${indicator.id} ${breakdown}`,
      group: GROUP_WORDS[indicator.group],
      label: [indicator.shortName, breakdownLabel(breakdown)].filter(Boolean).join(', '),
      href: `/data/${indicator.id}`,
      unit: indicator.unit,
      decimals: indicator.decimals,
      periodLabel: [
        periodLabel ?? '',
        rows.some(({ figure }) => figure?.stale) ? 'old' : '',
        comparator && ownerOf(comparator, comparatorName) ? `against ${ownerOf(comparator, comparatorName)}` : '',
      ]
        .filter(Boolean)
        .join(', '),
      figures: new Map([
        ...rows.flatMap(({ area, figure }) =>
          figure ? [[area.code, toRugFigure(figure, readComparison(figure, comparator, indicator))] as const] : [],
        ),
        ...(comparator
          ? [
              [
                COMPARATOR_COLUMN,
                { ...toRugFigure(comparator, NOT_COMPARED), owner: ownerOf(comparator, comparatorName) },
              ] as const,
            ]
          : []),
      ]),
    }));

/** The comparator first, then the areas in the order given. */
export const toRugColumns = (comparatorName: string, areas: readonly Area[]): RugColumn[] => [
  { code: COMPARATOR_COLUMN, name: comparatorName },
  ...areas.map(({ code, name }) => ({ code, name, href: regionHref(code, {}) })),
];

/** The whole first, then the breakdowns that are loaded. */
export const breakdownsOf = ({ breakdowns }: IndicatorComparison): string[] =>
  breakdowns.toSorted((a, b) => Number(b === ALL) - Number(a === ALL) || a.localeCompare(b, 'en-GB'));
