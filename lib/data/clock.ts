import 'server-only';
import { env } from '@/lib/env';

/** Today as an ISO date; fixed by `STEAD_TODAY` in tests. The only clock that figures see. */
export const today = (): string => env.STEAD_TODAY ?? new Date().toISOString().slice(0, 10);
