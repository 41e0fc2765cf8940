import { expect, test } from 'vitest';
import { hrefParts, isAppPage } from './href';

test('the parts put together again are the link', () => {
  for (const href of ['/regions', '/regions?sort=name&dir=asc', '?sort=a', '/data#gp', '/a?b=c?d#e']) {
    const { pathname, search, hash } = hrefParts(href);
    expect(pathname + search + hash).toBe(href);
  }
});

test('only pages of the app go through the router', () => {
  expect(isAppPage('/regions/E40000012')).toBe(true);
  expect(isAppPage('?sort=name')).toBe(true);
  expect(isAppPage('/api/v1/export.csv')).toBe(false);
  expect(isAppPage('//elsewhere.example')).toBe(false);
  expect(isAppPage('https://www.gov.uk')).toBe(false);
  expect(isAppPage('#top')).toBe(false);
});
