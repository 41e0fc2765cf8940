import 'server-only';
import { asc, desc, eq } from 'drizzle-orm';
import { appUser, auditEvent, roleGrant } from '@/db/schema';
import { Grant } from '@/lib/domain/access/access';
import { asViewer, authorise } from './viewer';

export type Account = { id: string; name: string; email: string; active: boolean; grants: Grant[] };

/** All accounts with their grants; administrators only. */
export async function listAccounts(): Promise<Account[]> {
  const viewer = await authorise('users:read');
  const rows = await asViewer(viewer, (tx) =>
    tx
      .select({
        id: appUser.id,
        name: appUser.name,
        email: appUser.email,
        active: appUser.active,
        role: roleGrant.role,
        scope: roleGrant.scope,
      })
      .from(appUser)
      .leftJoin(roleGrant, eq(roleGrant.userId, appUser.id))
      .orderBy(asc(appUser.email), asc(roleGrant.role), asc(roleGrant.scope)),
  );
  const accounts = new Map<string, Account>();
  for (const { role, scope, ...user } of rows) {
    const account = accounts.get(user.id) ?? { ...user, grants: [] };
    if (role !== null) account.grants.push(Grant.parse({ role, scope }));
    accounts.set(user.id, account);
  }
  return [...accounts.values()];
}

export type AuditLine = {
  id: number;
  at: string;
  actor: string | null;
  actorKind: string;
  action: string;
  subject: string;
};

const SHOWN_EVENTS = 200;

/** The newest events; administrators only. */
export async function listAuditEvents(): Promise<AuditLine[]> {
  const viewer = await authorise('audit:read');
  const rows = await asViewer(viewer, (tx) =>
    tx
      .select({
        id: auditEvent.id,
        at: auditEvent.at,
        actor: appUser.name,
        actorKind: auditEvent.actorKind,
        action: auditEvent.action,
        subject: auditEvent.subject,
      })
      .from(auditEvent)
      .leftJoin(appUser, eq(appUser.id, auditEvent.actorId))
      .orderBy(desc(auditEvent.id))
      .limit(SHOWN_EVENTS),
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
