import type { PathwayInput } from '@/lib/domain/pathway/engine/pathway-input';
import type { PathwayOption } from '@/lib/domain/pathway/engine/pathway-option';

/** What a result is given for: a region, or several as one. */
export interface OutputArea {
  /** Region code; null = the other regions together. */
  readonly code: string | null;
  /** Indices of its regions. */
  readonly regions: readonly number[];
  readonly isTarget: boolean;
}

/** Regions in which the option does something. */
export const targetRegions = (input: PathwayInput, option: PathwayOption): ReadonlySet<string> => {
  const touched: readonly { readonly regionCode: string }[] = Object.values(option).flat();
  const codes = new Set(touched.map(({ regionCode }) => regionCode));
  return new Set(input.regions.flatMap(({ code }) => (codes.has(code) ? [code] : [])));
};

/**
 * The target regions each, and the others each only where choice was fitted to movements between regions: a logit takes
 * from rivals in proportion to their share, so that naming one that loses would be an artefact. Else they are one area.
 */
export const outputAreas = (input: PathwayInput, option: PathwayOption): OutputArea[] => {
  const targets = targetRegions(input, option);
  const areas = input.regions.map(({ code }, index) => ({ code, regions: [index], isTarget: targets.has(code) }));
  const others = areas.filter(({ isTarget }) => !isTarget);
  if (input.choice.movementsFitted || others.length === 0) return areas;
  return [
    ...areas.filter(({ isTarget }) => isTarget),
    { code: null, regions: others.flatMap(({ regions }) => regions), isTarget: false },
  ];
};
