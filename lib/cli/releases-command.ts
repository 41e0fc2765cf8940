import { listReleases } from '@/lib/data/figures';
import type { Command } from './command';

export const releasesCommand: Command = {
  usage: 'releases',
  about: 'list the releases that are loaded',
  mostWords: 1,
  run: async () => {
    const releases = await listReleases();
    const text = releases
      .map(({ id, status, title, publisher }) => `${id}\t${status}\t${title} (${publisher})`)
      .join('\n');
    return { status: 0, document: { releases }, text };
  },
};
