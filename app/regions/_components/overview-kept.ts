import type { RegionsQuery } from '@/lib/contracts/regions-query';

/** What stays as it is when a field of an overview's context bar changes. */
export const overviewKept = ({ type, view, on, peers }: RegionsQuery): Record<string, string> => ({
  type,
  view,
  ...(on ? { on } : {}),
  ...(peers ? { peers } : {}),
});
