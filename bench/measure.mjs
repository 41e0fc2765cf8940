// Small statistics for the benchmark; times in ms.
export const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
};

/** Runs `work` a few times to warm up, then times each of `runs`. */
export async function timeEach(runs, work, warmUp = 5) {
  for (let i = 0; i < warmUp; i += 1) await work(i);
  const times = [];
  for (let i = 0; i < runs; i += 1) {
    const from = performance.now();
    await work(warmUp + i);
    times.push(performance.now() - from);
  }
  return times;
}
