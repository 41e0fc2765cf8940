import { like, not, type SQL } from 'drizzle-orm';
import { source } from '@/db/schema';
import type { Root } from '@/lib/domain/geography/area';

/** How the ids of the demonstration country's sources begin: the two countries never share one. */
export const DEMONSTRATION_SOURCE = 'demonstration-';

export const rootOfSource = (sourceId: string): Root =>
  sourceId.startsWith(DEMONSTRATION_SOURCE) ? 'demonstration' : 'england';

/** The source is one of the country's. */
export function isSourceOf(root: Root): SQL {
  const isDemonstration = like(source.id, `${DEMONSTRATION_SOURCE}%`);
  return root === 'demonstration' ? isDemonstration : not(isDemonstration);
}
