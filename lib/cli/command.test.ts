import { describe, expect, it } from 'vitest';
import { type Arguments, parseArguments, unknownArguments } from './command';
import { importCommand } from './import-command';

describe('command arguments', () => {
  it('tells words, options and flags apart', () => {
    expect(parseArguments(['scenario', 'replay', 'abc', '--as', 'a@b.test', '--out=x.json', '--json'])).toEqual({
      words: ['scenario', 'replay', 'abc'],
      options: { as: 'a@b.test', out: 'x.json', json: 'yes' },
      json: true,
    });
  });
  it('refuses what the command does not know, rather than pass it over', () => {
    const problem = (...argv: string[]) => {
      const args = parseArguments(argv);
      return typeof args === 'string' ? args : unknownArguments(importCommand, args satisfies Arguments);
    };
    expect(problem('import', 'a.csv', '--dryrun', '--json')).toContain('Did you mean --dry-run?');
    expect(problem('import', 'a.csv', '--colour', 'red')).toContain('no option --colour');
    expect(problem('import', 'a.csv', 'b.csv')).toContain('one word too many');
    expect(problem('import', 'a.csv', '--dry-run', '--json', '--as', 'a@b.test')).toBeNull();
  });
  it('names the option that lacks its value', () => {
    expect(parseArguments(['briefing', '--as'])).toBe('--as needs a value');
  });
});
