import 'server-only';
import type { Executor } from '@/db/client';
import { auditEvent } from '@/db/schema';
import type { Viewer } from '@/lib/domain/access/access';

export type AuditEntry = { action: string; subject: string; detail?: Record<string, unknown> };

/** Writes the event in the same transaction as what it records: both happen or neither. */
export async function recordAudit(
  tx: Executor,
  viewer: Viewer,
  { action, subject, detail = {} }: AuditEntry,
): Promise<void> {
  await tx.insert(auditEvent).values({ actorId: viewer.userId, actorKind: viewer.kind, action, subject, detail });
}
