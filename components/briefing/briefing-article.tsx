import type { BriefingDocument } from '@/lib/contracts/briefing';
import { BriefingAffected } from './briefing-affected';
import { BriefingFigures } from './briefing-figures';
import { BriefingHeader } from './briefing-header';
import { BriefingAsks, BriefingMessages } from './briefing-messages';
import { BriefingOption } from './briefing-option';
import { BriefingPosition } from './briefing-position';
import { BriefingRecommendations } from './briefing-recommendations';
import { BriefingChallenge, BriefingSources } from './briefing-sources';

/** The briefing as a web page: the same frozen document as the PDF, in the same order. */
export function BriefingArticle({ id, document }: { readonly id: string; readonly document: BriefingDocument }) {
  return (
    <article className="mx-auto w-full min-w-0 max-w-4xl">
      <BriefingHeader document={document} />
      <BriefingAsks asks={document.asks} />
      <BriefingMessages document={document} />
      <BriefingPosition id={id} document={document} />
      <BriefingFigures id={id} map={document.map} bars={document.bars} />
      <BriefingRecommendations id={id} recommendations={document.recommendations} />
      <BriefingOption id={id} option={document.option} noOption={document.noOption} />
      <BriefingAffected id={id} affected={document.affected} />
      <BriefingChallenge challenge={document.challenge} />
      <BriefingSources id={id} document={document} />
    </article>
  );
}
