import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { FileCase, type LoadedSet, OracleSet } from './oracle-set';

const HasCases = z.looseObject({ name: z.string(), cases: z.array(z.unknown()) });

const jsonFiles = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => path.join(folder, name));

const FileSet = z.looseObject({ name: z.string(), cases: z.array(FileCase) });

/** Cases of a set, or of a set of files: there the file is the input. Another shape is listed, and not run. */
const toSet = (content: unknown): OracleSet => {
  const set = OracleSet.safeParse(content);
  if (set.success) return set.data;
  const files = FileSet.safeParse(content);
  if (!files.success) return { name: HasCases.parse(content).name, cases: [] };
  const cases = files.data.cases.map(({ file, ...rest }) => ({ ...rest, input: { file } }));
  return { name: files.data.name, cases };
};

/** A file beside the set or in the folder `files` there; nothing above it. */
const besidePath = (file: string, name: string): string => {
  const folder = path.dirname(file);
  return name.startsWith('files/')
    ? path.join(folder, 'files', path.basename(name))
    : path.join(folder, path.basename(name));
};

const loadFile = (file: string): readonly LoadedSet[] => {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!HasCases.safeParse(content).success) return [];
  return [{ set: toSet(content), readBeside: (name) => readFileSync(besidePath(file, name)) }];
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
