import 'server-only';

declare global {
  // One per process: pages and routes are bundled apart. The last question of each person that isn't answered.
  var steadQuestions: Map<string, Promise<unknown>> | undefined;
}

/** One question of a person at a time, in the order in which they were asked: each is many runs, and others wait for theirs. */
export async function afterOwn<T>(userId: string, answer: () => Promise<T>): Promise<T> {
  globalThis.steadQuestions ??= new Map();
  const questions = globalThis.steadQuestions;
  const before = questions.get(userId) ?? Promise.resolve();
  const answered = before.then(answer, answer);
  // Whoever comes next waits for its end, whatever that is.
  const ended = answered.then(
    () => {},
    () => {},
  );
  questions.set(userId, ended);
  try {
    return await answered;
  } finally {
    if (questions.get(userId) === ended) questions.delete(userId);
  }
}
