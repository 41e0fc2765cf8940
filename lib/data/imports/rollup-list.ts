import type { DatasetId } from '@/lib/import/dataset-list';
import type { Rollup } from './rollup';
import { establishmentRollup } from './rollups/establishment';
import { fillRollup } from './rollups/fill';
import { retentionRollup } from './rollups/retention';

const ROLLUPS: readonly Rollup[] = [establishmentRollup, fillRollup, retentionRollup];

/** Null for datasets whose rows other figures are made with, such as look-ups. */
export const rollupOf = (dataset: DatasetId): Rollup | null => ROLLUPS.find((one) => one.dataset === dataset) ?? null;
