import 'server-only';
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { appUser, note } from '@/db/schema';
import { can } from '@/lib/domain/access/access';
import { recordAudit } from './audit';
import { AccessDenied } from './errors';
import { asViewer, authorise, requireViewer } from './viewer';

export const NOTE_LENGTH = 4_000;

export type Note = { id: string; body: string; author: string | null; createdAt: string };

/** The region's notes, newest first; null where the viewer may not read them. */
export async function findNotes(areaCode: string): Promise<Note[] | null> {
  const viewer = await requireViewer();
  if (!can(viewer, 'note:read', areaCode)) return null;
  const rows = await asViewer(viewer, (tx) =>
    tx
      .select({ id: note.id, body: note.body, createdAt: note.createdAt, author: appUser.name })
      .from(note)
      .leftJoin(appUser, eq(appUser.id, note.createdBy))
      .where(and(eq(note.areaCode, areaCode), isNull(note.removedAt)))
      .orderBy(desc(note.createdAt)),
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

export type NoteOutcome = { ok: true; id: string } | { ok: false; message: string };

export async function addNote(areaCode: string, text: string): Promise<NoteOutcome> {
  const viewer = await authorise('note:write', areaCode);
  const body = text.trim();
  if (body === '') return { ok: false, message: 'Write the note first.' };
  if (body.length > NOTE_LENGTH)
    return { ok: false, message: `A note has at most ${NOTE_LENGTH} characters; this has ${body.length}.` };
  return asViewer(viewer, async (tx) => {
    const [row] = await tx.insert(note).values({ areaCode, body, createdBy: viewer.userId }).returning({ id: note.id });
    if (!row) throw new AccessDenied('forbidden');
    await recordAudit(tx, viewer, { action: 'note.add', subject: row.id });
    return { ok: true, id: row.id };
  });
}

/** Takes a note off the page; the area comes from the stored row. */
export async function removeNote(id: string): Promise<{ areaCode: string }> {
  const viewer = await requireViewer();
  if (!z.uuid().safeParse(id).success) throw new AccessDenied('forbidden');
  return asViewer(viewer, async (tx) => {
    const [row] = await tx.select({ areaCode: note.areaCode }).from(note).where(eq(note.id, id));
    if (!row || !can(viewer, 'note:write', row.areaCode)) throw new AccessDenied('forbidden');
    await tx.update(note).set({ removedAt: new Date() }).where(eq(note.id, id));
    await recordAudit(tx, viewer, { action: 'note.remove', subject: id });
    return row;
  });
}

/** Undo: puts the note of this region that was removed last back on the page; nothing where none was. */
export async function restoreLastNote(areaCode: string): Promise<void> {
  const viewer = await authorise('note:write', areaCode);
  await asViewer(viewer, async (tx) => {
    const [last] = await tx
      .select({ id: note.id })
      .from(note)
      .where(and(eq(note.areaCode, areaCode), isNotNull(note.removedAt)))
      .orderBy(desc(note.removedAt))
      .limit(1);
    if (!last) return;
    await tx.update(note).set({ removedAt: null }).where(eq(note.id, last.id));
    await recordAudit(tx, viewer, { action: 'note.restore', subject: last.id });
  });
}
