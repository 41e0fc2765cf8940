import 'server-only';
import type { LeverCatalogue } from '@/lib/domain/levers/lever-catalogue';
import { publishedStore } from './published-store';
import { authorise } from './viewer';

/** The levers on offer with the parameters they share. */
export async function getLeverCatalogue(): Promise<LeverCatalogue> {
  await authorise('evidence:read');
  return (await publishedStore()).levers;
}
