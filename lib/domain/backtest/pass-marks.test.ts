import { describe, expect, it } from 'vitest';
import { programmeForecast } from '@/lib/testing/programme-forecasts';
import { passMarks, verdictOf } from './pass-marks';
import { crossesRegime, regimeOf } from './regime';
import { scoreForecasts } from './score-forecasts';
import { summariseScores } from './summarise-scores';

/** Start in 2022: a year ahead for each of 2023 to 2027; right until 2025, far off from the change of rules on. */
const scores = () =>
  scoreForecasts(
    [2023, 2024, 2025, 2026, 2027].map((year) =>
      programmeForecast({
        regionCode: 'XR-a',
        year,
        posts: 200,
        accepts: 150,
        startPosts: 200,
        startAccepts: 140,
        expected: Array(64).fill(year < 2026 ? 150 : 20),
      }),
    ),
    { origin: 2022, seed: 1 },
  );

describe('the change of rules', () => {
  it('lies before the rounds of 2026', () => {
    expect([2025, 2026].map((year) => regimeOf(year).id)).toEqual(['before_act', 'after_act']);
    expect([crossesRegime(2022, 2025), crossesRegime(2025, 2026), crossesRegime(2026, 2027)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('is never crossed in an error that isn’t marked so', () => {
    const rows = scores();
    expect(rows.filter(({ isAcross }) => isAcross).map(({ year }) => year)).toEqual([
      2026, 2027, 2026, 2027, 2026, 2027, 2026, 2027,
    ]);
    const summaries = summariseScores(rows);
    const of = (isAcross: boolean) =>
      summaries.find((one) => one.level === 'country' && one.horizon === null && one.isAcross === isAcross);
    expect(of(false)).toMatchObject({ forecasts: 3, absoluteError: 0, within80: 1 });
    expect(of(true)).toMatchObject({ forecasts: 2, absoluteError: 130, within80: 0 });
  });

  it('counts for no mark', () => {
    const marks = passMarks(summariseScores(scores()));
    expect(marks.find(({ id }) => id === 'country_error')).toEqual({ id: 'country_error', value: 0, isMet: true });
    expect(marks.find(({ id }) => id === 'persistence')).toEqual({ id: 'persistence', value: 1, isMet: true });
    const onlyAcross = passMarks(summariseScores(scores().filter(({ isAcross }) => isAcross)));
    expect(onlyAcross.map(({ isMet }) => isMet)).toEqual([null, null, null, null]);
  });
});

describe('the verdict', () => {
  const marks = (...met: (boolean | null)[]) => met.map((isMet) => ({ id: 'coverage' as const, value: 0, isMet }));

  it('on invented data shows nothing about the world, whatever the marks', () => {
    expect(verdictOf('demonstration', marks(true, true))).toBe('demonstration_only');
    expect(verdictOf('demonstration', marks(false))).toBe('demonstration_only');
  });

  it('needs every mark, and is open where one can’t be tested', () => {
    expect(verdictOf('england', marks(true, true))).toBe('met');
    expect(verdictOf('england', marks(true, null))).toBe('too_short');
    expect(verdictOf('england', marks(null, false))).toBe('not_met');
  });

  it('is not met by intervals that hold too much', () => {
    // All within 90 %: too wide, beyond 97 %.
    expect(passMarks(summariseScores(scores())).find(({ id }) => id === 'coverage')).toMatchObject({
      value: 1,
      isMet: false,
    });
  });
});
