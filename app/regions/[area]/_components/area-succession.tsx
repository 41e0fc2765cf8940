import { AppLink } from '@/components/ui/app-link';
import type { Succession } from '@/lib/contracts/region';
import { regionHref } from '@/lib/contracts/regions-query';
import type { Area } from '@/lib/domain/geography/area';
import { formatDate } from '@/lib/format/date';
import { formatNumber } from '@/lib/format/number';
import { AREA_TYPE_WORDS, listInWords } from '@/lib/format/words';

const PERCENT = 100;

type Part = Succession['madeFrom'][number];

function Parts({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ code, name, weight }, i) => (
    <span key={code}>
      {i === 0 ? '' : i === parts.length - 1 ? ' and ' : ', '}
      {weight !== null && weight < 1 ? `${formatNumber(weight * PERCENT, 1)}% of the residents of ` : ''}
      <AppLink className="link" href={regionHref(code, {})}>
        {name}
      </AppLink>
    </span>
  ));
}

/** What an area that ended went into, and what a new one was made from. */
export function AreaSuccession({ succession, area }: { succession: Succession; area: Area }) {
  const { validFrom, validTo, madeFrom, wentInto, sources, basis, notRebased } = succession;
  const kind = AREA_TYPE_WORDS[area.type];
  return (
    <div className="flex max-w-prose flex-col gap-1 text-sm">
      {wentInto.length > 0 ? (
        <p>
          This {kind} existed in this form to {validTo ? formatDate(validTo) : 'a day that is not known'}. Its area is
          now in <Successors parts={wentInto} />.
        </p>
      ) : null}
      {madeFrom.length > 0 ? (
        <p>
          This {kind} has existed in this form since {validFrom ? formatDate(validFrom) : 'a day that is not known'}. It
          was made from <Parts parts={madeFrom} />. Its figures are re-based from theirs.
        </p>
      ) : null}
      {notRebased.length > 0 ? <p>Not loaded, because it can’t be re-based: {listInWords(notRebased)}.</p> : null}
      <p className="text-muted">
        Source: {listInWords(sources)}. {basis.join(' ')} {madeFrom.length > 0 ? area.note : null}
      </p>
    </div>
  );
}

function Successors({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ code, name, weight }, i) => (
    <span key={code}>
      {i === 0 ? '' : i === parts.length - 1 ? ' and ' : ', '}
      <AppLink className="link" href={regionHref(code, {})}>
        {name}
      </AppLink>
      {weight !== null && weight < 1 ? ` (${formatNumber(weight * PERCENT, 1)}% of its residents)` : ''}
    </span>
  ));
}
