import { expect, it } from 'vitest';
import { caveatText } from './caveat';

it('says beside invented figures that a caveat is about England’s', () => {
  const indicator = { caveat: 'A group may rest on few practices.' };
  expect(caveatText(indicator, 'published')).toBe(indicator.caveat);
  expect(caveatText(indicator, 'demonstration')).toBe(
    'Written for England’s figures: A group may rest on few practices.',
  );
  expect(caveatText({ caveat: '' }, 'demonstration')).toBe('');
});
