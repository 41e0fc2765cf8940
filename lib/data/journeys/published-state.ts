import { createHash } from 'node:crypto';
import type { PublishedStore } from '@/lib/data/published-store';

const LENGTH = 20;

/**
 * What is published, as a hash: the same from day to day while nothing is published and no area comes or goes. The version
 * that is held ends with the day, on which staleness depends; nothing that is made from a cohort does.
 */
export function publishedState({ version, vintages }: Pick<PublishedStore, 'version' | 'vintages'>): string {
  const shown = [...vintages].map(
    ([
      type,
      {
        shown: { areas },
      },
    ]) => `${type}: ${areas.map(({ code }) => code).join(' ')}`,
  );
  const state = [version.slice(0, version.lastIndexOf(' ')), ...shown.sort()].join('\n');
  return createHash('sha256').update(state).digest('hex').slice(0, LENGTH);
}
