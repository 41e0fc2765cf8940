'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { forPage } from '@/app/_adapters/page';
import { GivenSource, WithdrawalKind } from '@/lib/contracts/import';
import { decideAreaCode } from '@/lib/data/area-codes';
import { ImportRefused, NotFound } from '@/lib/data/errors';
import { removeMapping } from '@/lib/data/import-mappings';
import { cancelImport, getImport, publishImport, startImport, withdrawRelease } from '@/lib/data/imports';
import { dropUpload, findUpload } from '@/lib/data/uploads';
import { findTableDataset } from '@/lib/import/dataset-list';
import { mappingFaults, mappingOf } from '@/lib/import/saved-mapping';
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

export async function removeMappingAction(_state: ImportState, form: FormData): Promise<ImportState> {
  const outcome = await answered(() => removeMapping(text(form, 'id')));
  if (outcome === null) revalidatePath('/data/import', 'layout');
  return outcome;
}

/** Without an area the code is read as none. */
export async function decideCodeAction(_state: ImportState, form: FormData): Promise<ImportState> {
  const decision = { code: text(form, 'code'), areaCode: text(form, 'area') || null };
  const outcome = await answered(() => decideAreaCode(decision));
  if (outcome === null) revalidatePath('/data', 'layout');
  return outcome;
}

export type MappingState = { faults: { fieldId: string; message: string }[] } | null;

/** Reads a file once more with the columns as they were mapped; the mapping is kept for its source once the file is published. */
export async function mapAction(_state: MappingState, form: FormData): Promise<MappingState> {
  const entry = await forPage(() => getImport(text(form, 'id')));
  const dataset = findTableDataset(text(form, 'dataset'));
  if (!dataset) return { faults: [{ fieldId: 'dataset', message: 'Choose what the file holds.' }] };
  const { fileName, ruleSet } = entry;
  const { mapping, twice } = mappingOf(
    dataset.id,
    dataset.columns.map((_, at) => text(form, `column-${at}`)),
  );
  const source = GivenSource.safeParse(text(form, 'source'));
  if (!source.success) return { faults: [{ fieldId: 'source', message: 'Name the source whose columns these are.' }] };
  const faults = [...twice, ...mappingFaults(mapping)].map(({ column, message }) => ({
    fieldId: `column-${dataset.columns.findIndex(({ header }) => header === column)}`,
    message,
  }));
  if (faults.length > 0) return { faults };
  const given = { ...entry.given, source: source.data };
  const isLocal = isLocalOnly(await headers());
  const started = await forPage(async () => {
    try {
      const file = await findUpload(entry.sha256);
      return await startImport({ file, fileName, mapping, ruleSet, given, isLocalOnly: isLocal }, dropUpload);
    } catch (error) {
      if (error instanceof ImportRefused || error instanceof NotFound) return error;
      throw error;
    }
  });
  if (started instanceof Error) return { faults: [{ fieldId: 'dataset', message: started.message }] };
  redirect(`/data/import/${started.entry.id}`);
}
