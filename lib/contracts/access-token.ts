import { z } from 'zod';
import { TokenScope } from '@/lib/domain/access/access';

export const MOST_TOKEN_DAYS = 365;

/** A token as asked for. */
export const TokenDraft = z.strictObject({
  name: z.string().trim().min(1, 'Give the token a name.').max(80, 'At most 80 characters.'),
  scopes: z.array(TokenScope).min(1, 'Choose at least one thing it may read.'),
  days: z.coerce.number().int().min(1, 'At least 1 day.').max(MOST_TOKEN_DAYS, `At most ${MOST_TOKEN_DAYS} days.`),
});
export type TokenDraft = z.infer<typeof TokenDraft>;

/** A token as its owner sees it in a list: never the secret. */
export type TokenEntry = {
  id: string;
  name: string;
  prefix: string;
  scopes: TokenScope[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  state: 'live' | 'expired' | 'revoked';
};
