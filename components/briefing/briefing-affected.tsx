import type { EqualityBlock } from '@/lib/contracts/equality';
import { BriefingSection, BriefingSubheading, BulletList } from './briefing-section';
import { BriefingFiles, BriefingTable } from './briefing-table';

/** Who trains in the region, as it was when the briefing was frozen; briefings from before there was such a block have none. */
export function BriefingAffected({ id, affected }: { readonly id: string; readonly affected: EqualityBlock | null }) {
  if (affected === null) return null;
  return (
    <BriefingSection id="affected" heading={affected.title}>
      <p className="text-sm text-muted">{affected.lead}</p>
      {affected.absent === '' ? null : <p>{affected.absent}</p>}
      {affected.parts.map((part) => (
        <div key={part.title} className="space-y-2">
          <BriefingSubheading>{part.title}</BriefingSubheading>
          {part.withheld === '' ? (
            <>
              <BriefingTable
                caption={part.title}
                headers={part.header}
                rows={part.rows.map((cells) => ({ key: cells.slice(0, 2).join(' '), cells }))}
              />
              <p className="text-sm text-muted">{part.lines.join(' ')}</p>
              <BriefingFiles id={id} part="affected" what="these shares" />
            </>
          ) : (
            <p>{part.withheld}</p>
          )}
        </div>
      ))}
      {affected.notSaid.length > 0 && <BulletList items={affected.notSaid} />}
    </BriefingSection>
  );
}
