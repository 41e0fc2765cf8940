/** There are fewer areas than this; a file that names more is asked for them when it is stored. */
const MOST_CODES = 10_000;

/** The areas that the rows of a file name, collected while they are stored. */
export function createNamedCodes() {
  const codes = new Set<string>();
  let isComplete = true;
  return {
    /** `named` is null for rows that don't say it apart. */
    add: (named: readonly string[] | null): void => {
      if (named === null || codes.size + named.length > MOST_CODES) isComplete = false;
      else for (const code of named) codes.add(code);
    },
    /** Null where they have to be looked up among the rows. */
    list: (): string[] | null => (isComplete ? [...codes] : null),
  };
}
