import type { BriefingDocument, BriefingSource, Challenge } from '@/lib/contracts/briefing';
import { BriefingSection, BriefingSubheading, BulletList } from './briefing-section';
import { BriefingFiles, BriefingTable, Detail } from './briefing-table';

export function BriefingChallenge({ challenge }: { readonly challenge: Challenge }) {
  return (
    <BriefingSection id="challenge" heading="Challenge this briefing">
      <BriefingSubheading>Weakest data</BriefingSubheading>
      <BulletList items={challenge.weakest} />
      <BriefingSubheading>What would overturn the conclusion</BriefingSubheading>
      <BulletList items={challenge.wouldFlip} />
      <BriefingSubheading>What was not looked at</BriefingSubheading>
      <BulletList items={challenge.notLookedAt} />
    </BriefingSection>
  );
}

const sourceName = (source: BriefingSource) => (
  <>
    {source.url === null ? (
      source.name
    ) : (
      <a className="text-accent underline" href={source.url}>
        {source.name}
      </a>
    )}
    <Detail>{`Release ${source.releases}`}</Detail>
  </>
);

export function BriefingSources({ id, document }: { readonly id: string; readonly document: BriefingDocument }) {
  return (
    <BriefingSection id="sources" heading="Sources and caveats">
      {document.sources.length === 0 ? null : (
        <>
          <BriefingTable
            caption="Sources"
            headers={['Source', 'Publisher', 'Period', 'Licence']}
            rows={document.sources.map((source) => ({
              key: `${source.name} ${source.releases}`,
              cells: [sourceName(source), source.publisher, source.period, source.licence],
            }))}
          />
          <BriefingFiles id={id} part="sources" what="these sources" />
        </>
      )}
      {document.caveats.length === 0 ? null : <BulletList items={document.caveats} />}
      {document.disclaimer === null ? null : <p>{document.disclaimer}</p>}
      <p className="text-sm text-muted">{document.otherFormats}</p>
    </BriefingSection>
  );
}
