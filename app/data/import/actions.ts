'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { forPage } from '@/app/_adapters/page';
import { WithdrawalKind } from '@/lib/contracts/import';
import { ImportRefused } from '@/lib/data/errors';
import { cancelImport, getImport, publishImport, saveMapping, startImport, withdrawRelease } from '@/lib/data/imports';
import { dropUpload, findUpload } from '@/lib/data/uploads';
import { findExchangeDataset } from '@/lib/import/dataset-list';
import { isLocalOnly } from './local-only';

export type ImportState = { message: string } | null;

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** A refusal is an answer that the form shows. */
async function answered(work: () => Promise<unknown>): Promise<ImportState> {
  return forPage(async () => {
    try {
      await work();
      return null;
    } catch (error) {
      if (error instanceof ImportRefused) return { message: error.message };
      throw error;
    }
  });
}

export async function publishAction(_state: ImportState, form: FormData): Promise<ImportState> {
  const id = text(form, 'id');
  const outcome = await answered(() => publishImport(id, text(form, 'on') || null));
  if (outcome === null) revalidatePath('/data', 'layout');
  return outcome;
}

export async function cancelAction(_state: ImportState, form: FormData): Promise<ImportState> {
  const outcome = await answered(() => cancelImport(text(form, 'id')));
  if (outcome === null) revalidatePath('/data/import', 'layout');
  return outcome;
}

export async function withdrawAction(_state: ImportState, form: FormData): Promise<ImportState> {
  const kind = WithdrawalKind.safeParse(text(form, 'kind'));
  if (!kind.success) return { message: 'Choose why it is withdrawn.' };
  const outcome = await answered(() => withdrawRelease(text(form, 'release'), kind.data, text(form, 'reason')));
  if (outcome === null) revalidatePath('/data', 'layout');
  return outcome;
}

/** Reads a file once more with the columns as they were mapped, and keeps the mapping for the next of its kind. */
export async function mapAction(_state: ImportState, form: FormData): Promise<ImportState> {
  const entry = await forPage(() => getImport(text(form, 'id')));
  const dataset = findExchangeDataset(text(form, 'dataset'));
  if (!dataset) return { message: 'Choose what the file holds.' };
  const columns = Object.fromEntries(
    entry.headers.flatMap((header, at) => {
      const ours = text(form, `column-${at}`);
      return ours === '' ? [] : [[header, ours]];
    }),
  );
  const mapping = { dataset: dataset.id, columns };
  const isLocal = isLocalOnly(await headers());
  const started = await forPage(async () => {
    const file = await findUpload(entry.sha256);
    await saveMapping(entry.headers, mapping);
    return startImport(
      { file, fileName: entry.fileName, mapping, ruleSet: entry.ruleSet, given: entry.given, isLocalOnly: isLocal },
      (ended) => {
        if (ended.status === 'ready') dropUpload(ended.sha256);
      },
    );
  });
  redirect(`/data/import/${started.entry.id}`);
}
