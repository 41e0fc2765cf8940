import { describe, expect, it } from 'vitest';
import { createSignInThrottle } from './sign-in-throttle';

const failTimes = (count: number) => {
  const throttle = createSignInThrottle();
  for (let i = 0; i < count; i += 1) throttle.failed('a@example.test', 0);
  return throttle;
};

describe('sign-in throttle', () => {
  it('lets four wrong passwords pass without a wait', () => {
    expect(failTimes(4).waitMs('a@example.test', 0)).toBe(0);
  });
  it('doubles the wait from the fifth on, up to fifteen minutes', () => {
    expect(failTimes(5).waitMs('a@example.test', 0)).toBe(5_000);
    expect(failTimes(7).waitMs('a@example.test', 0)).toBe(20_000);
    expect(failTimes(40).waitMs('a@example.test', 0)).toBe(15 * 60_000);
  });
  it('never locks for good, and never another account', () => {
    expect(failTimes(40).waitMs('a@example.test', 15 * 60_000)).toBe(0);
    expect(failTimes(40).waitMs('b@example.test', 0)).toBe(0);
  });
  it('forgets the failures after a right password', () => {
    const throttle = failTimes(9);
    throttle.succeeded('a@example.test');
    expect(throttle.waitMs('a@example.test', 0)).toBe(0);
  });
});
