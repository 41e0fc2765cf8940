import type { AreaType, DatedArea, Root } from '@/lib/domain/geography/area';
import { type AreaVintage, vintageOn, vintagesOf } from '@/lib/domain/geography/validity';

/** Areas of one type and root as they existed together, oldest first, and those that are shown unless asked otherwise. */
export type TypeVintages = {
  readonly all: readonly AreaVintage<DatedArea>[];
  readonly shown: AreaVintage<DatedArea>;
};

const keyOf = (root: Root, type: AreaType): string => `${root} ${type}`;

/**
 * The vintages of each type. Shown is the newest of which every area has figures of its own: until the publishers give
 * figures for the areas after a change, those before it are what the figures are about.
 */
export function vintagesByType(
  areas: readonly DatedArea[],
  hasOwnFigures: (code: string) => boolean,
): ReadonlyMap<string, TypeVintages> {
  const keys = new Map(areas.map((area) => [keyOf(area.root, area.type), area]));
  return new Map(
    [...keys].flatMap(([key, { root, type }]) => {
      const all = vintagesOf(areas.filter((area) => area.root === root && area.type === type));
      const newest = all.at(-1);
      const shown = all.findLast((vintage) => vintage.areas.every(({ code }) => hasOwnFigures(code))) ?? newest;
      return shown ? [[key, { all, shown }] as const] : [];
    }),
  );
}

/** The vintage of a day; the one that is shown where no day, or one without areas, is asked for. */
export function vintageFor(
  vintages: ReadonlyMap<string, TypeVintages>,
  { root, type }: { root: Root; type: AreaType },
  on: string | null,
): AreaVintage<DatedArea> | null {
  const known = vintages.get(keyOf(root, type));
  if (!known) return null;
  return (on === null ? null : vintageOn(known.all, on)) ?? known.shown;
}

/** All vintages of a type, oldest first, each with whether it is the one shown unless asked otherwise. */
export function vintageChoices(
  vintages: ReadonlyMap<string, TypeVintages>,
  { root, type }: { root: Root; type: AreaType },
): { vintage: AreaVintage<DatedArea>; isShown: boolean }[] {
  const known = vintages.get(keyOf(root, type));
  return (known?.all ?? []).map((vintage) => ({ vintage, isShown: vintage === known?.shown }));
}

/** A day on which the area existed and by which its peers are found; null where it is among those shown anyway. */
export function comparedDay(vintages: ReadonlyMap<string, TypeVintages>, area: DatedArea): string | null {
  const known = vintages.get(keyOf(area.root, area.type));
  if (!known || known.shown.areas.some(({ code }) => code === area.code)) return null;
  const own = known.all.findLast(({ areas }) => areas.some(({ code }) => code === area.code));
  return own?.from ?? own?.to ?? null;
}
