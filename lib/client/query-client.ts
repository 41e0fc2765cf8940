import { isServer, QueryClient } from '@tanstack/react-query';

const create = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: 1 } } });

let browserClient: QueryClient | undefined;

/** One client per server render: a shared one would hand one person's figures to the next. */
export function getQueryClient(): QueryClient {
  if (isServer) return create();
  browserClient ??= create();
  return browserClient;
}
