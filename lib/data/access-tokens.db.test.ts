import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, withPublisher, withScope, withSignIn } from '@/db/client';
import { accessToken, appUser, auditEvent, roleGrant } from '@/db/schema';
import { SCOPE_ACTIONS, TokenScope, type Viewer } from '@/lib/domain/access/access';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT, outcomeFor, YH } from '@/lib/testing/viewers';
import { createAccessToken, hashOfToken, listAccessTokens, revokeAccessToken } from './access-tokens';
import { AccessDenied, TooManyAttempts } from './errors';
import { listIndicators } from './figures';
import { listScenarios } from './scenarios';
import { findTokenViewer } from './token-viewer';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));

let db: Database;
let manager: Viewer;
let admin: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  manager = await addViewer(db, 'manager@example.test', [OWN_GRANT.deanery]);
  admin = await addViewer(db, 'admin@example.test', [OWN_GRANT.admin]);
});

afterAll(() => db.close());

async function tokenOf(owner: Viewer, scopes: TokenScope[] = ['figures']): Promise<string> {
  const made = await runAs(owner, () => createAccessToken({ name: 'Report', scopes, days: 30 }));
  if (!made.ok) throw new Error(made.message);
  return made.token;
}

const idOf = async (owner: Viewer, token: string): Promise<string> => {
  const entries = await runAs(owner, listAccessTokens);
  return entries.find(({ prefix }) => token.startsWith(prefix))?.id ?? '';
};

const auditOf = (action: string) =>
  withScope(db, admin.userId, (tx) =>
    tx
      .select({ subject: auditEvent.subject, kind: auditEvent.actorKind })
      .from(auditEvent)
      .where(eq(auditEvent.action, action)),
  );

const refusalOf = async (token: string): Promise<string> => {
  const error = await findTokenViewer(token).catch((thrown: unknown) => thrown);
  if (error instanceof AccessDenied) return `${error.reason}: ${error.message}`;
  return error instanceof TooManyAttempts ? 'wait' : 'accepted';
};

describe('a personal access token', () => {
  it('is stored as a hash only, and its secret is in no list', async () => {
    const token = await tokenOf(manager);
    const rows = await withSignIn(db, (tx) => tx.select().from(accessToken));
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.map(({ secretHash }) => secretHash)).toContain(hashOfToken(token));
    expect(JSON.stringify(await runAs(manager, listAccessTokens))).not.toContain(token.slice(20));
  });

  it('reads what it was made for and refuses everything else its owner may do', async () => {
    const viewer = await findTokenViewer(await tokenOf(manager));
    expect(await outcomeFor(viewer, listIndicators)).toBe('allowed');
    expect(await outcomeFor(viewer, listScenarios)).toBe('forbidden');
    expect(await outcomeFor(viewer, () => createAccessToken({ name: 'More', scopes: ['figures'], days: 1 }))).toBe(
      'forbidden',
    );
    expect(await outcomeFor(viewer, listAccessTokens)).toBe('forbidden');
  });

  it('can not be for more than its owner may do', async () => {
    const more = () => createAccessToken({ name: 'More', scopes: ['scenarios'], days: 1 });
    expect(await outcomeFor(admin, more)).toBe('forbidden');
    expect(await outcomeFor(manager, more)).toBe('allowed');
  });

  it('has no scope that writes', () => {
    for (const scope of TokenScope.options) for (const action of SCOPE_ACTIONS[scope]) expect(action).toMatch(/:read$/);
  });

  it('follows the grants of now: a role that is taken away is gone at once', async () => {
    const person = await addViewer(db, 'leaves@example.test', [OWN_GRANT.deanery]);
    const token = await tokenOf(person, ['scenarios']);
    expect(await outcomeFor(await findTokenViewer(token), listScenarios)).toBe('nothing');
    expect((await findTokenViewer(token)).grants).toEqual([{ role: 'deanery', scope: YH }]);
    await withPublisher(db, (tx) => tx.delete(roleGrant).where(eq(roleGrant.userId, person.userId)));
    expect((await findTokenViewer(token)).grants).toEqual([]);
  });

  it('ends when it is revoked, and only its owner can do that', async () => {
    const token = await tokenOf(manager);
    const id = await idOf(manager, token);
    expect(await outcomeFor(admin, () => revokeAccessToken(id))).toBe('forbidden');
    await runAs(manager, () => revokeAccessToken(id));
    await runAs(manager, () => revokeAccessToken(id));
    expect(await refusalOf(token)).toBe('unauthenticated: The token was revoked.');
    expect((await auditOf('token.revoke')).filter(({ subject }) => token.startsWith(subject))).toHaveLength(1);
  });

  it('ends at its expiry', async () => {
    const token = `stead_0123456789_${'a'.repeat(43)}`;
    const createdAt = new Date(Date.now() - 10_000);
    const ended = { userId: manager.userId, name: 'Old', prefix: 'stead_0123456789', scopes: ['figures'], createdAt };
    await withScope(db, manager.userId, (tx) =>
      tx
        .insert(accessToken)
        .values({ ...ended, secretHash: hashOfToken(token), expiresAt: new Date(Date.now() - 1_000) }),
    );
    expect(await refusalOf(token)).toBe('unauthenticated: The token has expired.');
  });

  it('ends when the account is switched off', async () => {
    const person = await addViewer(db, 'off@example.test', [OWN_GRANT.analyst]);
    const token = await tokenOf(person);
    expect(await refusalOf(token)).toBe('accepted');
    await withPublisher(db, (tx) => tx.update(appUser).set({ active: false }).where(eq(appUser.id, person.userId)));
    expect(await refusalOf(token)).toBe('unauthenticated: The token is not known.');
  });

  it('slows down guessing at one token, and no other one', async () => {
    const token = await tokenOf(manager);
    const guess = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    const refusals: string[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) refusals.push(await refusalOf(guess));
    expect(refusals.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'unauthenticated: The token is not known.'));
    expect(refusals[5]).toBe('wait');
    expect(await refusalOf(await tokenOf(manager))).toBe('accepted');
  });

  it('refuses what is no token without a look', async () => {
    for (const text of ['', 'stead_', "' or true --", 'a'.repeat(10_000)])
      expect(await refusalOf(text)).toBe('unauthenticated: The token is not known.');
  });

  it('leaves a trace when it is made, and of its use at most once an hour', async () => {
    const token = await tokenOf(manager);
    const id = await idOf(manager, token);
    const uses = async () => (await auditOf('token.use')).filter(({ subject }) => subject === id);
    await Promise.all([findTokenViewer(token), findTokenViewer(token)]);
    await findTokenViewer(token);
    expect(await uses()).toEqual([{ subject: id, kind: 'token' }]);
    const hourAgo = new Date(Date.now() - 61 * 60 * 1_000);
    await withScope(db, manager.userId, (tx) =>
      tx.update(accessToken).set({ lastUsedAt: hourAgo }).where(eq(accessToken.id, id)),
    );
    await findTokenViewer(token);
    expect(await uses()).toHaveLength(2);
    expect((await auditOf('token.create')).some(({ subject }) => token.startsWith(subject))).toBe(true);
  });

  it('is limited in number', async () => {
    const person = await addViewer(db, 'many@example.test', [OWN_GRANT.analyst]);
    for (let made = 0; made < 20; made += 1) await tokenOf(person);
    const next = await runAs(person, () => createAccessToken({ name: 'Next', scopes: ['figures'], days: 1 }));
    expect(next).toMatchObject({ ok: false });
  });
});
