import { z } from 'zod';

export const Role = z.enum(['deanery', 'school', 'commissioner', 'analyst', 'admin']);
export type Role = z.infer<typeof Role>;

/** A role with its scope: an area code; `*` for the roles that have no area (analyst, administrator). */
export const Grant = z.strictObject({ role: Role, scope: z.string() });
export type Grant = z.infer<typeof Grant>;

/** What a personal access token may be for. Each is for reading only. */
export const TokenScope = z.enum(['figures', 'counts', 'scenarios', 'briefings']);
export type TokenScope = z.infer<typeof TokenScope>;

/** Who is asking: of the request, or the one that a job or command runs as. */
export const Viewer = z.strictObject({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  /** `operator`: at the machine's shell; `token`: a program with a personal access token. Audited as such. */
  kind: z.enum(['user', 'operator', 'token']),
  grants: z.array(Grant),
  /** What a token is for; missing where the person asks in their own right. Narrows the grants, never widens them. */
  tokenScopes: z.array(TokenScope).optional(),
});
export type Viewer = z.infer<typeof Viewer>;

/** `any`: whatever the grant's scope. `own`: only areas in the scope of that very role. */
type Reach = 'any' | 'own';

/**
 * Role × scope × action: the one table. What is not in it is refused. Row-level security in the
 * database enforces the scoped rows again.
 */
const PERMISSIONS = {
  'figures:read': { deanery: 'any', school: 'any', commissioner: 'any', analyst: 'any', admin: 'any' },
  'counts:read': { deanery: 'any', school: 'any', commissioner: 'any', analyst: 'any', admin: 'any' },
  'evidence:read': { deanery: 'any', school: 'any', commissioner: 'any', analyst: 'any', admin: 'any' },
  'token:manage': { deanery: 'any', school: 'any', commissioner: 'any', analyst: 'any', admin: 'any' },
  'school:read': { school: 'own' },
  'scenario:read': { deanery: 'own' },
  'scenario:write': { deanery: 'own' },
  'note:read': { deanery: 'own' },
  'note:write': { deanery: 'own' },
  'briefing:read': { deanery: 'any', commissioner: 'any' },
  'briefing:create': { deanery: 'any', commissioner: 'any' },
  'data:import': { analyst: 'any' },
  'demonstration:remove': { analyst: 'any', admin: 'any' },
  'users:read': { admin: 'any' },
  'audit:read': { admin: 'any' },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>;

export type Action = keyof typeof PERMISSIONS;

const isAction = (name: string): name is Action => name in PERMISSIONS;

export const ACTIONS: readonly Action[] = Object.keys(PERMISSIONS).filter(isAction);

/** The actions of each scope of a token. Nothing that writes, and nothing about accounts, may be in here. */
export const SCOPE_ACTIONS = {
  figures: ['figures:read', 'evidence:read'],
  counts: ['counts:read'],
  scenarios: ['scenario:read'],
  briefings: ['briefing:read'],
} as const satisfies Readonly<Record<TokenScope, readonly Action[]>>;

/** False where a token was made for something else. */
export function isInTokenScope({ tokenScopes }: Viewer, action: Action): boolean {
  return tokenScopes === undefined || tokenScopes.some((scope) => SCOPE_ACTIONS[scope].some((one) => one === action));
}

/** Whether the viewer may do this, to this area where the action has one. */
export function can(viewer: Viewer, action: Action, areaCode: string | null = null): boolean {
  if (!isInTokenScope(viewer, action)) return false;
  const row: Partial<Record<Role, Reach>> = PERMISSIONS[action];
  return viewer.grants.some(({ role, scope }) => {
    const reach = row[role];
    if (reach === undefined) return false;
    return reach === 'any' || (areaCode !== null && scope === areaCode);
  });
}

/** The areas in which the viewer may do this, for lists and pick-lists. */
export function scopesFor(viewer: Viewer, action: Action): string[] {
  if (!isInTokenScope(viewer, action)) return [];
  const row: Partial<Record<Role, Reach>> = PERMISSIONS[action];
  return viewer.grants.filter(({ role }) => row[role] !== undefined).map(({ scope }) => scope);
}

/** The scopes that a token of this person could have: those of which the grants allow something. */
export function grantableScopes(viewer: Viewer): TokenScope[] {
  return TokenScope.options.filter((scope) =>
    SCOPE_ACTIONS[scope].some((action) => scopesFor(viewer, action).length > 0),
  );
}

/** The role whose home page a viewer sees first. */
export function primaryRole(viewer: Viewer): Role | null {
  return Role.options.find((role) => viewer.grants.some((grant) => grant.role === role)) ?? null;
}
