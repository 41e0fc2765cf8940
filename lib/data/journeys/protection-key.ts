import { createHash } from 'node:crypto';
import { PROTECTION_METHOD, type ProtectionRequest } from '@/lib/domain/journeys/protection/protect-journeys';

/** Maps as their entries, sorted; sets as their members, sorted. */
const sorted = (_: string, value: unknown): unknown =>
  value instanceof Map || value instanceof Set ? [...value].map((one) => JSON.stringify(one)).sort() : value;

/** Hash of everything that protected tables depend on besides those before them. */
export function protectionKey({ store, ruleSet }: ProtectionRequest): string {
  const { places, bandsKm, tooLarge } = store;
  const cubes = [...store.cubes.values()];
  const labels = cubes.map(({ counts, ...rest }) => ({ ...rest, cells: counts.length }));
  const hash = createHash('sha256');
  hash.update(JSON.stringify({ method: PROTECTION_METHOD, ruleSet, places, bandsKm, tooLarge, labels }, sorted));
  for (const { counts } of cubes) hash.update(counts);
  return hash.digest('hex');
}
