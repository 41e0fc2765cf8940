import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { cache } from 'react';
import { database, type Executor, withScope } from '@/db/client';
import { type Action, can, Grant, isInTokenScope, type Viewer } from '@/lib/domain/access/access';
import { AccessDenied } from './errors';
import { selectUserWithGrants } from './queries/users';

const OVER_SCOPE = 'The token was not made for this. Its scopes are listed with it under your account.';

const running = new AsyncLocalStorage<Viewer>();

/** Runs `work` — a job or a command — with this viewer's rights instead of a request's. */
export const runAs = <T>(viewer: Viewer, work: () => Promise<T>): Promise<T> => running.run(viewer, work);

/** The viewer stored for this id, or null where the account is gone, switched off or has a newer session version. */
export async function findViewer(userId: string, sessionVersion: number | null): Promise<Viewer | null> {
  const rows = await withScope(await database(), userId, (tx) => selectUserWithGrants(tx, userId));
  const [user] = rows;
  if (!user || (sessionVersion !== null && (!user.active || user.sessionVersion !== sessionVersion))) return null;
  const grants = rows.flatMap(({ role, scope }) => (role === null ? [] : [Grant.parse({ role, scope })]));
  return { userId: user.id, name: user.name, email: user.email, kind: user.active ? 'user' : 'operator', grants };
}

/** The request's viewer, read once per request. Loaded late: a command has no request to read. */
const requestViewer = cache(async (): Promise<Viewer | null> => {
  const { readSession } = await import('@/lib/auth/session');
  const session = await readSession();
  return session && findViewer(session.userId, session.sessionVersion);
});

/** The request's viewer or null: only for pages that look different when signed in. */
export async function currentViewer(): Promise<Viewer | null> {
  return running.getStore() ?? requestViewer();
}

/** @throws AccessDenied without a valid session. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (!viewer) throw new AccessDenied('unauthenticated');
  return viewer;
}

/** For lists, which hold what is in scope and refuse nobody: @throws AccessDenied where a token is for something else. */
export async function requireViewerFor(action: Action): Promise<Viewer> {
  const viewer = await requireViewer();
  if (!isInTokenScope(viewer, action)) throw new AccessDenied('forbidden', OVER_SCOPE);
  return viewer;
}

/** @throws AccessDenied unless the viewer may do this (to this area). */
export async function authorise(action: Action, areaCode: string | null = null): Promise<Viewer> {
  const viewer = await requireViewerFor(action);
  if (!can(viewer, action, areaCode)) throw new AccessDenied('forbidden');
  return viewer;
}

/** Runs queries under the viewer's row-level security. */
export async function asViewer<T>(viewer: Viewer, work: (tx: Executor) => Promise<T>): Promise<T> {
  return withScope(await database(), viewer.userId, work);
}
