import { figureNote } from '@/lib/data/imports/figure-note';
import type { Rollup } from '@/lib/data/imports/rollup';
import type { DatasetId } from '@/lib/import/dataset-list';

/** Why no figure is made of a file, in words for who sends it. */
const keptRows = (dataset: DatasetId, why: string): Rollup => ({
  dataset,
  notes: async () => [figureNote('kept', `Rows are kept; no figure is made of them. ${why}`)],
});

const lookupRollup = (dataset: DatasetId, what: string): Rollup => ({
  dataset,
  notes: async () => [
    figureNote('method', `Figures of ${what} are made, or made again, when this file is published or withdrawn.`),
  ],
});

/** Datasets that other figures are made with, and those that none is made of. */
export const keptRowsRollups: readonly Rollup[] = [
  lookupRollup('ons_lsoa_icb', 'small areas (deprivation, residents, GP supply)'),
  lookupRollup('patients_practice', 'GPs per 10,000 patients (from the practice-level workforce file)'),
  keptRows(
    'ons_lad_region',
    'It places authorities in the nine statistical regions of England (E12). Stead has no figure of these: its regions are those of the NHS and of training, which are made of boards, and some cut across them.',
  ),
  keptRows(
    'imd2019_file1',
    'It has ranks and deciles and no people: load File 7 of 2019, which has the population that figures of areas are weighted by.',
  ),
  keptRows(
    'gp_individual',
    'It counts the same doctors as the practice-level file, with estimates for practices that sent nothing: figures of both would contradict each other. It has no patients and no practices, and counts by age or country would be of few people in many boards.',
  ),
];
