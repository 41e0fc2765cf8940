import { forbidden, notFound, unauthorized } from 'next/navigation';
import { AccessDenied, NotFound } from '@/lib/data/errors';

/** Reads for a page: a denial becomes 401 or 403, unknown public data 404. Await it before anything streams. */
export async function forPage<T>(read: () => Promise<T>): Promise<T> {
  const outcome = await read().catch((error: unknown) => {
    if (error instanceof AccessDenied || error instanceof NotFound) return error;
    throw error;
  });
  if (outcome instanceof NotFound) notFound();
  if (outcome instanceof AccessDenied) {
    if (outcome.reason === 'unauthenticated') unauthorized();
    forbidden();
  }
  return outcome;
}
