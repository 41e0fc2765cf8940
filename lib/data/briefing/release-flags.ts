import 'server-only';
import { z } from 'zod';
import { selectUsedReleases } from '@/lib/data/queries/scenarios';
import { withReadableWords } from '@/lib/data/release-words';
import { asViewer } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';

/** What has become of the data of a briefing. `closed`: withdrawn for disclosure, so that nothing of it is shown. */
export type BriefingFlag = 'as_made' | 'withdrawn' | 'closed';

export const CLOSED_BRIEFING =
  'A release that this briefing used was withdrawn for disclosure. Nothing of it is shown; make another from what is published now.';

type Release = Awaited<ReturnType<typeof selectUsedReleases>>[number];

const flagOf = (used: readonly Release[]): BriefingFlag => {
  const withdrawn = used.filter(({ status }) => status === 'withdrawn');
  if (withdrawn.some(({ withdrawnFor }) => withdrawnFor === 'disclosure')) return 'closed';
  return withdrawn.length > 0 ? 'withdrawn' : 'as_made';
};

/** The flag of a briefing, and what is said of it above everything else. */
export async function releaseFlag(
  viewer: Viewer,
  releaseIds: readonly string[],
): Promise<{ flag: BriefingFlag; banners: string[] }> {
  const used = await asViewer(viewer, (tx) => selectUsedReleases(tx, releaseIds));
  const flag = flagOf(used);
  const withdrawn = used.filter(({ status }) => status === 'withdrawn').map((one) => withReadableWords(viewer, one));
  const names = withdrawn.map(({ title, withdrawnReason }) =>
    withdrawnReason ? `${title} (${withdrawnReason})` : title,
  );
  const banners =
    flag === 'withdrawn'
      ? [
          `Made from data withdrawn since: ${names.join('; ')}. The figures are kept so that a decision can be audited. Don’t use them for a new one.`,
        ]
      : [];
  return { flag, banners };
}

const StoredIds = z.array(z.string()).catch([]);

/** The flags of many briefings at once, in their order. */
export async function releaseFlags(viewer: Viewer, stored: readonly unknown[]): Promise<BriefingFlag[]> {
  const lists = stored.map((one) => StoredIds.parse(one));
  const used = await asViewer(viewer, (tx) => selectUsedReleases(tx, [...new Set(lists.flat())]));
  return lists.map((ids) => flagOf(used.filter(({ id }) => ids.includes(id))));
}
