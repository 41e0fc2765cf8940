import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { layOutBubbles } from './bubble-layout';

/** Every authority of England that has a place, with sizes that differ as theirs do. */
const authorities = readFileSync(path.join(process.cwd(), 'db/seeds/published/areas.csv'), 'utf8')
  .split('\n')
  .map((line) => line.match(/^([^,]+),(?:"[^"]*"|[^,]*),local_authority,england,[^,]*,,([\d.-]+),([\d.-]+),/))
  .flatMap((found, at) =>
    found
      ? [
          {
            code: found[1] ?? '',
            latitude: Number(found[2]),
            longitude: Number(found[3]),
            size: 1_000 + 90 * (at % 60),
          },
        ]
      : [],
  );

const BOX = { width: 300, height: 410, smallest: 3.5, largest: 9 };

describe('bubbles for every authority of England', () => {
  const bubbles = layOutBubbles(authorities, BOX);

  it('are as many as there are authorities, inside the drawing', () => {
    expect(authorities.length).toBeGreaterThan(290);
    expect(bubbles).toHaveLength(authorities.length);
    const outside = bubbles.filter(
      ({ x, y, radius }) => x < radius || y < radius || x > BOX.width - radius || y > BOX.height - radius,
    );
    expect(outside).toEqual([]);
  });

  it('stand apart, London’s too: none covers another by more than a pixel', () => {
    const covering = bubbles.flatMap((one, at) =>
      bubbles
        .slice(at + 1)
        .filter((other) => Math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius - 1)
        .map((other) => `${one.code} ${other.code}`),
    );
    expect(covering).toEqual([]);
  });

  it('are the same each time, whatever the order', () => {
    expect(layOutBubbles(authorities.toReversed(), BOX)).toEqual(bubbles);
  });
});
