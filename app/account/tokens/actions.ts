'use server';

import { revalidatePath } from 'next/cache';
import { forPage } from '@/app/_adapters/page';
import { TokenDraft } from '@/lib/contracts/access-token';
import { createAccessToken, revokeAccessToken } from '@/lib/data/access-tokens';

export type TokenState = { token: string } | { errors: Readonly<Record<string, string>>; name: string } | null;

const PAGE = '/account/tokens';

/** The secret goes into this one answer and nowhere else. */
export async function createTokenAction(_state: TokenState, form: FormData): Promise<TokenState> {
  const name = form.get('name');
  const read = TokenDraft.safeParse({ name, scopes: form.getAll('scopes'), days: form.get('days') });
  const typed = typeof name === 'string' ? name : '';
  if (!read.success) {
    const errors = Object.fromEntries(read.error.issues.map(({ path, message }) => [String(path[0]), message]));
    return { errors, name: typed };
  }
  const outcome = await forPage(() => createAccessToken(read.data));
  if (!outcome.ok) return { errors: { name: outcome.message }, name: typed };
  revalidatePath(PAGE);
  return { token: outcome.token };
}

export async function revokeTokenAction(form: FormData): Promise<void> {
  const id = form.get('id');
  await forPage(() => revokeAccessToken(typeof id === 'string' ? id : ''));
  revalidatePath(PAGE);
}
