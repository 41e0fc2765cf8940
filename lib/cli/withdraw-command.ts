import { ImportRefused, NotFound } from '@/lib/data/errors';
import { listReleases } from '@/lib/data/figures';
import { withdrawRelease } from '@/lib/data/imports';
import type { Command, CommandResult } from './command';

const failed = (status: 1 | 2, release: string | null, message: string): CommandResult => ({
  status,
  document: { release, status: 'refused', error: message },
  text: message,
});

const shownIds = async (): Promise<string[]> =>
  (await listReleases()).filter(({ status }) => status === 'published').map(({ id }) => id);

export const withdrawCommand: Command = {
  usage: 'withdraw <release>',
  about: 'take a release off every screen --reason "…" [--disclosure]',
  options: ['reason'],
  flags: ['disclosure'],
  mostWords: 2,
  run: async ({ words, options }) => {
    const release = words[1] ?? null;
    if (release === null) return failed(2, null, 'withdraw: name the release; `releases` lists them');
    const reason = options.reason?.trim() ?? '';
    if (reason === '') return failed(2, release, 'withdraw: say why, with --reason "…"');
    const kind = options.disclosure === undefined ? 'ordinary' : 'disclosure';
    const before = new Set(await shownIds());
    let alsoWithdrawn: readonly string[] = [];
    try {
      alsoWithdrawn = await withdrawRelease(release, kind, reason);
    } catch (error) {
      if (error instanceof ImportRefused || error instanceof NotFound) return failed(1, release, error.message);
      throw error;
    }
    const shownAgain = (await shownIds()).filter((id) => !before.has(id));
    const twins = alsoWithdrawn.length > 0 ? `; of the same file, too: ${alsoWithdrawn.join(', ')}` : '';
    const again = shownAgain.length > 0 ? `; shown again: ${shownAgain.join(', ')}` : '';
    return {
      status: 0,
      document: { release, status: 'withdrawn', kind, reason, shownAgain, alsoWithdrawn },
      text: `${release} withdrawn${twins}${again}`,
    };
  },
};
