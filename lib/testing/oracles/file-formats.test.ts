import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fileFormats } from './adapters/file-formats';
import { loadOracleSets } from './load';

const [loaded] = loadOracleSets(path.resolve(import.meta.dirname, '../fixtures/oracles/file_formats'));
const Issues = z.object({ issues: z.array(z.string()) });

/** What is reported beyond what the set lists: the one missing value that several of its files hold. */
describe('file_formats', () => {
  it('has its 53 files', () => {
    expect(loaded?.set.cases).toHaveLength(53);
  });

  it('reports nothing else than the unlisted NA of seven files', async () => {
    const extra = new Set<string>();
    for (const { id, input, expected } of loaded?.set.cases ?? []) {
      const answer = Issues.parse(
        await fileFormats(input, { id, readBeside: loaded?.readBeside ?? (() => new Uint8Array()) }),
      );
      const listed = Issues.parse(expected).issues;
      for (const issue of answer.issues.filter((one) => !listed.includes(one))) extra.add(`${issue} in ${id}`);
    }
    expect([...extra].sort()).toEqual([
      'missing:NA in embedded_nul',
      'missing:NA in lf_only_no_final_newline',
      'missing:NA in semicolon',
      'missing:NA in tab',
      'missing:NA in utf16le_bom',
      'missing:NA in utf8_bom',
      'missing:NA in utf8_plain',
    ]);
  });
});
