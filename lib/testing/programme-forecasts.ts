import type { ProgrammeForecast } from '@/lib/domain/backtest/predict-origin';

type Given = {
  regionCode: string;
  year: number;
  posts: number;
  accepts: number;
  startPosts: number;
  startAccepts: number;
  expected: readonly number[];
};

/** A prediction for general practice at CT1/ST1. */
export const programmeForecast = ({
  regionCode,
  year,
  posts,
  accepts,
  startPosts,
  startAccepts,
  expected,
}: Given): ProgrammeForecast => {
  const of = { node: 'specialty_entry', regionCode, group: 'general_practice' } as const;
  return {
    total: { ...of, posts, accepts },
    start: { ...of, posts: startPosts, accepts: startAccepts },
    year,
    expected,
  };
};
