import 'server-only';
import { z } from 'zod';
import { type Database, database, type Executor, withPublisher } from '@/db/client';
import type { Figure } from '@/lib/contracts/figure';
import { Membership } from '@/lib/contracts/region';
import type { Viewer } from '@/lib/domain/access/access';
import { DatedArea } from '@/lib/domain/geography/area';
import { AreaAlias, aliasMap } from '@/lib/domain/geography/area-alias';
import { Successor } from '@/lib/domain/geography/successor';
import { Indicator } from '@/lib/domain/indicators/indicator';
import { LeverCatalogue } from '@/lib/domain/levers/lever-catalogue';
import { EvidenceSource, EvidenceTheme } from '@/lib/domain/recommendations/evidence';
import { Recommendation } from '@/lib/domain/recommendations/recommendation';
import { type TypeVintages, vintagesByType } from './area-vintages';
import { today } from './clock';
import { publishDue } from './imports/publish-due';
import { createFlagFinder, type FlaggedIndicator, findQualityFlags } from './quality-flags';
import { selectAliases } from './queries/area-aliases';
import { selectAllAreas, selectAllMemberships, selectSuccessors } from './queries/areas';
import { selectEvidenceSources, selectRecommendations, selectThemes } from './queries/evidence';
import {
  type ObservationRow,
  selectAllFigures,
  selectIndicators,
  selectLevers,
  selectPublishedVersion,
  selectRepeatedFigures,
} from './queries/figures';
import { type NotRebased, rebasedFigures } from './rebased-figures';
import { toFigure } from './to-figure';
import { asViewer, requireViewer } from './viewer';

/**
 * Everything that every signed-in user may read, as it is published now. It is the same for all of
 * them, so a process holds it once; scoped rows never come in here. Read-only.
 */
export type PublishedStore = {
  readonly version: string;
  /** Of all times; `vintages` has those that existed together. */
  readonly areas: readonly DatedArea[];
  readonly areaByCode: ReadonlyMap<string, DatedArea>;
  readonly vintages: ReadonlyMap<string, TypeVintages>;
  readonly successors: readonly NamedSuccessor[];
  /** The area of each code that files use beside those of the list. */
  readonly areaOfCode: ReadonlyMap<string, string>;
  /** What doesn't go on in an area that took over others, by that area. */
  readonly notRebasedByArea: ReadonlyMap<string, readonly NotRebased[]>;
  readonly parentsByCode: ReadonlyMap<string, readonly Membership[]>;
  readonly indicators: readonly Indicator[];
  /** In catalogue order within an area; newest period first within a breakdown. */
  readonly figuresByArea: ReadonlyMap<string, readonly Figure[]>;
  readonly figuresByIndicator: ReadonlyMap<string, readonly Figure[]>;
  /** What the checks of data quality found; figures carry those that are about them. */
  readonly quality: readonly FlaggedIndicator[];
  readonly recommendations: readonly Recommendation[];
  readonly themes: readonly EvidenceTheme[];
  readonly sources: readonly EvidenceSource[];
  readonly levers: LeverCatalogue;
};

/** A successor with the name of the source that says so. */
const NamedSuccessor = Successor.extend({ sourceName: z.string().nullable() });
export type NamedSuccessor = z.infer<typeof NamedSuccessor>;

type Held = { store: PublishedStore; checkedAtMs: number };

/** A publication elsewhere is seen after this long at the latest. */
const RECHECK_MS = 2_000;
const SHARED_LEVER = 'shared';

type Published = {
  /** Per database, so that another one in the same process (tests) has its own. */
  readonly held: WeakMap<object, Held>;
  /** Under way: one for all who ask meanwhile. */
  readonly readings: WeakMap<object, Promise<PublishedStore>>;
};

declare global {
  // One per process: pages, routes and the start of the server are bundled apart.
  var steadPublished: Published | undefined;
}

globalThis.steadPublished ??= { held: new WeakMap(), readings: new WeakMap() };
const { held, readings } = globalThis.steadPublished;

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Figures with what was found about them. */
const withFlags = (
  rows: readonly ObservationRow[],
  now: string,
  flagsOf: ReturnType<typeof createFlagFinder>,
): Figure[] =>
  rows.map((row) => {
    const found = flagsOf(row).map(({ check, severity, detail }) => ({ check, severity, detail }));
    return found.length === 0 ? toFigure(row, now) : { ...toFigure(row, now), quality: found };
  });

