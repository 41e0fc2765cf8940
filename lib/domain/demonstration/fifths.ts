import type { ByFifth } from './country';
import { apportion, at, share } from './draw';

/** Spread of neighbourhood scores within an authority: the scale of a logistic distribution. */
const SPREAD = 5.5;

interface Scored {
  readonly residents: number;
  readonly deprivationScore: number;
}

const shareAbove = (authority: Scored, score: number): number => share((authority.deprivationScore - score) / SPREAD);

/** Score above which the given share of the country's residents live. */
const scoreWithShareAbove = (authorities: readonly Scored[], wanted: number): number => {
  const all = authorities.reduce((total, { residents }) => total + residents, 0);
  let [low, high] = [-200, 300];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    const above = authorities.reduce((total, one) => total + one.residents * shareAbove(one, middle), 0) / all;
    if (above > wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** A total split over the fifths, most deprived first, in whole people. */
export const splitByFifth = (total: number, shares: readonly number[]): ByFifth => {
  const parts = apportion(total, shares);
  return [at(parts, 0), at(parts, 1), at(parts, 2), at(parts, 3), at(parts, 4)];
};

/** Share of each authority's residents in each fifth; a fifth holds a fifth of the country's residents. */
export const fifthShares = (authorities: readonly Scored[]): number[][] => {
  const cuts = [0.2, 0.4, 0.6, 0.8].map((wanted) => scoreWithShareAbove(authorities, wanted));
  return authorities.map((authority) => {
    const above = [0, ...cuts.map((cut) => shareAbove(authority, cut)), 1];
    return above.slice(1).map((value, i) => value - (above[i] ?? 0));
  });
};
