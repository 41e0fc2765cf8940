import { describe, expect, it } from 'vitest';
import { ndjson } from '@/app/_adapters/stream';
import { linesOf } from './ndjson';

const FAILED = { said: 'failed' };

const read = async (response: Response): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of linesOf(response)) if (line !== '') lines.push(line);
  return lines;
};

describe('a stream of lines', () => {
  it('comes in as it was sent, and takes nothing more once it has ended', async () => {
    let late: (line: { said: string }) => void = () => {};
    const response = ndjson(async (send) => {
      late = send;
      send({ said: 'one' });
      send({ said: 'two' });
    }, FAILED);
    expect(await read(response)).toEqual(['{"said":"one"}', '{"said":"two"}']);
    expect(() => late({ said: 'late' })).not.toThrow();
  });

  it('takes nothing more, and says so to whoever works for it, once its reader has gone', async () => {
    let left = 0;
    let late: (line: { said: string }) => void = () => {};
    const response = ndjson(
      (send) => {
        late = send;
        return new Promise<void>(() => {});
      },
      FAILED,
      () => {
        left += 1;
      },
    );
    await response.body?.cancel();
    expect(left).toBe(1);
    expect(() => late({ said: 'late' })).not.toThrow();
  });

  it('ends with what is said of a failure', async () => {
    const response = ndjson(async () => Promise.reject(new Error('broken')), FAILED);
    expect(await read(response)).toEqual(['{"said":"failed"}']);
  });
});
