import type { Figure } from '@/lib/contracts/figure';
import type { PublishedStore } from '@/lib/data/published-store';
import { countryOf, type Root } from '@/lib/domain/geography/area';
import { plotted } from '@/lib/domain/measure/measure';
import type { NamedBase } from '@/lib/domain/reach/representation';
import { newestFigure, YOUNG } from './model-places';

/** A named base, and the paper that it is from. */
export type SourcedBase = NamedBase & { readonly source: string | null };

const distinct = (texts: readonly string[]): string => [...new Set(texts)].join(', ');

/** `Mid-year population estimates (Office for National Statistics), 2024, release ons-mye-2024`; null where nothing is loaded. */
export const papersInWords = (figures: readonly Figure[]): string | null =>
  figures.length === 0
    ? null
    : `${distinct(figures.map(({ source }) => `${source.name} (${source.publisher})`))}, ${distinct(figures.map(({ period }) => period.label))}, release ${distinct(figures.map(({ releaseId }) => releaseId))}`;

/** People aged 16 to 17 of a country by group, each group with its breakdown: named with their year. */
export function youngBase(
  store: PublishedStore,
  root: Root,
  breakdowns: Readonly<Record<string, string>>,
): SourcedBase {
  const country = countryOf(root);
  const found = Object.entries(breakdowns).map(
    ([group, breakdown]) => [group, newestFigure(store, YOUNG, country.code, breakdown)] as const,
  );
  const figures = found.flatMap(([, figure]) => figure ?? []);
  const years = distinct(figures.map(({ period }) => period.label));
  return {
    name: `people aged 16 to 17 in ${country.inText}${years === '' ? '' : `, ${years}`}`,
    people: Object.fromEntries(found.map(([group, figure]) => [group, figure ? plotted(figure.measure) : null])),
    source: papersInWords(figures),
  };
}

/** Papers of the people aged 16 to 17 of some areas, in words. */
export const youngPapers = (store: PublishedStore, codes: readonly string[]): string | null =>
  papersInWords(codes.flatMap((code) => newestFigure(store, YOUNG, code) ?? []));
