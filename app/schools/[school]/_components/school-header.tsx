import { headlinePlace } from '@/app/schools/_components/headline-place';
import { HeadlineList } from '@/components/figures/headline-list';
import { PageHeader } from '@/components/shell/page-header';
import { AppLink } from '@/components/ui/app-link';
import { LinkButton } from '@/components/ui/link-button';
import { type LinkTab, LinkTabs } from '@/components/ui/link-tabs';
import { countryHref } from '@/lib/contracts/country-query';
import { regionHref } from '@/lib/contracts/regions-query';
import type { SchoolReach } from '@/lib/contracts/school-reach';
import { coldSpotFiles, SCHOOL_VIEWS, type SchoolQuery, schoolHref } from '@/lib/contracts/school-reach-query';
import { cohortYears } from '@/lib/format/journey-source-words';
import { CardLink } from './card-link';

type View = SchoolQuery['view'];

const VIEW_WORDS: Readonly<Record<View, string>> = {
  reach: 'Where entrants come from',
  who: 'Who they are',
  destinations: 'Where graduates go',
};

/** Where it lies, and which years the sentences below are of. */
function leadOf({ region, home }: SchoolReach) {
  const years = home.kind === 'absent' ? '' : `Below: ${cohortYears(home.papers)}.`;
  if (!region) return years === '' ? null : <p className="text-muted">{years}</p>;
  return (
    <p className="text-muted">
      Medical school in{' '}
      <AppLink className="link" href={regionHref(region.code, {})}>
        {region.name}
      </AppLink>
      {`. ${years}`}
    </p>
  );
}

/** Name, what a reader needs in three minutes, and the parts of the page. */
export function SchoolHeader({ reach, query }: { reach: SchoolReach; query: SchoolQuery }) {
  const { school, root, headlines, cold } = reach;
  const tabs = SCHOOL_VIEWS.map(
    (view): LinkTab => ({
      href: schoolHref(school.code, { view, period: query.period }),
      label: VIEW_WORDS[view],
      current: view === query.view,
    }),
  );
  return (
    <>
      <PageHeader
        title={school.name}
        crumbs={[{ href: countryHref('/schools', root), label: 'Medical schools' }]}
        lead={leadOf(reach)}
        actions={
          cold.kind === 'given' ? (
            <>
              <LinkButton href={headlinePlace(school.code, 'cold', query.period).href} variant="primary">
                Where outreach could go
              </LinkButton>
              <a
                className="link inline-flex min-h-10 items-center"
                href={coldSpotFiles(school.code, query.period).csv}
                download
              >
                Download the cold spots (CSV)
              </a>
            </>
          ) : null
        }
      />
      <HeadlineList
        headlines={headlines.map(({ text, part }) => ({
          id: part,
          text,
          ...headlinePlace(school.code, part, query.period),
        }))}
      />
      <CardLink reach={reach} />
      {reach.reading === 'none' ? null : <LinkTabs label="Parts of the page" tabs={tabs} />}
    </>
  );
}
