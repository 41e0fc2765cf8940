import { forPage } from '@/app/_adapters/page';
import { FigureCard } from '@/components/figures/figure-card';
import { DownloadLinks } from '@/components/ui/download-links';
import { figuresFiles } from '@/lib/contracts/figures-query';
import { getAreaProfile } from '@/lib/data/figures';
import type { Area } from '@/lib/domain/geography/area';
import { latestWithValue } from '@/lib/domain/indicators/figure-input';
import { ALL } from '@/lib/domain/indicators/indicator';

/** The published figures of one school; nothing where there is none. */
export async function SchoolFigures({ school }: { school: Area }) {
  const profile = await forPage(() => getAreaProfile(school.code, null));
  const indicators = profile.indicators.filter(({ group, display }) => group === 'schools' && display === 'profile');
  if (indicators.length === 0) return null;
  return (
    <section aria-labelledby={`figures-${school.code}`} className="flex flex-col gap-4">
      <div>
        <h2 id={`figures-${school.code}`} className="text-xl">
          {`Published figures of ${school.name}`}
        </h2>
        {school.note ? <p className="text-sm text-muted">{school.note}</p> : null}
        <p className="text-sm text-muted">{profile.partOf.map(({ name }) => name).join(', ')}</p>
      </div>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {indicators.map((indicator) => (
          <FigureCard
            key={indicator.id}
            indicator={indicator}
            figure={
              latestWithValue(profile.figures, { indicatorId: indicator.id, breakdown: ALL }) ??
              profile.figures.find(({ indicatorId }) => indicatorId === indicator.id) ??
              null
            }
            definitionHref={`/data/${indicator.id}`}
          />
        ))}
      </div>
      <DownloadLinks what={`all published figures of ${school.name}`} files={figuresFiles({ area: school.code })} />
    </section>
  );
}
