import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EvidenceSources } from '@/lib/domain/recommendations/evidence';
import { figuresBeside, PUBLISHED_FIGURES } from './published-figures';

const sources = EvidenceSources.parse(
  z
    .unknown()
    .parse(JSON.parse(readFileSync(path.join(process.cwd(), 'db/seeds/published/evidence-sources.json'), 'utf8'))),
);

describe('published figures', () => {
  it('name a source of the evidence library, once each', () => {
    const known = new Set(sources.map(({ id }) => id));
    expect(PUBLISHED_FIGURES.filter(({ sourceId }) => !known.has(sourceId))).toEqual([]);
    const statements = PUBLISHED_FIGURES.map((one) => `${one.sourceId} ${one.statement}`);
    expect(new Set(statements).size).toBe(statements.length);
  });

  it('agree with the counts that are printed beside them', () => {
    const counted = PUBLISHED_FIGURES.flatMap(({ value, counted: part, outOf }) =>
      part !== null && outOf !== null ? [{ value, fromCounts: Math.round((100 * part) / outOf) }] : [],
    );
    expect(counted).toHaveLength(5);
    for (const { value, fromCounts } of counted) expect(value).toBe(fromCounts);
  });

  it('stand beside the cards that they are about', () => {
    expect(figuresBeside('A1-1.11').map(({ value }) => value)).toContain(48);
    expect(figuresBeside('A2-2.3').filter(({ sourceId }) => sourceId === 'S18')).toHaveLength(12);
    expect(figuresBeside('A2-2.5')).toEqual([]);
  });
});
