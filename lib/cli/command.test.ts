import { describe, expect, it } from 'vitest';
import { parseArguments } from './command';

describe('command arguments', () => {
  it('tells words, options and flags apart', () => {
    expect(parseArguments(['scenario', 'replay', 'abc', '--as', 'a@b.test', '--out=x.json', '--json'])).toEqual({
      words: ['scenario', 'replay', 'abc'],
      options: { as: 'a@b.test', out: 'x.json', json: 'yes' },
      json: true,
    });
  });
  it('names the option that lacks its value', () => {
    expect(parseArguments(['briefing', '--as'])).toBe('--as needs a value');
  });
});
