import { type ChartSubject, ofCountry } from '@/components/charts/chart-papers';
import type { KeptFit } from '@/lib/contracts/journey-fit';
import { modelledIn } from '@/lib/domain/measure/modelled-in';
import { MODEL_WORDS } from '@/lib/format/model-words';

const ofModel = (model: KeptFit['fitted']['model']): ChartSubject => ({
  kind: 'model',
  code: model,
  name: MODEL_WORDS[model].title,
});

/** What a fit was made from, before the code of its release. */
export const dataWords = ({ fitted: { roundedTo } }: Pick<KeptFit, 'fitted'>): string =>
  roundedTo === undefined ? 'cohort' : `rounded tables (to ${roundedTo})`;

/** What every drawing of a fit rests on. */
export const fitPapers = ({ fitted, receipt: { id, release, root, version } }: KeptFit) => {
  const isRounded = fitted.roundedTo !== undefined;
  return {
    of: [ofModel(fitted.model), ofCountry(root)],
    period: isRounded ? 'All periods of the rounded tables' : 'All years of the cohort',
    source: {
      name: `${isRounded ? 'Rounded tables' : 'Cohort'}, modelled (${version}, receipt ${id})`,
      publisher: 'Stead',
    },
    releaseId: release,
    provenance: modelledIn(root),
  };
};
