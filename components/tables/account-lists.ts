import type { TokenEntry } from '@/lib/contracts/access-token';
import type { Role } from '@/lib/domain/access/access';
import { formatDateTime } from '@/lib/format/date';
import { ROLE_WORDS, TOKEN_SCOPE_WORDS } from '@/lib/format/words';
import type { ListColumn } from './list-column';

type Account = {
  name: string;
  email: string;
  active: boolean;
  grants: readonly { role: Role; scope: string }[];
};

/** Who may do what where. */
export const ACCOUNT_COLUMNS: readonly ListColumn<Account>[] = [
  { name: 'name', header: 'Account', text: ({ name, email }) => `${name} (${email})`, value: ({ name }) => name },
  { name: 'e_mail', header: null, value: ({ email }) => email },
  { name: 'can_sign_in', header: 'Can sign in', text: ({ active }) => (active ? 'yes' : 'no') },
  {
    name: 'roles_and_scopes',
    header: 'Roles and scopes',
    className: 'min-w-60',
    text: ({ grants }) => grants.map(({ role, scope }) => `${ROLE_WORDS[role]}: ${scope}`).join('; '),
  },
];

type AuditLine = { id: number; at: string; actor: string | null; actorKind: string; action: string; subject: string };

/** What was done by whom. */
export const AUDIT_COLUMNS: readonly ListColumn<AuditLine>[] = [
  { name: 'event', header: null, value: ({ id }) => id },
  { name: 'at', header: 'When', text: ({ at }) => formatDateTime(at), value: ({ at }) => at },
  {
    name: 'who',
    header: 'Who',
    text: ({ actor, actorKind }) => `${actor ?? 'unknown'} (${actorKind})`,
    value: ({ actor }) => actor,
  },
  { name: 'as', header: null, value: ({ actorKind }) => actorKind },
  { name: 'action', header: 'What', text: ({ action }) => action },
  { name: 'subject', header: 'On', text: ({ subject }) => subject },
];

const TOKEN_STATE_WORDS: Readonly<Record<TokenEntry['state'], string>> = {
  live: 'in use',
  expired: 'expired',
  revoked: 'revoked',
};

/** One's own tokens. An entry has no secret: what a token begins with is all that is kept in words. */
export const TOKEN_COLUMNS: readonly ListColumn<TokenEntry>[] = [
  { name: 'name', header: 'Name', text: ({ name }) => name },
  { name: 'begins_with', header: 'Begins with', text: ({ prefix }) => `${prefix}…` },
  {
    name: 'may_read',
    header: 'May read',
    text: ({ scopes }) => scopes.map((one) => TOKEN_SCOPE_WORDS[one]).join('; '),
  },
  { name: 'made_at', header: null, value: ({ createdAt }) => createdAt },
  {
    name: 'ends_at',
    header: 'Ends',
    text: ({ expiresAt }) => formatDateTime(expiresAt),
    value: ({ expiresAt }) => expiresAt,
  },
  {
    name: 'last_used_at',
    header: 'Last used',
    text: ({ lastUsedAt }) => (lastUsedAt ? formatDateTime(lastUsedAt) : 'never'),
    value: ({ lastUsedAt }) => lastUsedAt,
  },
  { name: 'state', header: 'State', text: ({ state }) => TOKEN_STATE_WORDS[state] },
];
