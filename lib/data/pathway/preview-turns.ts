import 'server-only';

/** Previews of one person at a time: one for each of two windows. */
const MOST_PREVIEWS = 2;

type Turn = { readonly left: AbortController };

declare global {
  // One per process: pages and routes are bundled apart. By person, the newest last.
  var steadPreviews: Map<string, Turn[]> | undefined;
}

/** Runs a preview; where one person has more than a few at once, the newest stay and what waits of the oldest is never begun. */
export async function inTurn<T>(
  userId: string,
  signal: AbortSignal | undefined,
  preview: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  globalThis.steadPreviews ??= new Map();
  const previews = globalThis.steadPreviews;
  const turn = { left: new AbortController() };
  const own = [...(previews.get(userId) ?? []), turn];
  for (const { left } of own.slice(0, -MOST_PREVIEWS)) left.abort();
  previews.set(userId, own.slice(-MOST_PREVIEWS));
  try {
    return await preview(signal ? AbortSignal.any([signal, turn.left.signal]) : turn.left.signal);
  } finally {
    const others = (previews.get(userId) ?? []).filter((one) => one !== turn);
    if (others.length > 0) previews.set(userId, others);
    else previews.delete(userId);
  }
}
