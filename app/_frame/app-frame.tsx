import type { ReactNode } from 'react';
import type { NavSection } from '@/components/shell/nav-sections';
import { SiteFooter } from '@/components/shell/site-footer';
import { SiteHeader } from '@/components/shell/site-header';
import { AppLink } from '@/components/ui/app-link';
import { Button } from '@/components/ui/button';
import { countryHref } from '@/lib/contracts/country-query';
import { ownRoot } from '@/lib/data/areas';
import { getDataStatus } from '@/lib/data/data-status';
import { can, type Viewer } from '@/lib/domain/access/access';
import type { Root } from '@/lib/domain/geography/area';
import { formatMonth } from '@/lib/format/date';
import { ROLE_WORDS } from '@/lib/format/words';
import { signOutAction } from './actions';

/** Order and choice follow the role; published data are for everyone who is signed in. */
function sectionsFor(viewer: Viewer, root: Root): NavSection[] {
  const mayModel = viewer.grants.some(({ role }) => role === 'deanery');
  return [
    { href: countryHref('/regions', root), label: 'Regions' },
    ...(mayModel ? [{ href: '/scenarios', label: 'Scenarios' }] : []),
    { href: countryHref('/schools', root), label: 'Schools' },
    { href: countryHref('/journeys', root), label: 'Journeys' },
    { href: countryHref('/findings', root), label: 'Findings' },
    { href: '/evidence', label: 'Evidence' },
    ...(can(viewer, 'briefing:read') ? [{ href: '/briefings', label: 'Briefings' }] : []),
    { href: '/data', label: 'Data' },
    ...(can(viewer, 'audit:read') ? [{ href: '/admin', label: 'Admin' }] : []),
  ];
}

const AccountLinks = () => (
  <AppLink className="link inline-flex min-h-6 items-center text-sm" href="/account/tokens">
    Access tokens
  </AppLink>
);

const SignOut = () => (
  <form action={signOutAction}>
    <Button type="submit" variant="secondary">
      Sign out
    </Button>
  </form>
);

export async function AppFrame({ viewer, children }: { viewer: Viewer | null; children: ReactNode }) {
  const status = viewer ? await getDataStatus() : null;
  const roles = [...new Set(viewer?.grants.map(({ role }) => ROLE_WORDS[role]))];
  return (
    <>
      <SiteHeader
        sections={viewer ? sectionsFor(viewer, await ownRoot()) : []}
        user={viewer ? { name: viewer.name, roles, links: <AccountLinks />, signOut: <SignOut /> } : null}
      />
      {children}
      <SiteFooter
        dataTo={status?.dataTo ? formatMonth(status.dataTo) : 'be seen after signing in'}
        releases={status?.packId ? [{ id: `published pack ${status.packId}`, href: '/data/releases' }] : []}
      />
    </>
  );
}
