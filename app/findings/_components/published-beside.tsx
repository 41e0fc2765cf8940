import { AppLink } from '@/components/ui/app-link';
import { Disclosure } from '@/components/ui/disclosure';
import type { PublishedFigure } from '@/lib/domain/findings/published-figures';
import { formatCount } from '@/lib/format/number';

const UNITS: Readonly<Record<PublishedFigure['unit'], string>> = {
  pct: '%',
  odds_ratio: ' (odds ratio)',
  application_ratio: ' (application ratio)',
  times: ' times',
};

const MOST_OPEN = 3;

type PublishedBesideProps = {
  figures: readonly PublishedFigure[];
  /** The card is about invented data: what is real stays folded, and isn't compared. */
  isInvented: boolean;
};

/** National figures of earlier studies, beside what the loaded data say. */
export function PublishedBeside({ figures, isInvented }: PublishedBesideProps) {
  const open = isInvented ? [] : figures.slice(0, MOST_OPEN);
  const folded = figures.slice(open.length);
  return (
    <div className="flex flex-col gap-1 text-sm">
      {open.length > 0 ? (
        <>
          <p className="font-semibold">Published national figures beside it</p>
          <Figures figures={open} />
        </>
      ) : null}
      {folded.length > 0 ? (
        <Disclosure
          summary={
            isInvented
              ? `Published figures of the real country (${folded.length}): not to be compared with invented data`
              : `${folded.length} more published figures`
          }
        >
          <Figures figures={folded} />
        </Disclosure>
      ) : null}
    </div>
  );
}

function Figures({ figures }: { figures: readonly PublishedFigure[] }) {
  return (
    <ul className="flex list-disc flex-col gap-1 pl-5">
      {figures.map(({ sourceId, statement, value, unit, population, counted, outOf, caution }) => (
        <li key={`${sourceId} ${statement}`}>
          {`${statement}: ${value}${UNITS[unit]}`}
          {counted === null || outOf === null ? '' : ` (${formatCount(counted)} of ${formatCount(outOf)})`}
          {`. ${population}. ${caution ? `${caution} ` : ''}`}
          <AppLink className="link" href={`/evidence#source-${sourceId}`}>
            {sourceId}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
