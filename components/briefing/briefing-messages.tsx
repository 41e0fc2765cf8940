import type { BriefingDocument } from '@/lib/contracts/briefing';
import { BriefingSection } from './briefing-section';
import { Detail } from './briefing-table';

export function BriefingAsks({ asks }: Pick<BriefingDocument, 'asks'>) {
  if (asks.length === 0) return null;
  return (
    <BriefingSection id="asks" heading="What we are asking">
      <ol className="list-decimal space-y-2 pl-5">
        {asks.map((ask) => (
          <li key={`${ask.text} ${ask.owner} ${ask.date}`}>
            <span className="font-semibold">{ask.text}</span>
            <Detail>
              {[
                ask.owner === '' ? '' : `Owner: ${ask.owner}`,
                ask.date === '' ? '' : `By: ${ask.date}`,
                ask.cost === '' ? '' : `Cost: ${ask.cost}`,
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </Detail>
          </li>
        ))}
      </ol>
    </BriefingSection>
  );
}

export function BriefingMessages({ document }: { readonly document: BriefingDocument }) {
  return (
    <BriefingSection id="messages" heading="Key messages">
      {document.keyMessages.length === 0 ? (
        <p>{document.noMessages}</p>
      ) : (
        <ul className="list-disc space-y-2 pl-5">
          {document.keyMessages.map((message) => (
            <li key={message.text}>
              {message.text}
              <Detail>{message.ref}</Detail>
            </li>
          ))}
        </ul>
      )}
    </BriefingSection>
  );
}
