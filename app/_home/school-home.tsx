import { forPage } from '@/app/_adapters/page';
import { headlinePlace } from '@/app/schools/_components/headline-place';
import { SchoolFigures } from '@/app/schools/_components/school-figures';
import { HeadlineList } from '@/components/figures/headline-list';
import { PageHeader } from '@/components/shell/page-header';
import { Card } from '@/components/tremor/card';
import { LinkButton } from '@/components/ui/link-button';
import { schoolHref } from '@/lib/contracts/school-reach-query';
import { listOwnSchools } from '@/lib/data/areas';
import { getSchoolReach } from '@/lib/data/school-reach';
import type { Area } from '@/lib/domain/geography/area';

async function SchoolSummary({ school: { code, name } }: { school: Area }) {
  const { headlines, home, cold } = await forPage(() => getSchoolReach(code, {}));
  return (
    <section aria-labelledby={`school-${code}`}>
      <Card className="flex flex-col gap-4 p-6">
        <h2 id={`school-${code}`} className="text-xl">
          {name}
        </h2>
        <HeadlineList
          headlines={headlines.map(({ text, part }) => ({ id: part, text, ...headlinePlace(code, part) }))}
        />
        {home.kind === 'absent' ? (
          <p className="max-w-prose text-muted">{`Where entrants come from: ${home.words}`}</p>
        ) : null}
        {home.kind === 'given' && headlines.length === 0 ? (
          <p className="max-w-prose text-muted">
            Too few people are loaded for a share or a comparison. The counts that can be shown are on the school’s
            page.
          </p>
        ) : null}
        <div className="flex flex-wrap gap-3">
          {cold.kind === 'given' ? (
            <LinkButton href={headlinePlace(code, 'cold').href} variant="primary">
              Where should our outreach go next year?
            </LinkButton>
          ) : null}
          <LinkButton href={schoolHref(code)}>{`Reach of ${name}`}</LinkButton>
          <LinkButton href={schoolHref(code, { view: 'destinations' })}>Where graduates go</LinkButton>
        </div>
      </Card>
    </section>
  );
}

export async function SchoolHome() {
  const schools = await forPage(listOwnSchools);
  return (
    <>
      <PageHeader
        title="Your medical school"
        lead="Where your students come from, where few do, and where your graduates go."
      />
      {schools.length === 0 ? <p>Your account has no school yet: ask an administrator to add it.</p> : null}
      {schools.map((school) => (
        <SchoolSummary key={school.code} school={school} />
      ))}
      {schools.map((school) => (
        <SchoolFigures key={school.code} school={school} />
      ))}
    </>
  );
}
