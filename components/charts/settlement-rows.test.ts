import { describe, expect, it } from 'vitest';
import { viewOf } from './journey-view-fixture';
import { lineOfAnswer, nextSentence, settlementSentence, toSettlementEntry } from './settlement-rows';
import { toStackRows } from './stacked-shares';

const COLUMNS = ['stayer', 'returner', 'newcomer_studied', 'newcomer_arrived', 'unknown', 'not_reached', 'left'];
const lineFrom = (cells: Parameters<typeof viewOf>[0][string]) =>
  lineOfAnswer({ kind: 'table', view: viewOf({ A: cells }, COLUMNS) }, 'from');

describe('how those of a region came there', () => {
  it('adds up to the whole: stayers, returners and both kinds of newcomers', () => {
    const line = lineFrom([40, 10, 30, 20, 0, 0, 0]);
    const entry = line && toSettlementEntry(line, 'Foundation training');
    expect(entry?.parts.map(({ share }) => (share.kind === 'value' ? share.value : null))).toEqual([
      0.4, 0.1, 0.3, 0.2,
    ]);
    expect(entry && settlementSentence(entry, 'foundation training')).toBe(
      'Of those in foundation training here, 40% had home and school here, 10% came back to where home is, 30% had come here to study, 20% were new.',
    );
  });

  it('shows those who aren’t known as a part of the whole', () => {
    const line = lineFrom([40, 10, 30, 10, 10, 0, 0]);
    const entry = line && toSettlementEntry(line, 'Foundation training');
    expect(entry?.parts.at(-1)).toMatchObject({ label: 'Not known', people: 10, share: { value: 0.1 } });
  });

  it('gives no shares where one class is withheld: it may be the largest', () => {
    const line = lineFrom([40, 10, 'c', 20, 0, 0, 0]);
    const entry = line && toSettlementEntry(line, 'Foundation training');
    expect(entry?.parts.map(({ people, share }) => [people, share.kind])).toEqual([
      [40, 'suppressed'],
      [10, 'suppressed'],
      [null, 'suppressed'],
      [20, 'suppressed'],
    ]);
    expect(entry && settlementSentence(entry, 'foundation training')).toContain('withheld');
    expect(entry && toStackRows([entry])[0]).toMatchObject({ note: 'a count is withheld', segments: [] });
  });

  it('says so where the shares can’t be given', () => {
    const line = lineFrom([5, 'low', 0, 0, 0, 0, 0]);
    const entry = line && toSettlementEntry(line, 'Foundation training');
    expect(entry && settlementSentence(entry, 'foundation training')).toBe(
      'How those in foundation training here came can’t be given.',
    );
    expect(lineOfAnswer({ kind: 'not_permitted' }, 'from')).toBeNull();
  });
});

describe('where they go next', () => {
  it('is the share who stayed for the next stage; none where it isn’t known', () => {
    const line = lineOfAnswer({ kind: 'table', view: viewOf({ A: [45, 55] }, ['A', 'B']) }, 'from');
    expect(nextSentence(line, 'foundation training', 'went on to specialty training')).toBe(
      '45% of those in foundation training here went on to specialty training here too.',
    );
    expect(nextSentence(null, 'foundation training', 'went on to specialty training')).toBeNull();
  });
});
