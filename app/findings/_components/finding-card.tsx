import { Card } from '@/components/tremor/card';
import { AppLink } from '@/components/ui/app-link';
import { Pill } from '@/components/ui/pill';
import type { CardOnDay } from '@/lib/domain/findings/cards-on-day';
import type { FindingDefinition, FindingId } from '@/lib/domain/findings/finding';
import { UNITS } from '@/lib/domain/findings/finding';
import type { EarlierFinding } from '@/lib/domain/findings/finding-history';
import { figuresBeside } from '@/lib/domain/findings/published-figures';
import type { Root } from '@/lib/domain/geography/area';
import { EarlierAnswers } from './earlier-answers';
import { effectText } from './effect-text';
import { findingPlace } from './finding-place';
import { PublishedBeside } from './published-beside';
import { UNDERLYING_WORDS, VERDICTS, verdictWords } from './verdict-words';

const ROUNDED_WOULD = 'A cohort (cohort.csv), or rounded tables of entrants and graduates from a safe haven, would.';
/** A fifth of the home, a job and a career aren’t in rounded tables. */
const COHORT_WOULD = 'A cohort (cohort.csv) from a safe haven would; rounded tables don’t hold it.';
const WOULD_LOAD: Partial<Record<FindingId, string>> = {
  'A1-1.10': COHORT_WOULD,
  'A1-1.11': COHORT_WOULD,
  'A2-2.3': COHORT_WOULD,
  'A2-2.11': COHORT_WOULD,
  'A2-2.12': COHORT_WOULD,
  'A2-2.5':
    'It needs the years in which schools were founded (school_facts.csv) beside a cohort (cohort.csv) or rounded tables of entrants.',
  'A1-1.2': 'It needs the need index and GPs of the same boards.',
  'A1-1.3': 'It needs vacancies (establishment.csv) and deprivation of the same training regions.',
  'A1-1.6':
    'It needs retention (retention.csv), vacancies (establishment.csv) and deprivation of the same training regions.',
};

const OLD = { words: 'Figures over three years old', tone: 'outline' } as const;
const OLD_WORDS = 'but by figures that are over three years old: newer ones may say something else.';

type FindingCardProps = {
  finding: CardOnDay;
  country: Root;
  definition: FindingDefinition;
  /** What it said before, newest first. */
  earlier: readonly EarlierFinding[];
};

/** A claim, what the loaded data say of it, and what nobody may read out of that. */
export function FindingCard({ finding, country, definition, earlier }: FindingCardProps) {
  const { id, claim, verdict, underlying, parts, data, caution, isOld } = finding;
  const { test, notDefined } = definition;
  const { words, tone } = isOld ? OLD : verdictWords(verdict, notDefined);
  const beside = figuresBeside(id);
  const place = findingPlace(id, country);
  return (
    <li id={id} className="scroll-mt-24">
      <Card className="keep-together flex h-full flex-col gap-3 p-4">
        <div className="flex flex-wrap items-start justify-between gap-2">
          <h2 className="max-w-prose text-base">{claim}</h2>
          <Pill tone={tone}>{words}</Pill>
        </div>
        {verdict === 'demonstration_only' ? (
          <p className="text-sm">
            {notDefined?.tested === 'none'
              ? `Nobody defines “${notDefined.word}”: nothing is tested, and what stands below is of invented data.`
              : underlying === 'supported'
                ? 'Planted in the invented data, and found again: that shows the method works, not that the claim is true.'
                : `Of the invented data: ${UNDERLYING_WORDS[underlying]}. Nothing follows for the claim.`}
          </p>
        ) : null}
        {isOld ? <p className="text-sm">{`${VERDICTS[verdict].words}, ${OLD_WORDS}`}</p> : null}
        {parts.length > 0 ? (
          <dl className={`flex flex-col gap-1 text-sm ${isOld ? 'text-muted' : ''}`}>
            {parts.map((part) => (
              <div key={part.label}>
                <dt className="font-semibold">{part.label}</dt>
                <dd>
                  {part.isWithheld
                    ? 'no figure: a count that it needs is withheld'
                    : part.underlying === 'not_loaded'
                      ? 'What it is set against (young_people.csv, school_facts.csv), or a model of it, is not loaded'
                      : effectText({ ...part, unit: UNITS[part.unit] })}
                </dd>
              </div>
            ))}
          </dl>
        ) : (
          <p className="text-sm text-muted">
            {data === ''
              ? `Nothing that could test it is loaded. ${WOULD_LOAD[id] ?? ROUNDED_WOULD}`
              : `What is loaded can’t tell: ${data}.`}
          </p>
        )}
        <p className="text-sm">
          <span className="font-semibold">What may not be concluded: </span>
          {caution}
        </p>
        <p className="text-sm text-muted">{`${id}. ${test}${data && parts.length > 0 ? ` Data: ${data}.` : ''}`}</p>
        {parts.length > 0 ? (
          <p className="text-sm">
            <AppLink className="link inline-flex min-h-6 items-center" href={place.href}>
              {place.text}
            </AppLink>
          </p>
        ) : null}
        {beside.length > 0 ? (
          <PublishedBeside figures={beside} own={finding.own} isInvented={verdict === 'demonstration_only'} />
        ) : null}
        {earlier.length > 0 ? <EarlierAnswers earlier={earlier} /> : null}
      </Card>
    </li>
  );
}
