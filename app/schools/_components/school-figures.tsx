import { forPage } from '@/app/_adapters/page';
import { FigureCard } from '@/components/figures/figure-card';
import { EmptyState } from '@/components/ui/empty-state';
import { getAreaProfile } from '@/lib/data/figures';
import type { Area } from '@/lib/domain/geography/area';
import { latestWithValue } from '@/lib/domain/indicators/figure-input';
import { ALL } from '@/lib/domain/indicators/indicator';

const MISSING = [
  {
    title: 'Where your entrants come from',
    text: 'Not loaded. Your own intake file (intake.csv: entry year, home authority, entrants) or a rounded national table (home_school.csv) would load it.',
  },
  {
    title: 'Where your graduates go',
    text: 'Not loaded. A rounded national table of graduates by foundation area (school_foundation.csv) would load it; UKMED lets such tables out of its safe haven.',
  },
  {
    title: 'Deprivation, sex and ethnicity of your intake',
    text: 'Not loaded. The same files carry these counts; each would be shown against a named population, with its interval.',
  },
];

/** What is loaded about one school and what isn't. */
export async function SchoolFigures({ school }: { school: Area }) {
  const profile = await forPage(() => getAreaProfile(school.code, null));
  const indicators = profile.indicators.filter(({ group, display }) => group === 'schools' && display === 'profile');
  return (
    <section aria-labelledby={`school-${school.code}`} className="flex flex-col gap-4">
      <div>
        <h2 id={`school-${school.code}`} className="text-xl">
          {school.name}
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
      <div className="grid gap-4 lg:grid-cols-3">
        {MISSING.map(({ title, text }) => (
          <EmptyState key={title} title={title}>
            <p>{text}</p>
          </EmptyState>
        ))}
      </div>
    </section>
  );
}
