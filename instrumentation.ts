import type { Instrumentation } from 'next';

/**
 * Marks requests that were passed on by a proxy, from the first on. Opens the embedded database at the start, so that a held lock stops the server and not the first reader; then makes ready, in the
 * background, what takes longest.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { watchRequests } = await import('@/app/_adapters/passed-on');
  watchRequests();
  const { database } = await import('@/db/client');
  await database();
  const { jobRunner } = await import('@/lib/data/pathway/job-runner');
  await (await jobRunner()).begin();
  const { sweepUploads } = await import('@/lib/data/uploads');
  sweepUploads();
  const { readyJourneysAtStart } = await import('@/lib/data/findings-afterwards');
  void readyJourneysAtStart();
}

/** Denials are answers, not failures. */
const EXPECTED = /^NEXT_HTTP_ERROR_FALLBACK/;

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { log } = await import('@/lib/log');
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined;
  if (digest && EXPECTED.test(digest)) return;
  log.error(
    { requestId: request.headers['x-request-id'], path: request.path, route: context.routePath, digest, err: error },
    'request failed',
  );
};
