'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { startSession } from '@/lib/auth/session';
import { checkSignIn } from '@/lib/data/sign-in';

export type SignInState = { message: string; email: string } | null;

const Credentials = z.object({ email: z.string().max(320), password: z.string().max(1_000), next: z.string() });

const MINUTE_MS = 60_000;

const REFUSED = 'E-mail and password don’t match. Check both and try again.';
const BUSY = 'Many people are signing in just now. Try again in a few seconds.';

/** Only a path of this site: an address typed into the link must not lead elsewhere. */
const isLocalPath = (path: string): boolean => /^\/(?![/\\])/.test(path);

export async function signInAction(_state: SignInState, form: FormData): Promise<SignInState> {
  const read = Credentials.safeParse(Object.fromEntries(form));
  if (!read.success) return { message: REFUSED, email: '' };
  const { email, password, next } = read.data;
  const outcome = await checkSignIn(email, password);
  if (!outcome.ok) {
    if (outcome.reason === 'wait') {
      const minutes = Math.ceil(outcome.waitMs / MINUTE_MS);
      return {
        message: `Too many attempts for this account. Try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
        email,
      };
    }
    return { message: outcome.reason === 'busy' ? BUSY : REFUSED, email };
  }
  await startSession(outcome.session);
  redirect(isLocalPath(next) ? next : '/');
}
