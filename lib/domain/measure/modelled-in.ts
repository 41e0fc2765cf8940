import type { Root } from '@/lib/domain/geography/area';
import type { Provenance } from './measure';

/** Where a modelled figure comes from: in the fictional country everything is invented, models of it too. */
export const modelledIn = (root: Root): Provenance => (root === 'demonstration' ? 'demonstration' : 'modelled');
