import type { ReactNode } from 'react';
import { DataTable } from '@/components/ui/data-table';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import type { EvidenceTheme } from '@/lib/domain/recommendations/evidence';
import type { Recommendation } from '@/lib/domain/recommendations/recommendation';
import { ACTOR_WORDS, listInWords, ORIGIN_WORDS, STRENGTH_WORDS } from '@/lib/format/words';

type RegisterProps = {
  recommendations: readonly Recommendation[];
  themes: readonly EvidenceTheme[];
  indicators: readonly Indicator[];
  cited: (ids: readonly string[]) => ReactNode;
};

export function RecommendationRegister({ recommendations, themes, indicators, cited }: RegisterProps) {
  const themeTitles = (ids: readonly string[]) =>
    ids.map((id) => themes.find((theme) => theme.id === id)?.title ?? id).join(', ') || 'none';
  const indicatorNames = (ids: readonly string[]) =>
    ids.map((id) => indicators.find((indicator) => indicator.id === id)?.shortName ?? id).join(', ') ||
    'nothing loaded would show it';
  return (
    <section aria-labelledby="register" className="flex flex-col gap-3">
      <h2 id="register" className="scroll-mt-24 text-xl">
        Recommendation register
      </h2>
      <p className="max-w-prose text-sm text-muted">
        The programme’s published summaries name few recommendations. What is our derivation says so, apart from the
        finding it rests on.
      </p>
      <DataTable
        caption="Recommendations with their evidence"
        captionHidden
        columns={[
          {
            key: 'title',
            header: 'Recommendation',
            className: 'min-w-56',
            cell: ({ id, title, action }: Recommendation) => (
              <span id={id} className="scroll-mt-24">
                {`${id} ${title}`}
                <span className="block font-normal text-muted">{action}</span>
              </span>
            ),
          },
          {
            key: 'finding',
            header: 'Finding',
            className: 'min-w-56',
            cell: ({ finding, evidenceNote }: Recommendation) => (
              <>
                {finding.text}
                <span className="block text-muted">{evidenceNote}</span>
              </>
            ),
          },
          {
            key: 'who',
            header: 'Who can act',
            cell: ({ actors }: Recommendation) => listInWords(actors.map((actor) => ACTOR_WORDS[actor])),
          },
          {
            key: 'evidence',
            header: 'Origin and evidence',
            cell: ({ origin, strength }: Recommendation) => `${ORIGIN_WORDS[origin]}; ${STRENGTH_WORDS[strength]}`,
          },
          { key: 'themes', header: 'Themes', cell: ({ themeIds }: Recommendation) => themeTitles(themeIds) },
          {
            key: 'moves',
            header: 'Should move',
            cell: ({ movesIndicatorIds }: Recommendation) => indicatorNames(movesIndicatorIds),
          },
          { key: 'sources', header: 'Sources', cell: ({ sourceIds }: Recommendation) => cited(sourceIds) },
        ]}
        rows={recommendations}
        rowKey={({ id }) => id}
      />
    </section>
  );
}
