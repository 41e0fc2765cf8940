import type { FittedModel } from './fitted-model';
import { type SchoolSentence, schoolSentences } from './school-sentences';
import { shareSentences } from './share-sentences';

/** A sentence for each school of a fit, in the order of their names; none for a model without slopes of schools. */
export const sentencesOfFit = (
  { bySchool, diagnostics, model }: Pick<FittedModel, 'bySchool' | 'diagnostics' | 'model'>,
  nameOf: (code: string) => string,
): readonly SchoolSentence[] => {
  if (bySchool === null) return [];
  const inFit = bySchool.slopes[0]?.schools.map(({ school }) => school) ?? [];
  const leftOut = diagnostics.leftOut.filter(({ what }) => what === 'school').map(({ code }) => code);
  const all = [...new Set([...inFit, ...leftOut])]
    .map((code) => ({ code, name: nameOf(code), founded: null }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const about = { slopes: bySchool.slopes, schools: bySchool.schools, diagnostics };
  return model === 'female_share' || model === 'non_white_share'
    ? shareSentences(model, about, all).map((one) => ({ ...one, detail: null }))
    : schoolSentences(about, all);
};

/** The slopes that the screen shows, as terms: drawn towards the average, also of schools too sparse for one of their own. */
export const shownCoefficients = ({ bySchool }: Pick<FittedModel, 'bySchool'>): FittedModel['coefficients'] =>
  (bySchool?.slopes ?? []).flatMap(({ term, average, schools }) => [
    ...(average === null ? [] : [{ term: `average:${term}`, ...average }]),
    ...schools.flatMap(({ school, shown }) => (shown === null ? [] : [{ term: `${school}:${term}:shown`, ...shown }])),
  ]);
