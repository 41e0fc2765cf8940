import type { SchoolReach } from '@/lib/contracts/school-reach';

/** What a card's sources are printed with. */
export type CardRelease = { readonly id: string; readonly publishedOn: string | null; readonly loadedAt: Date };

/** Figures that entrants are set against. */
export type CardPopulation = {
  readonly name: string;
  readonly publisher: string;
  readonly licence: string;
  readonly period: string;
  readonly releaseId: string;
};

export type SchoolCardInput = {
  /** As its reader may see it: what they may not see isn't in it. */
  readonly reach: SchoolReach;
  /** ISO day. */
  readonly madeOn: string;
  readonly releases: readonly CardRelease[];
  /** Of the people aged 16 to 17, one a release; empty where none is loaded. */
  readonly populations: readonly CardPopulation[];
};
