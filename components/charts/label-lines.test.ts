import { describe, expect, it } from 'vitest';
import { labelLines } from './label-lines';

describe('labelLines', () => {
  it('keeps a short label whole', () => {
    expect(labelLines('Money scale')).toEqual(['Money scale']);
    expect(labelLines('')).toEqual(['']);
  });

  it('breaks between words, with none lost and no line too long', () => {
    const label = 'Probability that an unwanted move is avoided';
    const lines = labelLines(label);
    expect(lines.join(' ')).toBe(label);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(29);
  });

  it('leaves a word that is longer than a line whole', () => {
    expect(labelLines('a verylongwordindeed b', 6)).toEqual(['a', 'verylongwordindeed', 'b']);
  });
});
