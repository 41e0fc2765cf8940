import { describe, expect, it } from 'vitest';
import { measured, SUPPRESSED } from '@/lib/domain/measure/measure';
import { absentCell } from './chart-cell';
import { stackTable, toStackRows } from './stacked-shares';

const interval = { lower: 0.55, upper: 0.65, level: 0.95, method: 'Wilson' };
const entries = [
  {
    key: 'all',
    label: 'Everybody',
    people: 100,
    parts: [
      { label: 'near', people: 60, share: measured(0.6, interval) },
      { label: 'middle', people: 5, share: measured(0.05) },
      { label: 'far', people: 35, share: measured(0.35) },
    ],
  },
  { key: 'few', label: 'Few', people: 10, parts: [{ label: 'near', people: null, share: SUPPRESSED }] },
];

describe('bars of 100%', () => {
  it('stand one after another and write a share only where it fits', () => {
    const [all] = toStackRows(entries);
    expect(all?.segments.map(({ from, width, text }) => [Math.round(from), Math.round(width), text])).toEqual([
      [0, 60, '60%'],
      [60, 5, ''],
      [65, 35, '35%'],
    ]);
  });

  it('have no bar, and say so, where no share can be given', () => {
    expect(toStackRows(entries)[1]).toEqual({ key: 'few', label: 'Few', note: 'too few to give shares', segments: [] });
  });

  it('have people, shares and intervals in the twin, and words where there is no number', () => {
    const { rows } = stackTable(entries, 'Group');
    expect(rows[0]?.[3]).toEqual({
      value: 60,
      text: '60.0% (55.0 to 65.0)',
      limits: { lower: expect.closeTo(55), upper: expect.closeTo(65) },
    });
    expect(rows[1]?.slice(2)).toEqual([absentCell('suppressed', 'withheld'), absentCell('suppressed', 'Suppressed')]);
    const none = { key: 'none', label: 'None', people: null, parts: [] };
    const words = stackTable([none, { ...none, isWithheld: true }], 'Group').rows.map(([, people]) => people);
    expect(words).toEqual([absentCell('suppressed', 'too few to show'), absentCell('suppressed', 'withheld')]);
  });
});
