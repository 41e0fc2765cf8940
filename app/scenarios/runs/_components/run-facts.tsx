import { Callout } from '@/components/tremor/callout';
import { Disclosure } from '@/components/ui/disclosure';
import { FactList } from '@/components/ui/fact-list';
import type { PathwayRun } from '@/lib/contracts/pathway-records';
import { leverName } from '@/lib/domain/levers/catalogue/lever-name';
import { formatDateTime } from '@/lib/format/date';
import { assumptionLines, offerWords } from '@/lib/format/pathway-words';

/** Withdrawn releases lead: a decision can be audited, and nobody takes it for what is known now. */
export function ReleaseBanners({ run: { releases, isClosed } }: { run: PathwayRun }) {
  const withdrawn = releases.filter(({ status }) => status === 'withdrawn');
  const superseded = releases.filter(({ status }) => status === 'superseded');
  return (
    <>
      {withdrawn.length > 0 ? (
        <Callout
          tone="danger"
          title={isClosed ? 'Closed: data withdrawn for disclosure' : 'Made from data withdrawn since'}
        >
          {`${withdrawn.map(({ title, withdrawnReason }) => `${title}${withdrawnReason ? ` (${withdrawnReason})` : ''}`).join('; ')}. ${
            isClosed
              ? 'Nothing of this run is shown. Run the scenario again on what is published now.'
              : 'The numbers are kept so that a decision can be audited. Don’t use them for a new one.'
          }`}
        </Callout>
      ) : null}
      {superseded.length > 0 ? (
        <Callout tone="caution" title="Newer data have been published since">
          {`${superseded.map(({ title }) => title).join('; ')}. Run the scenario again to use them.`}
        </Callout>
      ) : null}
    </>
  );
}

type RunFactsProps = { run: PathwayRun; nameOf: (areaCode: string) => string };

/** What was offered and assumed, with the reasons, and what the run can be made again from. */
export function RunFacts({ run, nameOf }: RunFactsProps) {
  const { scenario, result, releases } = run;
  const facts: readonly (readonly [string, string])[] = [
    ['Run', run.id],
    ['Receipt', result?.receipt.id ?? 'once it is computed'],
    ['Engine', result?.receipt.engineVersion ?? 'once it is computed'],
    ['Data', result?.receipt.dataHash.slice(0, 16) ?? 'once it is computed'],
    ['Seed and draws', `${scenario.seed}, ${scenario.draws} draws`],
    ['Made', formatDateTime(run.createdAt)],
    // A run is replayed by those who keep it.
    ...(run.isManaged ? [['Replay', `npm run stead -- scenario --replay ${run.id}`] as const] : []),
  ];
  return (
    <Disclosure summary="What was offered and assumed, and the receipt">
      <div className="flex flex-col gap-4 text-sm">
        <ul className="list-disc pl-5">
          {scenario.offers.map((offer) => (
            <li key={`${offer.leverId} ${offer.regionCode} ${offer.group}`}>
              {`${offerWords(offer, nameOf(offer.regionCode))}${offer.reason ? `. Reason: ${offer.reason}` : ''}`}
            </li>
          ))}
          {scenario.offers.length === 0 ? <li>Nothing offered</li> : null}
          {assumptionLines(scenario).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <FactList facts={facts} />
        <ul className="list-disc pl-5 text-muted">
          {releases.map(({ id, title, status }) => (
            <li key={id}>{`${title} (${id}, ${status})`}</li>
          ))}
        </ul>
        <p>
          <a className="link" href={`/api/v1/pathway-runs/${run.id}`}>
            Inputs and result as JSON
          </a>
        </p>
      </div>
    </Disclosure>
  );
}

/** `Golden hello in Drommel`. */
export const shortTitle = ({ scenario }: Pick<PathwayRun, 'scenario'>): string =>
  [...new Set(scenario.offers.map(({ leverId }) => leverName(leverId)))].join(', ') || 'Nothing offered';
