import { channel } from 'node:diagnostics_channel';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DRAWING_MS, inTurn, PATIENCE_MS } from './in-turn';

const request = vi.hoisted(() => ({ id: '' }));
vi.mock('next/headers', () => ({ headers: async () => new Headers({ 'x-request-id': request.id }) }));

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(10 * PATIENCE_MS);
  vi.useRealTimers();
});

const aMoment = () => vi.advanceTimersByTimeAsync(1);

/** A page whose reading begins, ends and is sent when it is told to; `begun` holds the names of those that have begun. */
function page(name: string, begun: string[]) {
  let end = () => {};
  let fail = (_: Error) => {};
  const told = new Promise<string>((resolve, reject) => {
    end = () => resolve(name);
    fail = reject;
  });
  request.id = name;
  const answer = inTurn(() => {
    begun.push(name);
    return told;
  });
  answer.catch(() => undefined);
  const send = () => channel('http.server.response.finish').publish({ request: { headers: { 'x-request-id': name } } });
  return { answer, end, fail, send };
}

test('a page is read once the one asked for before it has been sent', async () => {
  const begun: string[] = [];
  const [first, second, third] = ['first', 'second', 'third'].map((name) => page(name, begun));
  await aMoment();
  expect(begun).toEqual(['first']);
  first?.end();
  await aMoment();
  expect(begun).toEqual(['first']);
  first?.send();
  await aMoment();
  expect(begun).toEqual(['first', 'second']);
  for (const one of [second, third]) {
    one?.end();
    await aMoment();
    one?.send();
    await aMoment();
  }
  expect(await Promise.all([first?.answer, second?.answer, third?.answer])).toEqual(['first', 'second', 'third']);
});

test('a page that fails says so to its own reader, and the next is read', async () => {
  const begun: string[] = [];
  const first = page('first', begun);
  const second = page('second', begun);
  first.fail(new Error('no such region'));
  await expect(first.answer).rejects.toThrow('no such region');
  second.end();
  expect(await second.answer).toBe('second');
});

test('a page whose reader has left, or is on a slow line, holds the next up for a moment only', async () => {
  const begun: string[] = [];
  const slow = page('slow', begun);
  await aMoment();
  slow.end();
  expect(await slow.answer).toBe('slow');
  page('next', begun).end();
  await vi.advanceTimersByTimeAsync(DRAWING_MS - 1);
  expect(begun).toEqual(['slow']);
  await aMoment();
  expect(begun).toEqual(['slow', 'next']);
});

test('a page whose reading never ends holds each of those after it up for a second at most', async () => {
  const begun: string[] = [];
  page('stuck', begun);
  const second = page('second', begun);
  await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1);
  expect(begun).toEqual(['stuck']);
  await aMoment();
  expect(begun).toEqual(['stuck', 'second']);
  second.end();
  expect(await second.answer).toBe('second');
  await aMoment();
  second.send();
  await aMoment();
  page('third', begun).end();
  await aMoment();
  expect(begun).toEqual(['stuck', 'second', 'third']);
});

test('who comes alone never waits', async () => {
  const begun: string[] = [];
  page('alone', begun).end();
  await Promise.resolve();
  await Promise.resolve();
  expect(begun).toEqual(['alone']);
});
