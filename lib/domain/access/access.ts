import { z } from 'zod';

export const Role = z.enum(['deanery', 'school', 'commissioner', 'analyst', 'admin']);
export type Role = z.infer<typeof Role>;

/** A role with its scope: an area code; `*` for the roles that have no area (analyst, administrator). */
export const Grant = z.strictObject({ role: Role, scope: z.string() });
export type Grant = z.infer<typeof Grant>;

/** Who is asking: of the request, or the one that a job or command runs as. */
export const Viewer = z.strictObject({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  /** `operator`: at the machine's shell, audited as such. */
  kind: z.enum(['user', 'operator']),
  grants: z.array(Grant),
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

/** Whether the viewer may do this, to this area where the action has one. */
export function can(viewer: Viewer, action: Action, areaCode: string | null = null): boolean {
  const row: Partial<Record<Role, Reach>> = PERMISSIONS[action];
  return viewer.grants.some(({ role, scope }) => {
    const reach = row[role];
    if (reach === undefined) return false;
    return reach === 'any' || (areaCode !== null && scope === areaCode);
  });
}

/** The areas in which the viewer may do this, for lists and pick-lists. */
export function scopesFor(viewer: Viewer, action: Action): string[] {
  const row: Partial<Record<Role, Reach>> = PERMISSIONS[action];
  return viewer.grants.filter(({ role }) => row[role] !== undefined).map(({ scope }) => scope);
}

/** The role whose home page a viewer sees first. */
export function primaryRole(viewer: Viewer): Role | null {
  return Role.options.find((role) => viewer.grants.some((grant) => grant.role === role)) ?? null;
}