async function load(tx: Executor, version: string): Promise<PublishedStore> {
  const areas = z.array(DatedArea).parse(await selectAllAreas(tx));
  const successors = z.array(NamedSuccessor).parse(await selectSuccessors(tx));
  const memberships = await selectAllMemberships(tx);
  const now = today();
  const observed = await selectAllFigures(tx, now);
  const areaByCode = new Map(areas.map((area) => [area.code, area]));
  const authorities = memberships.filter(({ childCode }) => areaByCode.get(childCode)?.type === 'local_authority');
  const members = new Map(
    [...grouped(authorities, ({ code }) => code)].map(([code, rows]) => [
      code,
      rows.map(({ childCode, weight }) => ({ areaCode: childCode, weight })),
    ]),
  );
  const rebased = rebasedFigures(observed, areas, { successors, members });
  const indicators = z.array(Indicator).parse(await selectIndicators(tx));
  const rows = [...observed, ...rebased.rows];
  const quality = findQualityFlags({
    rows,
    repeated: await selectRepeatedFigures(tx, now),
    indicators,
    areas,
    today: now,
  });
  const figures = withFlags(rows, now, createFlagFinder(quality, areas));
  const observedAreas = new Set(observed.map(({ areaCode }) => areaCode));
  const levers = await selectLevers(tx);
  const bodies = <Body>(rows: readonly { body: unknown }[], schema: z.ZodType<Body>) =>
    rows.map(({ body }) => schema.parse(body));
  return {
    version,
    areas,
    areaByCode,
    vintages: vintagesByType(areas, (code) => observedAreas.has(code)),
    successors,
    areaOfCode: aliasMap(z.array(AreaAlias).parse(await selectAliases(tx))),
    notRebasedByArea: grouped(rebased.notRebased, ({ areaCode }) => areaCode),
    parentsByCode: new Map(
      [...grouped(memberships, ({ childCode }) => childCode)].map(([code, rows]) => [
        code,
        rows.map(({ childCode: _, ...parent }) => Membership.parse(parent)),
      ]),
    ),
    indicators,
    figuresByArea: grouped(figures, ({ areaCode }) => areaCode),
    figuresByIndicator: grouped(figures, ({ indicatorId }) => indicatorId),
    quality,
    recommendations: bodies(await selectRecommendations(tx), Recommendation),
    themes: bodies(await selectThemes(tx), EvidenceTheme),
    sources: bodies(await selectEvidenceSources(tx), EvidenceSource),
    levers: LeverCatalogue.parse({
      shared: levers.find(({ id }) => id === SHARED_LEVER)?.body,
      levers: levers.filter(({ id }) => id !== SHARED_LEVER).map(({ body }) => body),
    }),
  };
}

async function readNow(key: Database, viewer: Viewer): Promise<PublishedStore> {
  const current = held.get(key)?.store;
  if (current && (await asViewer(viewer, versionNow)) === current.version) return current;
  await withPublisher(key, (tx) => publishDue(tx, today()));
  return asViewer(viewer, async (tx) => {
    const version = await versionNow(tx);
    const newest = held.get(key)?.store;
    return newest?.version === version ? newest : load(tx, version);
  });
}

/**
 * The published data as of now; call it after authorising. It is the same for everybody signed in, so that who asks while another
 * viewer's reading is under way gets what that one reads.
 */
export async function publishedStore(): Promise<PublishedStore> {
  const key = await database();
  const known = held.get(key);
  if (known && Date.now() - known.checkedAtMs < RECHECK_MS) return known.store;
  const viewer = await requireViewer();
  const reading = readings.get(key) ?? readNow(key, viewer);
  readings.set(key, reading);
  // Forgotten meanwhile: what was read may be from before the publication, so that it isn't kept.
  const isKept = () => readings.get(key) === reading;
  try {
    const store = await reading;
    if (isKept()) held.set(key, { store, checkedAtMs: Date.now() });
    return store;
  } finally {
    if (isKept()) readings.delete(key);
  }
}

/** Staleness and what is due depend on the day. */
async function versionNow(tx: Executor): Promise<string> {
  const [row] = await selectPublishedVersion(tx);
  return `${row?.packs ?? 0} ${row?.releases ?? 0} ${row?.states ?? ''} ${row?.lastLoaded ?? ''} ${row?.codes ?? ''} ${today()}`;
}

/** After a publication in this process: the next read sees it at once. */
export async function forgetPublished(): Promise<void> {
  const key = await database();
  held.delete(key);
  readings.delete(key);
}
