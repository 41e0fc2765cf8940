import { like, not, type SQL, sql } from 'drizzle-orm';
import { release, source } from '@/db/schema';
import type { Root } from '@/lib/domain/geography/area';

/** How the ids of the demonstration country's sources begin: the two countries never share one. */
export const DEMONSTRATION_SOURCE = 'demonstration-';

export const rootOfSource = (sourceId: string): Root =>
  sourceId.startsWith(DEMONSTRATION_SOURCE) ? 'demonstration' : 'england';

/** What readers see of a release about people: of one that isn't invented the kind of file, whose own name may name a person or a place. */
export const READER_TITLE = sql`case when ${like(source.id, `${DEMONSTRATION_SOURCE}%`)} then ${release.title} else ${source.name} end`;

/** The source is one of the country's. */
export function isSourceOf(root: Root): SQL {
  const isDemonstration = like(source.id, `${DEMONSTRATION_SOURCE}%`);
  return root === 'demonstration' ? isDemonstration : not(isDemonstration);
}
