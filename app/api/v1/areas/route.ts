import { z } from 'zod';
import { forApi, parseQuery } from '@/app/_adapters/api';
import { listAreas } from '@/lib/data/areas';
import { AreaType } from '@/lib/domain/geography/area';

const Query = z.strictObject({ type: AreaType });

export const GET = (request: Request): Promise<Response> =>
  forApi(async () => Response.json({ areas: await listAreas([parseQuery(request, Query).type]) }));
