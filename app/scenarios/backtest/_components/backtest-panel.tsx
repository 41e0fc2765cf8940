import { Callout } from '@/components/tremor/callout';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Stat } from '@/components/ui/stat';
import type { BacktestTested } from '@/lib/contracts/backtest';
import { getBacktest } from '@/lib/data/backtest';
import { ACT_YEAR, regimeOf } from '@/lib/domain/backtest/regime';
import { countryOf, type Root } from '@/lib/domain/geography/area';
import { backtestSentence, MARK_WORDS, markNote, markValue, VERDICT_WORDS } from '@/lib/format/backtest-words';
import { BacktestErrorChart } from './backtest-error-chart';
import { BacktestTables } from './backtest-tables';
import { StillWorking } from './still-working';

type BacktestPanelProps = { country: Root; names: ReadonlyMap<string, string> };

/** A response isn’t held open for longer: the work goes on, and the page asks again. */
const LONGEST_WAIT_MS = 8_000;

const waited = (): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), LONGEST_WAIT_MS));

/** Streamed: it may have to be worked out first. Access was checked by the page’s own reads. */
export async function BacktestPanel({ country, names }: BacktestPanelProps) {
  const backtest = await Promise.race([getBacktest(country), waited()]);
  if (backtest === null) return <StillWorking />;
  if (backtest.kind === 'not_loaded') return <NothingToTest country={country} missing={backtest.missing} />;
  const verdict = VERDICT_WORDS[backtest.verdict];
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <p className="max-w-[72ch] border-l-4 border-accent pl-4 text-lg">{backtestSentence(backtest.errors)}</p>
      <Callout tone={backtest.verdict === 'met' ? 'note' : 'caution'} title={verdict.title}>
        {verdict.words}
      </Callout>
      <RuleChange backtest={backtest} />
      <section aria-labelledby="marks" className="flex flex-col gap-3">
        <h2 id="marks" className="text-xl">
          Proposed marks
        </h2>
        <p className="max-w-prose text-sm text-muted">
          A proposal, which nobody has agreed: what a model should reach before its projections are leant on.
        </p>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {backtest.marks.map((mark) => (
            <Stat key={mark.id} label={MARK_WORDS[mark.id].label} value={markValue(mark)} note={markNote(mark)} />
          ))}
        </div>
      </section>
      <BacktestErrorChart backtest={backtest} country={country} />
      <BacktestTables backtest={backtest} country={country} names={names} />
      <Rests backtest={backtest} />
    </div>
  );
}

/** Never crossed in silence. */
function RuleChange({ backtest: { errors } }: { backtest: BacktestTested }) {
  const across = errors.filter(({ isAcross, level, horizon }) => isAcross && level === 'region' && horizon === null);
  if (across.length === 0) return null;
  return (
    <Callout tone="caution" title={`The rules changed before the rounds of ${ACT_YEAR}`}>
      {`Start years before ${ACT_YEAR} are fitted and run ${regimeOf(ACT_YEAR - 1).name}; the rounds from ${ACT_YEAR} on were held ${regimeOf(ACT_YEAR).name}. Predictions across that change stand in a table of their own and count for no mark: no model of the years before could know it.`}
    </Callout>
  );
}

function Rests({ backtest: { notes, draws, engineVersion, releaseIds, origins, seed } }: { backtest: BacktestTested }) {
  return (
    <Disclosure summary="How it is done, and what it rests on">
      <div className="flex max-w-prose flex-col gap-3 text-sm">
        <ul className="list-disc pl-5">
          <li>{`Start years ${origins.join(', ')}: posts and doctors in training of that year’s end, accepts of its rounds. Nothing of later years is read but the posts that were offered in them, which deaneries decide: the model and the last known fill get the same.`}</li>
          <li>
            The last known fill (persistence) takes each specialty group of each region to be filled as in the start
            year. A model that isn’t nearer than that adds nothing to a look at last year.
          </li>
          <li>
            Error: mean of |predicted − filled| ÷ filled. The prediction is the median of the draws. Error of fill in
            points is the same for the fill rate and for the vacancy of recruitment.
          </li>
          <li>
            Intervals add to the draws the chance of one year’s count, in the start year and in the year predicted. The
            intervals of a scenario’s result are of the draws alone: they are about what is expected.
          </li>
          <li>
            The ranked score (CRPS) is in posts, for the whole spread of the draws: lower is nearer. Predictions of the
            same start year share its chance, so that they are fewer than they look.
          </li>
          <li>
            Moves between regions, and residents, need and deprivation, are as loaded now. Whether posts in training are
            vacant between rounds isn’t predicted.
          </li>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
        <p className="text-muted">{`${engineVersion}, ${draws} draws, seed ${seed}. Releases: ${releaseIds.join(', ')}.`}</p>
      </div>
    </Disclosure>
  );
}

function NothingToTest({ country, missing }: { country: Root; missing: readonly string[] }) {
  return (
    <EmptyState
      title={`Nothing to test yet in ${countryOf(country).name}`}
      actions={<LinkButton href="/help/files">Files that can be read</LinkButton>}
    >
      A backtest needs at least two years of recruitment, and what stood at the start of one of them. An analyst loads
      it under Data. Missing:
      <ul className="list-disc pl-5">
        {missing.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </EmptyState>
  );
}
