import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDomainRows } from './domain-bars';

const score = fc.double({ min: -5, max: 60, noNaN: true });

test('positions lie between -1 and 1, and their sign is the word', () => {
  fc.assert(
    fc.property(score, score, fc.array(score, { maxLength: 42 }), (value, benchmark, areas) => {
      const [row] = toDomainRows([{ label: 'Health', value, benchmark, areas }]);
      const position = row?.position ?? Number.NaN;
      expect(Math.abs(position)).toBeLessThanOrEqual(1);
      if (position > 0) expect(row?.word).toBe('higher');
      if (position < 0) expect(row?.word).toBe('lower');
    }),
  );
});

test('scores around nought are placed by difference, with their sign', () => {
  const [row] = toDomainRows([{ label: 'Health', value: -0.3, benchmark: 0.1, areas: [0.9, -0.3] }]);
  expect(row?.position).toBe(-0.5);
});

test('a missing score has no position', () => {
  const [row] = toDomainRows([{ label: 'Crime', value: null, benchmark: 1, areas: [] }]);
  expect(row).toMatchObject({ position: null, word: 'not loaded' });
});
