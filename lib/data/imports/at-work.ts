import { database } from '@/db/client';

declare global {
  // One per process, kept across module reloads.
  var steadReadings: Map<string, AbortController> | undefined;
  var steadPublications: Set<symbol> | undefined;
}

const readings = (): Map<string, AbortController> => {
  globalThis.steadReadings ??= new Map();
  return globalThis.steadReadings;
};

const publications = (): Set<symbol> => {
  globalThis.steadPublications ??= new Set();
  return globalThis.steadPublications;
};

/** An import that this process is at work on. */
export type Work = {
  readonly id: string;
  readonly signal: AbortSignal;
  /** Once nobody is at work on it any more. */
  readonly end: () => Promise<void>;
};

/** Says that this process is at work on an import, before its entry is there: without that it would be taken for cut off. */
export async function beginWork(): Promise<Work> {
  const id = crypto.randomUUID();
  const unmark = await (await database()).marks.begin(id);
  const controller = new AbortController();
  readings().set(id, controller);
  return {
    id,
    signal: controller.signal,
    end: async () => {
      readings().delete(id);
      await unmark();
    },
  };
}

/** The imports that this process is at work on. */
export const ownWork = (): readonly string[] => [...readings().keys()];

/** Stops the reading of this process, if it is one. */
export const stopReading = (id: string): void => readings().get(id)?.abort();

/** `isImporting` says so while it lasts. */
export async function publishing<T>(work: () => Promise<T>): Promise<T> {
  const mark = Symbol('publication');
  publications().add(mark);
  try {
    return await work();
  } finally {
    publications().delete(mark);
  }
}

/** Whether this process reads or publishes a file. */
export const isImporting = (): boolean => readings().size > 0 || publications().size > 0;
