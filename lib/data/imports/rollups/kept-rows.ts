import { figureNote } from '@/lib/data/imports/figure-note';
import { findSmallAreaInput, vintageOf } from '@/lib/data/imports/inputs';
import type { Rollup } from '@/lib/data/imports/rollup';
import type { DatasetId } from '@/lib/import/dataset-list';

const KEPT = 'Rows are kept; no indicator is made of them yet.';

const keptRows = (dataset: DatasetId, why: string): Rollup => ({
  dataset,
  notes: async () => [figureNote('kept', `${KEPT} ${why}`)],
});

/** Small areas of 2011: what a look-up of 2021 would do to them is said, and never done. */
const imd2019Rollup: Rollup = {
  dataset: 'imd2019_file7',
  inputs: ['ons_lsoa_icb'],
  notes: async (tx, { releaseId }) => {
    const { lsoaYear } = await vintageOf(tx, releaseId);
    const what = 'an ONS look-up to boards and local authorities';
    const lookup = await findSmallAreaInput(tx, { dataset: 'ons_lsoa_icb', what, lsoaYear });
    const kept = figureNote('kept', `${KEPT} Indicators of deprivation are of 2025, and not comparable with 2019.`);
    return lookup.kind === 'none' && lookup.note.rule === 'figures_not_joined' ? [kept, lookup.note] : [kept];
  },
};

const lookupRollup = (dataset: DatasetId, what: string): Rollup => ({
  dataset,
  notes: async () => [
    figureNote('method', `Figures of ${what} are made, or made again, when this file is published or withdrawn.`),
  ],
});

/** Datasets that other figures are made with, and those that none is made of yet. */
export const keptRowsRollups: readonly Rollup[] = [
  imd2019Rollup,
  lookupRollup('ons_lsoa_icb', 'small areas (deprivation, residents, GP supply)'),
  keptRows('ons_lad_region', 'These regions (E12) are not those of the NHS.'),
  keptRows('gp_practice_high', 'The file has no patients and no areas.'),
  keptRows('gp_individual', 'The file has no patients to set the doctors against.'),
  keptRows('patients_practice', 'Registered patients of small areas are no indicator.'),
];
