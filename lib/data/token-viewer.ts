import 'server-only';
import { z } from 'zod';
import { database, withSignIn } from '@/db/client';
import { TokenScope, type Viewer } from '@/lib/domain/access/access';
import { hashOfToken } from './access-tokens';
import { recordAudit } from './audit';
import { AccessDenied, TooManyAttempts } from './errors';
import { selectTokenByHash, updateTokenUse } from './queries/tokens';
import { createSignInThrottle } from './sign-in-throttle';
import { asViewer, findViewer } from './viewer';

const TOKEN = /^(stead_[0-9a-f]{10})_[\w-]{43}$/;
const HOUR_MS = 60 * 60 * 1_000;

const throttle = createSignInThrottle();

type TokenRow = Awaited<ReturnType<typeof selectTokenByHash>>[number];

/** Why a token is refused. Who holds the whole secret may know that it has ended. */
function refusalOf(row: TokenRow | undefined, now: Date): string | null {
  if (!row?.active) return 'The token is not known.';
  if (row.revokedAt) return 'The token was revoked.';
  return row.expiresAt <= now ? 'The token has expired.' : null;
}

/** At most one line per token and hour. */
async function noteUse(viewer: Viewer, row: TokenRow, now: Date): Promise<void> {
  const since = new Date(now.getTime() - HOUR_MS);
  if (row.lastUsedAt && row.lastUsedAt >= since) return;
  await asViewer(viewer, async (tx) => {
    const noted = await updateTokenUse(tx, row.id, now, since);
    if (noted.length > 0) await recordAudit(tx, viewer, { action: 'token.use', subject: row.id });
  });
}

/**
 * The viewer that a token stands for: its owner with the grants of now, narrowed to the token's scopes. Account, grants and
 * token are read again each time, so that what ends one of them counts at once.
 * @throws AccessDenied for a token that isn't known, has ended or whose account is switched off; TooManyAttempts.
 */
export async function findTokenViewer(token: string): Promise<Viewer> {
  const prefix = TOKEN.exec(token)?.[1];
  if (prefix === undefined) throw new AccessDenied('unauthenticated', 'The token is not known.');
  const now = new Date();
  const waitMs = throttle.waitMs(prefix, now.getTime());
  if (waitMs > 0) throw new TooManyAttempts(waitMs);
  const [row] = await withSignIn(await database(), (tx) => selectTokenByHash(tx, hashOfToken(token)));
  const refusal = refusalOf(row, now);
  const owner = row && refusal === null ? await findViewer(row.userId, row.sessionVersion) : null;
  if (!row || !owner) {
    throttle.failed(prefix, now.getTime());
    throw new AccessDenied('unauthenticated', refusal ?? 'The token is not known.');
  }
  throttle.succeeded(prefix);
  const viewer: Viewer = { ...owner, kind: 'token', tokenScopes: z.array(TokenScope).parse(row.scopes) };
  await noteUse(viewer, row, now);
  return viewer;
}
