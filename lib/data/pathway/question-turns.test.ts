import { describe, expect, test } from 'vitest';
import { afterOwn } from './question-turns';

describe('questions of one person', () => {
  test('are answered one after another, also after one that failed; others don’t wait for them', async () => {
    const log: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const first = afterOwn('a', async () => {
      log.push('first begins');
      await held;
      throw new Error('no');
    });
    const second = afterOwn('a', async () => log.push('second'));
    await afterOwn('b', async () => log.push('other'));
    expect(log).toEqual(['first begins', 'other']);
    release();
    await expect(first).rejects.toThrow('no');
    await second;
    expect(log).toEqual(['first begins', 'other', 'second']);
  });
});
