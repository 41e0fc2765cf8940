import { AppLink } from '@/components/ui/app-link';
import { Disclosure } from '@/components/ui/disclosure';
import { FactList } from '@/components/ui/fact-list';
import type { Run, RunSummary } from '@/lib/contracts/scenario-records';
import { formatDateTime } from '@/lib/format/date';
import { formatNumber } from '@/lib/format/number';

type RunReceiptProps = { run: Run; runs: readonly RunSummary[]; scenarioId: string };

/** What the run can be made again from, and the earlier runs. */
export function RunReceiptView({ run: { receipt }, runs, scenarioId }: RunReceiptProps) {
  const facts: readonly (readonly [string, string])[] = [
    ['Run', receipt.runId],
    ['Engine', receipt.engineVersion],
    ['Seed and draws', `${receipt.seed}, ${receipt.draws} draws`],
    ['Data releases', receipt.releaseIds.join(', ') || 'none: all figures were typed in'],
    ['Made', formatDateTime(receipt.createdAt)],
    ['Replay', `npm run stead -- scenario replay ${receipt.runId}`],
  ];
  return (
    <Disclosure summary="Receipt, inputs and earlier runs">
      <div className="flex flex-col gap-4 text-sm">
        <FactList facts={facts} />
        <ul className="list-disc pl-5">
          {receipt.inputs.regions.map(({ areaCode, areaName, posts, accepts, origin, basis }) => (
            <li key={areaCode}>{`${areaName}: ${accepts} of ${posts} posts accepted, ${origin} (${basis})`}</li>
          ))}
          <li>{`People per place: ${formatNumber(receipt.inputs.peoplePerPlace, 2)} (${receipt.inputs.peoplePerPlaceBasis})`}</li>
          {receipt.inputs.levers.map(({ leverId, coverage, costPerPlacePerYearGbp, costYears, reason }) => (
            <li key={leverId}>
              {`${leverId}: ${formatNumber(coverage * 100)}% of posts, ${costPerPlacePerYearGbp === null ? 'no cost entered' : `£${formatNumber(costPerPlacePerYearGbp)} a place and year for ${formatNumber(costYears, 1)} years`}${reason ? `. Reason: ${reason}` : ''}`}
            </li>
          ))}
        </ul>
        <ul className="flex flex-col">
          {runs.map(({ id, createdAt, author }) => (
            <li key={id}>
              <AppLink className="link inline-block py-1" href={`/scenarios/${scenarioId}?run=${id}`}>
                {`Run of ${formatDateTime(createdAt)}`}
              </AppLink>
              {` by ${author ?? 'a colleague'}${id === receipt.runId ? ' (shown)' : ''}`}
            </li>
          ))}
        </ul>
        <p>
          <a className="link" href={`/api/v1/runs/${receipt.runId}`}>
            Receipt and result as JSON
          </a>
        </p>
      </div>
    </Disclosure>
  );
}
