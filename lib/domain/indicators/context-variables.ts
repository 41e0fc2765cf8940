import type { FigureInput } from './figure-input';
import { ALL, type Indicator } from './indicator';
import type { ContextVariable } from './similar-areas';

/**
 * What describes an area for finding similar ones: size, rurality, need, deprivation and barriers to housing. Only
 * variables that exist for a type of area are used; one score for deprivation, so that it doesn't outweigh the rest.
 */
const CONTEXT = new Map<string, { readonly scale?: 'log' }>([
  ['population', { scale: 'log' }],
  ['rural-share', {}],
  ['need-index-core', {}],
  ['need-index-primary-care', {}],
  ['imd-score', {}],
  ['imd-housing', {}],
  ['imd-environment', {}],
]);

export const CONTEXT_INDICATOR_IDS: readonly string[] = [...CONTEXT.keys()];

/** The latest value of each context variable by area, one period for all. `figures` may hold other indicators too. */
export const contextVariables = (
  figures: readonly FigureInput[],
  indicators: readonly Pick<Indicator, 'id' | 'shortName'>[],
): ContextVariable[] => {
  const wanted = new Map<string, FigureInput[]>(CONTEXT_INDICATOR_IDS.map((id) => [id, []]));
  for (const figure of figures) if (figure.breakdown === ALL) wanted.get(figure.indicatorId)?.push(figure);
  return [...wanted].flatMap(([id, known]) => {
    const label = indicators.find((indicator) => indicator.id === id)?.shortName;
    const latest = known.reduce((last, { period }) => (period.end > last ? period.end : last), '');
    if (label === undefined || latest === '') return [];
    const values = known.flatMap(({ areaCode, measure, period }) =>
      measure.kind === 'value' && period.end === latest ? [[areaCode, measure.value] as const] : [],
    );
    return [{ id, label, values: new Map(values), ...CONTEXT.get(id) }];
  });
};
