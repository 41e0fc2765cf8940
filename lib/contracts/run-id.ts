import { z } from 'zod';

/** A stored run: the start of a hash, so that it can be typed. */
export const RunId = z.string().regex(/^[0-9a-f]{20}$/);
