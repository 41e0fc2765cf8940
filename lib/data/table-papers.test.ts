import { describe, expect, it } from 'vitest';
import { tableOf } from '@/lib/contracts/table-file';
import { fictionalPart, withPapers } from './table-papers';

const ofRoots = (...roots: (string | null)[]) =>
  tableOf(
    'Areas',
    ['area', 'root'],
    roots.map((root, at) => ({ area: `A${at}`, root })),
  );
const warningOf = (table: ReturnType<typeof ofRoots>): string | undefined =>
  withPapers(table, '2026-11-22').papers.find(([name]) => name === 'warning')?.[1];

describe('the fictional country in a file', () => {
  it('is told from the root, or from the kind of figures', () => {
    expect(fictionalPart(ofRoots('E92000001'))).toBe('none');
    expect(fictionalPart(ofRoots('XD-orrinmark', 'XD-orrinmark'))).toBe('all');
    expect(fictionalPart(ofRoots('XD-orrinmark', 'E92000001'))).toBe('some');
    expect(fictionalPart(tableOf('Figures', ['provenance'], [{ provenance: 'demonstration' }]))).toBe('all');
    expect(fictionalPart(tableOf('Figures', ['provenance'], [{ provenance: 'published' }]))).toBe('none');
  });

  it('is warned of: the whole file, or its rows', () => {
    expect(warningOf(ofRoots('E92000001'))).toBeUndefined();
    expect(warningOf(ofRoots('XD-orrinmark'))).toMatch(/^Demonstration data/);
    expect(warningOf(ofRoots('XD-orrinmark', 'E92000001'))).toMatch(/^Rows with the root XD-orrinmark/);
  });
});
