import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startDeadline, TEXT_LIMITS, WORKBOOK_LIMITS } from './reading-deadline';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const started = (limits: typeof WORKBOOK_LIMITS) => {
  const expire = vi.fn();
  return { expire, deadline: startDeadline(limits, expire) };
};

test('a workbook has 20 seconds, whatever it says meanwhile', () => {
  const { expire, deadline } = started(WORKBOOK_LIMITS);
  vi.advanceTimersByTime(15_000);
  deadline.heard();
  vi.advanceTimersByTime(4_999);
  expect(expire).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(expire).toHaveBeenCalledOnce();
});

test('time in which its rows are stored isn’t counted', () => {
  const { expire, deadline } = started(WORKBOOK_LIMITS);
  vi.advanceTimersByTime(15_000);
  deadline.hold();
  deadline.heard();
  vi.advanceTimersByTime(60_000);
  deadline.resume();
  vi.advanceTimersByTime(4_999);
  expect(expire).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(expire).toHaveBeenCalledOnce();
});

test('a file of text may take as long as it needs, if it is heard of', () => {
  const { expire, deadline } = started(TEXT_LIMITS);
  vi.advanceTimersByTime(119_000);
  deadline.heard();
  vi.advanceTimersByTime(119_000);
  expect(expire).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(expire).toHaveBeenCalledOnce();
});

test('what has ended expires no more', () => {
  const { expire, deadline } = started(WORKBOOK_LIMITS);
  deadline.end();
  vi.advanceTimersByTime(60_000);
  expect(expire).not.toHaveBeenCalled();
});
