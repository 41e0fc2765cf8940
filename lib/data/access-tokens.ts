import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { accessToken } from '@/db/schema';
import type { TokenDraft, TokenEntry } from '@/lib/contracts/access-token';
import { grantableScopes, TokenScope } from '@/lib/domain/access/access';
import { recordAudit } from './audit';
import { AccessDenied } from './errors';
import { selectTokens } from './queries/tokens';
import { asViewer, authorise } from './viewer';

const DAY_MS = 24 * 60 * 60 * 1_000;
const MOST_LIVE = 20;
const SECRET_BYTES = 32;
const PREFIX_BYTES = 5;

/** A secret of 256 random bits needs no slow hash: it can't be guessed from it. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

type TokenRow = Awaited<ReturnType<typeof selectTokens>>[number];

const stateOf = ({ revokedAt, expiresAt }: TokenRow, now: Date): TokenEntry['state'] => {
  if (revokedAt) return 'revoked';
  return expiresAt <= now ? 'expired' : 'live';
};

function toEntry(row: TokenRow): TokenEntry {
  const { revokedAt: _, ...rest } = row;
  return {
    ...rest,
    scopes: z.array(TokenScope).parse(row.scopes),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    state: stateOf(row, new Date()),
  };
}

/** The viewer's own tokens, newest first, ended ones too. */
export async function listAccessTokens(): Promise<TokenEntry[]> {
  const viewer = await authorise('token:manage');
  return (await asViewer(viewer, selectTokens)).map(toEntry);
}

/** What a token of the viewer could be for. */
export async function listGrantableScopes(): Promise<TokenScope[]> {
  return grantableScopes(await authorise('token:manage'));
}

export type TokenOutcome = { ok: true; token: string; prefix: string } | { ok: false; message: string };

/**
 * Makes a token and gives its secret, this once: only a hash is stored.
 * @throws AccessDenied for a scope of which the viewer's roles allow nothing.
 */
export async function createAccessToken({ name, scopes, days }: TokenDraft): Promise<TokenOutcome> {
  const viewer = await authorise('token:manage');
  const possible = grantableScopes(viewer);
  if (!scopes.every((scope) => possible.includes(scope))) throw new AccessDenied('forbidden');
  const live = (await listAccessTokens()).filter(({ state }) => state === 'live').length;
  if (live >= MOST_LIVE) return { ok: false, message: `You have ${live} tokens in use. Revoke one first.` };
  const prefix = `stead_${randomBytes(PREFIX_BYTES).toString('hex')}`;
  const token = `${prefix}_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + days * DAY_MS);
  const values = { userId: viewer.userId, name, prefix, secretHash: hashOfToken(token), scopes, createdAt, expiresAt };
  await asViewer(viewer, async (tx) => {
    await tx.insert(accessToken).values(values);
    await recordAudit(tx, viewer, { action: 'token.create', subject: prefix, detail: { scopes, days } });
  });
  return { ok: true, token, prefix };
}

/** Ends a token at once and for good. @throws AccessDenied where it isn't the viewer's own or doesn't exist. */
export async function revokeAccessToken(id: string): Promise<void> {
  const viewer = await authorise('token:manage');
  if (!z.uuid().safeParse(id).success) throw new AccessDenied('forbidden');
  await asViewer(viewer, async (tx) => {
    const [own] = await tx.select({ prefix: accessToken.prefix }).from(accessToken).where(eq(accessToken.id, id));
    if (!own) throw new AccessDenied('forbidden');
    const ended = await tx
      .update(accessToken)
      .set({ revokedAt: new Date() })
      .where(and(eq(accessToken.id, id), isNull(accessToken.revokedAt)))
      .returning({ id: accessToken.id });
    if (ended.length > 0) await recordAudit(tx, viewer, { action: 'token.revoke', subject: own.prefix });
  });
}
