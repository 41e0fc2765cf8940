import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type LoadedSet, OracleSet } from './oracle-set';

const HasCases = z.looseObject({ name: z.string(), cases: z.array(z.unknown()) });

const jsonFiles = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => path.join(folder, name));

const loadFile = (file: string): readonly LoadedSet[] => {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!HasCases.safeParse(content).success) return [];
  const set = OracleSet.safeParse(content);
  // A set of files (`file` in place of `input`) has cases of another shape: it is listed, not run.
  const listed: OracleSet = set.success ? set.data : { name: HasCases.parse(content).name, cases: [] };
  return [{ set: listed, readBeside: (name) => readFileSync(path.join(path.dirname(file), path.basename(name))) }];
};

/**
 * The sets of a topic folder, or of every topic folder of a root. JSON files without cases are passed over.
 * @throws where a folder doesn't exist or a file isn't JSON.
 */
export const loadOracleSets = (folder: string): readonly LoadedSet[] => {
  const topics = readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((entry) => statSync(entry).isDirectory())
    .sort();
  return [folder, ...topics].flatMap(jsonFiles).flatMap(loadFile);
};
