import { AppLink } from '@/components/ui/app-link';
import { Disclosure } from '@/components/ui/disclosure';
import type { PublishedFigure } from '@/lib/domain/findings/published-figures';
import type { OwnFigure } from '@/lib/domain/findings/twins';
import { formatCount, formatNumber, formatShare } from '@/lib/format/number';

const UNITS: Readonly<Record<PublishedFigure['unit'], string>> = {
  pct: '%',
  odds_ratio: ' (odds ratio)',
  application_ratio: ' (application ratio)',
  times: ' times',
};

const MOST_OPEN = 3;

type PublishedBesideProps = {
  figures: readonly PublishedFigure[];
  /** Of the loaded journeys, by what they are the twin of. */
  own: readonly OwnFigure[];
  /** The card is about invented data: what is real stays folded, and isn't compared. */
  isInvented: boolean;
};

/** National figures of earlier studies, each beside the loaded journeys' own where they have one. */
export function PublishedBeside({ figures, own, isInvented }: PublishedBesideProps) {
  const ownOf = new Map(own.map((one) => [one.twin, one]));
  const beside = figures.map((figure): Beside => [figure, figure.twin ? (ownOf.get(figure.twin) ?? null) : null]);
  const open = isInvented ? [] : beside.slice(0, MOST_OPEN);
  const folded = beside.slice(open.length);
  const data = [...new Set(beside.flatMap(([, loaded]) => loaded?.data ?? []))].join('; ');
  return (
    <div className="flex flex-col gap-2 text-sm">
      {open.length > 0 ? (
        <>
          <p className="font-semibold">Published national figures, and the same of the loaded journeys</p>
          <Figures beside={open} isInvented={isInvented} />
        </>
      ) : null}
      {data === '' ? null : <p className="text-muted">{`Of the loaded journeys: ${data}.`}</p>}
      {folded.length > 0 ? (
        <Disclosure
          summary={
            isInvented
              ? `Published figures of the real country (${folded.length}) beside the invented ones: demonstration only, not to be compared`
              : `${folded.length} more published figures`
          }
        >
          <Figures beside={folded} isInvented={isInvented} />
        </Disclosure>
      ) : null}
    </div>
  );
}

type Beside = readonly [figure: PublishedFigure, own: OwnFigure | null];

type Group = { readonly of: PublishedFigure; readonly caution: string; readonly members: Beside[] };

/** Figures of one paper about the same people together, so that what goes for all of them is said once. */
function grouped(beside: readonly Beside[]): Group[] {
  const groups = new Map<string, Beside[]>();
  for (const one of beside) {
    const key = `${one[0].sourceId} ${one[0].population}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const isSame = members.every(([{ caution }]) => caution === first[0].caution);
    return { of: first[0], caution: isSame ? first[0].caution : '', members };
  });
}

function Figures({ beside, isInvented }: { beside: readonly Beside[]; isInvented: boolean }) {
  return (
    <div className="flex flex-col gap-4">
      {grouped(beside).map(({ of: { sourceId, population }, caution, members }) => (
        <div key={`${sourceId} ${population}`} className="flex flex-col gap-1">
          <p className="text-muted">
            {`${population}. ${caution ? `${caution} ` : ''}`}
            <AppLink className="link" href={`/evidence#source-${sourceId}`}>
              {sourceId}
            </AppLink>
          </p>
          <ul className="flex flex-col divide-y divide-line border-y border-line">
            {members.map(([figure, own]) => (
              <li key={figure.statement} className="flex flex-col gap-1 py-2">
                <p className="font-semibold">{figure.statement}</p>
                <dl className="grid grid-cols-2 gap-x-4">
                  <div>
                    <dt className="text-muted">Published</dt>
                    <dd>{publishedText(figure)}</dd>
                  </div>
                  <div>
                    <dt className="text-muted">{isInvented ? 'Invented: demonstration only' : 'Loaded'}</dt>
                    <dd>{ownText(figure, own)}</dd>
                  </div>
                </dl>
                {figure.caution === caution ? null : <p className="text-muted">{figure.caution}</p>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function publishedText({ value, unit, counted, outOf, limits95 }: PublishedFigure): string {
  const size = counted === null || outOf === null ? '' : ` (${formatCount(counted)} of ${formatCount(outOf)})`;
  const limits = limits95 === null ? '' : ` (95% interval ${limits95.lower} to ${limits95.upper})`;
  return `${value}${UNITS[unit]}${limits}${size}`;
}

function ownText({ twin }: PublishedFigure, own: OwnFigure | null): string {
  if (twin === null) return 'Nothing that can be loaded says it';
  if (own === null) return 'Not loaded';
  const { unit, value, lower, upper, n } = own;
  if (value === null) return 'Withheld: it can’t be told without a small count';
  const write = unit === 'share' ? formatShare : (ratio: number) => formatNumber(ratio, 2);
  const after = unit === 'share' ? '' : ' times in proportion';
  const range = lower === null || upper === null ? '' : ` (95% interval ${write(lower)} to ${write(upper)})`;
  return `${write(value)}${after}${range}${n === null ? '' : `; n = ${formatCount(n)}`}`;
}
