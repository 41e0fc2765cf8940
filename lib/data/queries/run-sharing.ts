import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { runComment, runSubmission } from '@/db/schema';

const columns = {
  id: runSubmission.id,
  runId: runSubmission.runId,
  areaCode: runSubmission.areaCode,
  title: runSubmission.title,
  message: runSubmission.message,
  recipientId: runSubmission.recipientId,
  recipientName: runSubmission.recipientName,
  senderName: runSubmission.senderName,
  createdAt: runSubmission.createdAt,
  revokedAt: runSubmission.revokedAt,
};

export const selectSubmissionsOf = (db: Executor, runId: string) =>
  db.select(columns).from(runSubmission).where(eq(runSubmission.runId, runId)).orderBy(desc(runSubmission.createdAt));

export const selectReceived = (db: Executor, recipientId: string) =>
  db
    .select(columns)
    .from(runSubmission)
    .where(and(eq(runSubmission.recipientId, recipientId), isNull(runSubmission.revokedAt)))
    .orderBy(desc(runSubmission.createdAt));

export const selectSubmission = (db: Executor, id: string) =>
  db.select(columns).from(runSubmission).where(eq(runSubmission.id, id));

export const selectComments = (db: Executor, runId: string) =>
  db
    .select({
      id: runComment.id,
      body: runComment.body,
      authorName: runComment.authorName,
      createdBy: runComment.createdBy,
      createdAt: runComment.createdAt,
    })
    .from(runComment)
    .where(and(eq(runComment.runId, runId), isNull(runComment.removedAt)))
    .orderBy(asc(runComment.createdAt));

const Person = z.object({ id: z.uuid(), name: z.string() });

/** The account of an e-mail address, for managers alone; null where there is none. */
export async function findPerson(db: Executor, email: string): Promise<z.infer<typeof Person> | null> {
  const result = await db.execute(sql`select id, name from stead_person(${email})`);
  return z.object({ rows: z.array(Person) }).parse(result).rows[0] ?? null;
}
