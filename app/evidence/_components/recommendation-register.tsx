import type { ReactNode } from 'react';
import { recommendationColumns } from '@/components/tables/evidence-lists';
import { screenColumns } from '@/components/tables/list-column';
import { DataTable } from '@/components/ui/data-table';
import { tableFiles } from '@/lib/contracts/page-tables';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import type { EvidenceTheme } from '@/lib/domain/recommendations/evidence';
import type { Recommendation } from '@/lib/domain/recommendations/recommendation';

type RegisterProps = {
  recommendations: readonly Recommendation[];
  themes: readonly EvidenceTheme[];
  indicators: readonly Indicator[];
  cited: (ids: readonly string[]) => ReactNode;
};

export function RecommendationRegister({ recommendations, themes, indicators, cited }: RegisterProps) {
  const columns = screenColumns(recommendationColumns({ themes, indicators }), {
    recommendation: ({ id, title, action }) => (
      <span id={id} className="scroll-mt-24">
        {`${id} ${title}`}
        <span className="block font-normal text-muted">{action}</span>
      </span>
    ),
    finding: ({ finding, evidenceNote }) => (
      <>
        {finding.text}
        <span className="block text-muted">{evidenceNote}</span>
      </>
    ),
    source: ({ sourceIds }) => cited(sourceIds),
  });
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
        columns={columns}
        rows={recommendations}
        rowKey={({ id }) => id}
        download={{ what: 'the register', files: tableFiles('recommendations', {}) }}
      />
    </section>
  );
}
