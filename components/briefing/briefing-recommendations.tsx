import type { BriefingDocument, RecommendationRow, RecommendationSection } from '@/lib/contracts/briefing';
import { BriefingSection, BriefingSubheading } from './briefing-section';
import { BriefingFiles, BriefingTable, Detail } from './briefing-table';

const action = (row: RecommendationRow) => (
  <>
    {row.title}
    {row.inYourGift ? null : <Detail>Not in your gift: a national decision</Detail>}
  </>
);

const who = (row: RecommendationRow) => (
  <>
    {row.who}
    <Detail>{row.origin === '' ? row.strength : `${row.strength} · ${row.origin}`}</Detail>
  </>
);

function SectionTable({ section }: { readonly section: RecommendationSection }) {
  const local = section.rows.some((row) => row.whyHere !== '');
  return (
    <BriefingTable
      caption={section.heading}
      headers={local ? ['Action', 'Why here', 'Who can act, and evidence'] : ['Action', 'Who can act, and evidence']}
      rows={section.rows.map((row) => ({
        key: row.id,
        cells: local ? [action(row), row.whyHere, who(row)] : [action(row), who(row)],
      }))}
    />
  );
}

type BriefingRecommendationsProps = { readonly id: string } & Pick<BriefingDocument, 'recommendations'>;

export function BriefingRecommendations({ id, recommendations }: BriefingRecommendationsProps) {
  if (recommendations.length === 0) return null;
  return (
    <BriefingSection id="recommendations" heading="What could be done">
      {recommendations.map((section) => (
        <div key={section.id} className="space-y-2">
          <BriefingSubheading>{section.heading}</BriefingSubheading>
          <p className="text-sm text-muted">{section.note}</p>
          <SectionTable section={section} />
        </div>
      ))}
      <BriefingFiles id={id} part="actions" what="all actions" />
    </BriefingSection>
  );
}
