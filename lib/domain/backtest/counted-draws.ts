/** Posts of a year and how many of them are expected to be filled. */
export interface ExpectedFill {
  readonly posts: number;
  readonly filled: number;
}

/** Weight of the fill of all regions beside a programme’s own, in posts: what little one post tells. */
const PRIOR_POSTS = 1;

/**
 * A count of filled posts as one year would bring it: the expected share, as unsure as a share that was counted on
 * `countedOn` posts, then chance post by post. Beta-binomial, drawn as a Pólya urn, so that no post is filled twice; `pooled`
 * (share over all regions) keeps a programme that was full once from being certain to be full.
 */
export const countedFill = (
  next: () => number,
  { posts, filled }: ExpectedFill,
  { countedOn, pooled }: { readonly countedOn: number; readonly pooled: number },
): number => {
  const whole = Math.round(posts);
  if (whole <= 0) return 0;
  const weight = countedOn + PRIOR_POSTS;
  const mean = (countedOn * Math.min(1, filled / posts) + PRIOR_POSTS * pooled) / weight;
  let hits = 0;
  for (let post = 0; post < whole; post += 1) {
    if (next() * (weight + post) < weight * mean + hits) hits += 1;
  }
  return hits;
};
