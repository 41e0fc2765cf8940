import type { BacktestHistory } from '@/lib/domain/backtest/history';
import { establishmentLines } from '@/lib/domain/demonstration/establishment-file';
import { fillLines } from '@/lib/domain/demonstration/fill-file';
import { buildModel, DEFAULT_OPTIONS } from '@/lib/domain/demonstration/model';
import type { LoadedPosts, LoadedRound } from '@/lib/domain/pathway-baseline/loaded-pathway';

/** The years of the demonstration country as its files have them, with round numbers of residents and graduates. */
export const backtestHistory = (): BacktestHistory => {
  const model = buildModel(DEFAULT_OPTIONS);
  const byYear = new Map<number, Map<string, LoadedPosts[]>>();
  for (const line of [...establishmentLines(model)].slice(1)) {
    const [day = '', regionCode = '', specialty = '', level = '', establishment, inPost] = line.split(',');
    const days = byYear.get(Number(day.slice(0, 4))) ?? new Map<string, LoadedPosts[]>();
    const posts = days.get(day) ?? [];
    posts.push({
      regionCode,
      specialty,
      level,
      establishmentFte: Number(establishment),
      inPostFte: Number(inPost),
    });
    days.set(day, posts);
    byYear.set(Number(day.slice(0, 4)), days);
  }
  const rounds = [...fillLines(model)].slice(1).map((line): LoadedRound => {
    const [year, , regionCode = '', specialty = '', level, posts, accepts] = line.split(',');
    const at = level === 'ST3' || level === 'ST4' ? level : 'CT1/ST1';
    return { year: Number(year), regionCode, specialty, level: at, posts: Number(posts), accepts: Number(accepts) };
  });
  const regions = model.country.regions.map(({ code, name }, at) => ({
    code,
    name,
    population: 4e6 + at * 1e5,
    needShares: { population: 1 / model.country.regions.length },
    deprivationSteps: 2,
    latitude: 51 + at / 4,
    longitude: -22 - at / 4,
  }));
  const leavers = regions.map(({ code }) => ({ schoolRegionCode: code, homeRegionCode: code, peoplePerYear: 600 }));
  const posts = [...byYear].map(([year, days]) => ({ year, posts: [...days].at(-1)?.[1] ?? [] }));
  return {
    regions,
    rounds,
    posts,
    leavers: [...byYear.keys()].map((year) => ({ year, isLater: false, leavers })),
    movements: null,
  };
};
