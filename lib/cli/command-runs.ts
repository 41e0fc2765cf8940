declare global {
  // One per process, kept across module reloads.
  var steadCommandRuns: Map<string, AbortController> | undefined;
}

const runs = (): Map<string, AbortController> => {
  globalThis.steadCommandRuns ??= new Map();
  return globalThis.steadCommandRuns;
};

export type CommandRun = { readonly id: string; readonly signal: AbortSignal; stop(): void; end(): void };

/** A command that this server works on for somebody, who may stop it until it ends. */
export function beginRun(): CommandRun {
  const id = crypto.randomUUID();
  const controller = new AbortController();
  runs().set(id, controller);
  return {
    id,
    signal: controller.signal,
    stop: () => controller.abort(),
    end: () => {
      runs().delete(id);
    },
  };
}

/** False where there is no such command, or no longer. */
export function stopRun(id: string): boolean {
  const run = runs().get(id);
  run?.abort();
  return run !== undefined;
}
