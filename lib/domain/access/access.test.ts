import { describe, expect, it } from 'vitest';
import { ACTIONS, can, type Role, scopesFor, type Viewer } from './access';

const OWN = 'TR-yorkshire-and-the-humber';
const OTHER = 'TR-north-east';

const viewerWith = (role: Role, scope: string): Viewer => ({
  userId: '5f0c1c53-5f0f-4b6c-9c0a-1d2f3a4b5c6d',
  name: 'A Person',
  email: 'a@example.test',
  kind: 'user',
  grants: [{ role, scope }],
});

const allowed = (role: Role, areaCode: string | null) =>
  ACTIONS.filter((action) => can(viewerWith(role, OWN), action, areaCode));

const PUBLISHED = ['figures:read', 'counts:read', 'evidence:read', 'token:manage'];
const BRIEFINGS = ['briefing:read', 'briefing:create'];

describe('access table', () => {
  it.each([
    ['deanery', [...PUBLISHED, 'scenario:read', 'scenario:write', 'note:read', 'note:write', ...BRIEFINGS]],
    ['school', [...PUBLISHED, 'school:read']],
    ['commissioner', [...PUBLISHED, ...BRIEFINGS]],
    ['analyst', [...PUBLISHED, 'data:import', 'demonstration:remove']],
    ['admin', [...PUBLISHED, 'demonstration:remove', 'users:read', 'audit:read']],
  ] as const)('lets a %s do exactly this in its own scope', (role, actions) => {
    expect(allowed(role, OWN)).toEqual(actions);
  });

  it.each([
    ['deanery', [...PUBLISHED, ...BRIEFINGS]],
    ['school', PUBLISHED],
    ['commissioner', [...PUBLISHED, ...BRIEFINGS]],
    ['analyst', [...PUBLISHED, 'data:import', 'demonstration:remove']],
    ['admin', [...PUBLISHED, 'demonstration:remove', 'users:read', 'audit:read']],
  ] as const)('lets a %s do exactly this elsewhere, or where no area is named', (role, actions) => {
    expect(allowed(role, OTHER)).toEqual(actions);
    expect(allowed(role, null)).toEqual(actions);
  });

  it('gives nothing to a viewer without a grant', () => {
    const viewer = { ...viewerWith('deanery', OWN), grants: [] };
    expect(ACTIONS.filter((action) => can(viewer, action, OWN))).toEqual([]);
  });

  it('does not lend one role the scope of another', () => {
    const viewer = {
      ...viewerWith('deanery', OWN),
      grants: [{ role: 'school', scope: OTHER } as const, { role: 'deanery', scope: OWN } as const],
    };
    expect(can(viewer, 'scenario:write', OTHER)).toBe(false);
    expect(scopesFor(viewer, 'scenario:write')).toEqual([OWN]);
  });
});
