'use server';

import { revalidatePath } from 'next/cache';
import { forPage } from '@/app/_adapters/page';
import { addNote, removeNote, restoreLastNote } from '@/lib/data/notes';

export type NoteState = { message: string; body: string } | null;

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

const pageOf = (areaCode: string): string => `/regions/${areaCode}`;

export async function addNoteAction(_state: NoteState, form: FormData): Promise<NoteState> {
  const [areaCode, body] = [text(form, 'areaCode'), text(form, 'body')];
  const outcome = await forPage(() => addNote(areaCode, body));
  if (!outcome.ok) return { message: outcome.message, body };
  revalidatePath(pageOf(areaCode));
  return null;
}

export async function removeNoteAction(form: FormData): Promise<void> {
  const { areaCode } = await forPage(() => removeNote(text(form, 'id')));
  revalidatePath(pageOf(areaCode));
}

export async function restoreNoteAction(form: FormData): Promise<void> {
  const areaCode = text(form, 'areaCode');
  await forPage(() => restoreLastNote(areaCode));
  revalidatePath(pageOf(areaCode));
}
