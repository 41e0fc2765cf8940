import type { Executor } from '@/db/client';
import { today } from '@/lib/data/clock';
import { type FigureNote, figureNote } from '@/lib/data/imports/figure-note';
import { type PlacementFacts, placementFacts, rootOfRelease } from '@/lib/data/imports/placement-rows';
import type { StagedRelease } from '@/lib/data/imports/rollup';
import { type PlacementYear, placementYears } from '@/lib/domain/placements/placement-year';

const labelsOf = (years: readonly PlacementYear[]): string => years.map(({ label }) => label).join(', ');

function yearsNote(years: readonly PlacementYear[]): FigureNote {
  const which = labelsOf(years);
  return figureNote(
    'method',
    years.length > 0
      ? `Placement stability is made at publication for ${which}. Placement years run from 1 August to 31 July; the first needs placements from before it, and the last must be over.`
      : 'No placement year (1 August to 31 July) is covered with placements from before it: no figure of placement stability is made. Send longer histories.',
    which,
  );
}

const MOST_NAMED = 5;

/** Areas with placements in a year that the file covers, and they don't. */
function inPartNotes(years: readonly PlacementYear[]): FigureNote[] {
  const areas = [...new Set(years.flatMap(({ inPart }) => inPart))].sort();
  if (areas.length === 0) return [];
  const named = areas
    .slice(0, MOST_NAMED)
    .map((code) => `${code} (${labelsOf(years.filter(({ inPart }) => inPart.includes(code)))})`);
  const which = `${named.join(', ')}${areas.length > MOST_NAMED ? ` and ${areas.length - MOST_NAMED} more` : ''}`;
  return [
    figureNote(
      'partial',
      `Years are left out where the area's own placements don't begin before them and reach their end: ${which}. The country has no figure of these years.`,
      which,
    ),
  ];
}

function siteNotes({ sites, placed, hasSites }: PlacementFacts): FigureNote[] {
  if (placed === sites) return [];
  const message = hasSites
    ? `${sites - placed} of ${sites} sites have no position in sites.csv: moves from or to them have no distance.`
    : `Distances wait for sites.csv: none of ${sites} sites has a position. The rest is made; the order of the two files doesn't matter.`;
  return [figureNote(hasSites ? 'partial' : 'missing', message, 'sites')];
}

/** What there is to say of a file of placements before its figures are made. */
export async function placementNotes(tx: Executor, { releaseId }: StagedRelease): Promise<FigureNote[]> {
  const facts = await placementFacts(tx, releaseId, await rootOfRelease(tx, releaseId));
  const years = placementYears(facts.spans, today());
  return [
    yearsNote(years.filter(({ covering }) => covering.length > 0)),
    ...inPartNotes(years),
    ...siteNotes(facts),
    ...(facts.elsewhere > 0
      ? [figureNote('partial', `${facts.elsewhere} lines are of areas that are no training region: they are left out.`)]
      : []),
  ];
}
