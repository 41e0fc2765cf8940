import type { ReactNode } from 'react';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Pill } from '@/components/ui/pill';
import type { AreaProfile } from '@/lib/contracts/region';
import { type RegionQuery, regionHref, regionsHref } from '@/lib/contracts/regions-query';
import { can, type Viewer } from '@/lib/domain/access/access';
import { formatDate } from '@/lib/format/date';
import { AREA_TYPE_WORDS } from '@/lib/format/words';
import { AreaSuccession } from './area-succession';

type RegionHeaderProps = {
  profile: AreaProfile;
  viewer: Viewer;
  query: RegionQuery;
  lead: ReactNode;
  hasNotes: boolean;
};

const VIEWS = [
  { view: 'profile', label: 'Profile' },
  { view: 'compare', label: 'How it compares' },
] as const;

/** Name, what stands out, what can be done from here, and the two views of the area. */
export function RegionHeader({ profile, viewer, query, lead, hasNotes }: RegionHeaderProps) {
  const { area } = profile;
  const inProfile = (anchor: string) =>
    query.view === 'profile' ? anchor : `${regionHref(area.code, { ...query, view: 'profile' })}${anchor}`;
  return (
    <>
      <PageHeader
        title={area.name}
        crumbs={[{ href: regionsHref({ country: area.root }), label: 'Regions' }]}
        tags={<Pill tone="outline">{AREA_TYPE_WORDS[area.type]}</Pill>}
        printLine={`Data to ${profile.dataTo ? formatDate(profile.dataTo) : 'not loaded'}. Releases: ${profile.releaseIds.join(', ')}.`}
        lead={lead}
        actions={
          <>
            <LinkButton href={inProfile('#recommendations')} variant="primary">
              What could be done
            </LinkButton>
            {area.type === 'training_region' && can(viewer, 'scenario:write', area.code) ? (
              <LinkButton href={`/scenarios/new?region=${area.code}`}>Model a package</LinkButton>
            ) : null}
            {can(viewer, 'briefing:create', area.code) ? (
              <LinkButton href={`/briefings/new?area=${area.code}`}>Make a briefing</LinkButton>
            ) : null}
            {hasNotes ? <LinkButton href={inProfile('#notes')}>Notes</LinkButton> : null}
          </>
        }
      />
      {profile.succession ? <AreaSuccession succession={profile.succession} area={area} /> : null}
      <LinkTabs
        label="View of this area"
        tabs={VIEWS.map(({ view, label }) => ({
          href: regionHref(area.code, { ...query, view }),
          label,
          current: query.view === view,
        }))}
      />
    </>
  );
}
