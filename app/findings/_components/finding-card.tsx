import { Card } from '@/components/tremor/card';
import { AppLink } from '@/components/ui/app-link';
import { Disclosure } from '@/components/ui/disclosure';
import { Pill, type PillTone } from '@/components/ui/pill';
import type { FindingPart, FindingResult, Verdict } from '@/lib/domain/findings/finding';
import { UNITS } from '@/lib/domain/findings/finding';
import { figuresBeside, type PublishedFigure } from '@/lib/domain/findings/published-figures';
import { formatCount, formatNumber } from '@/lib/format/number';

const VERDICTS: Readonly<Record<Verdict, { words: string; tone: PillTone }>> = {
  supported: { words: 'Supported by these data', tone: 'accent' },
  not_supported: { words: 'Not supported by these data', tone: 'neutral' },
  cannot_tell: { words: 'Cannot tell', tone: 'outline' },
  not_loaded: { words: 'Not loaded', tone: 'outline' },
  demonstration_only: { words: 'Demonstration only', tone: 'caution' },
};

const UNDERLYING_WORDS = {
  supported: 'found',
  not_supported: 'the opposite found',
  cannot_tell: 'not told apart from chance',
  not_loaded: 'not loaded',
} as const;

const DECIMALS = 3;

function effectText({ effect, lower, upper, n, unit }: Pick<FindingPart, 'effect' | 'lower' | 'upper' | 'n' | 'unit'>) {
  if (effect === null) return 'no figure';
  const range =
    lower === null || upper === null
      ? ', no interval'
      : ` (95% interval ${formatNumber(lower, DECIMALS)} to ${formatNumber(upper, DECIMALS)})`;
  const size = n === null ? '' : `; n = ${formatCount(n)}`;
  return `${formatNumber(effect, DECIMALS)}${range}, ${UNITS[unit]}${size}`;
}

const PUBLISHED_UNITS: Readonly<Record<PublishedFigure['unit'], string>> = {
  pct: '%',
  odds_ratio: ' (odds ratio)',
  application_ratio: ' (application ratio)',
  times: ' times',
};

function Published({ figures }: { figures: readonly PublishedFigure[] }) {
  return (
    <Disclosure summary={`Published figures beside it (${figures.length})`}>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-sm">
        {figures.map(({ sourceId, statement, value, unit, population, counted, outOf }) => (
          <li key={`${sourceId} ${statement}`}>
            {`${statement}: ${value}${PUBLISHED_UNITS[unit]}`}
            {counted === null || outOf === null ? '' : ` (${formatCount(counted)} of ${formatCount(outOf)})`}
            {`. ${population}. `}
            <AppLink className="link" href={`/evidence#source-${sourceId}`}>
              {sourceId}
            </AppLink>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** A claim, what the loaded data say of it, and what nobody may read out of that. */
export function FindingCard({ finding, test }: { finding: FindingResult; test: string }) {
  const { id, claim, verdict, underlying, parts, data, caution } = finding;
  const { words, tone } = VERDICTS[verdict];
  const beside = figuresBeside(id);
  return (
    <li id={id} className="scroll-mt-24">
      <Card className="keep-together flex h-full flex-col gap-3 p-4">
        <div className="flex flex-wrap items-start justify-between gap-2">
          <h2 className="max-w-prose text-base">{claim}</h2>
          <Pill tone={tone}>{words}</Pill>
        </div>
        {verdict === 'demonstration_only' ? (
          <p className="text-sm">
            {`Planted in the invented data, and ${UNDERLYING_WORDS[underlying]}: that shows the method works, not that the claim is true.`}
          </p>
        ) : null}
        {parts.length > 0 ? (
          <dl className="flex flex-col gap-1 text-sm">
            {parts.map((part) => (
              <div key={part.label}>
                <dt className="font-semibold">{part.label}</dt>
                <dd>{effectText(part)}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <p className="text-sm text-muted">
            Nothing that could test it is loaded. A cohort (cohort.csv), or rounded tables of entrants and graduates
            from a safe haven, would.
          </p>
        )}
        <p className="text-sm">
          <span className="font-semibold">What may not be concluded: </span>
          {caution}
        </p>
        <p className="text-sm text-muted">{`${id}. ${test}${data ? ` Data: ${data}.` : ''}`}</p>
        {beside.length > 0 ? <Published figures={beside} /> : null}
      </Card>
    </li>
  );
}
