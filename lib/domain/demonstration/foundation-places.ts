import { apportion } from './draw';

interface Weighed {
  readonly isCapital: boolean;
  /** Entrants a year of the region's schools. */
  readonly intake: number;
  readonly residents: number;
}

/**
 * Annual foundation places by region: as many as entrants in all. The capital has its intake divided by
 * `capitalGraduatesPerPlace`; the rest goes to the other regions, three quarters by intake and a quarter by residents. Without that
 * effect (null), every region has as many places as entrants.
 */
export const foundationPlaces = (regions: readonly Weighed[], capitalGraduatesPerPlace: number | null): number[] => {
  const all = regions.reduce((total, { intake }) => total + intake, 0);
  if (capitalGraduatesPerPlace === null) return regions.map(({ intake }) => intake);
  const others = regions.filter(({ isCapital }) => !isCapital);
  const intake = others.reduce((total, one) => total + one.intake, 0);
  const residents = others.reduce((total, one) => total + one.residents, 0);
  const capital = regions.map((one) => (one.isCapital ? Math.round(one.intake / capitalGraduatesPerPlace) : 0));
  const left = all - capital.reduce((total, places) => total + places, 0);
  const rest = apportion(
    left,
    regions.map((one) => (one.isCapital ? 0 : (3 * one.intake) / intake + one.residents / residents)),
  );
  return regions.map((_, i) => (capital[i] ?? 0) + (rest[i] ?? 0));
};
