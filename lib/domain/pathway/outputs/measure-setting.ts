import type { PathwayInput } from '@/lib/domain/pathway/engine/pathway-input';
import type { PathwayOption } from '@/lib/domain/pathway/engine/pathway-option';
import type { RecordLayout } from '@/lib/domain/pathway/engine/run-record';
import { type MeasureSetting, specialtyPosts } from './area-measures';
import { slopeWeights } from './country-measures';
import { needPopulation } from './need-population';
import { outputAreas } from './output-areas';

/**
 * What measures are read with: the areas of an option, posts and need.
 * @throws RangeError for a weighting that a region doesn't have.
 */
export const measureSetting = (of: {
  readonly input: PathwayInput;
  readonly option: PathwayOption;
  readonly layout: RecordLayout;
  readonly weighting: string;
}): MeasureSetting => ({
  input: of.input,
  layout: of.layout,
  areas: outputAreas(of.input, of.option),
  need: needPopulation(of.input, of.weighting),
  posts: specialtyPosts(of.input),
  slope: slopeWeights(of.input.regions),
});
