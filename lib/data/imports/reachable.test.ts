import { expect, test } from 'vitest';
import { isForOthers, restrictedRefusal } from './reachable';

test.each([
  [{}, false],
  [{ AUTH_URL: 'http://localhost:3000' }, false],
  [{ AUTH_URL: 'http://[::1]:3000' }, false],
  [{ AUTH_URL: 'https://stead.example.org' }, true],
  [{ NEXTAUTH_URL: 'http://10.0.0.4:3000' }, true],
  [{ AUTH_URL: 'stead.example.org' }, true],
])('a server configured with %j is for others: %s', (addresses, expected) => {
  expect(isForOthers({ AUTH_URL: undefined, NEXTAUTH_URL: undefined, ...addresses })).toBe(expected);
});

test('a file about single people is sent to where it is read: the command line only where that reads it', () => {
  expect(restrictedRefusal(false)).toMatch(/second factor.*http:\/\/localhost.*command line\.$/);
  expect(restrictedRefusal(true)).toMatch(
    /second factor.*AUTH_URL.*command line refuse it alike.*installation of its own/,
  );
});
