import { describe, expect, it } from 'vitest';
import { absentCell } from '@/components/charts/chart-cell';
import type { JobPanel } from '@/lib/contracts/job-representation';
import { measured, SUPPRESSED } from '@/lib/domain/measure/measure';
import { equalityAlternative, equalityTable, equalityTitle, overviewTable, rowsOfGroup } from './equality-rows';

const figure = (value: number, half: number) =>
  measured(value, { lower: value - half, upper: value + half, level: 0.95, method: 'test' });

type Told = readonly [name: string, ratio: number, reading: 'under' | 'over' | 'not_told_apart'];

const panelOf = (jobs: readonly Told[]): JobPanel => ({
  characteristic: 'sex',
  base: 'everybody who reached specialty training',
  baseSource: 'A cohort (a publisher), entrants of 2006 to 2020, release r1',
  groups: [{ group: 'F', words: 'Women', short: 'Women' }],
  jobs: [
    ...jobs.map(([name, ratio, reading]) => ({
      code: name,
      name,
      unknown: measured(0.02),
      groups: [
        {
          group: 'F',
          share: figure(0.5 * ratio, 0.01),
          baseShare: 0.5,
          ratio: figure(ratio, 0.02),
          reading,
          sentence: name,
        },
      ],
    })),
    {
      code: 'hidden',
      name: 'Small specialty',
      unknown: SUPPRESSED,
      groups: [
        { group: 'F', share: SUPPRESSED, baseShare: 0.5, ratio: SUPPRESSED, reading: null, sentence: 'withheld' },
      ],
    },
  ],
});

const panel = panelOf([
  ['Surgery', 0.6, 'under'],
  ['Medicine', 1.01, 'not_told_apart'],
  ['Paediatrics', 1.4, 'over'],
]);
const rows = rowsOfGroup(panel, 'F');

describe('who does which job, as rows', () => {
  it('states what was found against the named base, and no cause', () => {
    const said = [equalityTitle('Women', rows), equalityAlternative('Women', panel.base, rows)];
    expect(said).toEqual([
      'Women are under-represented in surgery, over-represented in paediatrics',
      'Women against everybody who reached specialty training. Their share is lowest in surgery (0.60 times that of the base) and highest in paediatrics (1.40 times that of the base).',
    ]);
    expect(said.join(' ')).not.toMatch(/because|due to|caus|leads? to|effect/i);
  });

  it('says so where nothing differs, or nothing can be told', () => {
    expect(equalityTitle('Women', rowsOfGroup(panelOf([['Surgery', 1, 'not_told_apart']]), 'F'))).toBe(
      'Women: no job is told apart from proportion',
    );
    expect(equalityTitle('Women', rowsOfGroup(panelOf([]), 'F'))).toBe('Women: nothing can be told of any job');
  });

  it('has everything drawn in its table, with what is withheld and what is unknown in words', () => {
    const { columns, rows: table } = equalityTable(rows);
    expect(table.every((row) => row.length === columns.length)).toBe(true);
    expect(table.at(0)?.at(3)).toEqual({ value: 0.6, text: '0.60', limits: { lower: 0.58, upper: 0.62 } });
    expect(table.at(-1)).toEqual([
      'Small specialty',
      absentCell('suppressed', 'withheld'),
      { value: 0.5, text: '50.0%' },
      absentCell('suppressed', 'withheld'),
      '',
      '',
      absentCell('suppressed', 'withheld'),
    ]);
    expect(overviewTable([panel]).rows.map((row) => row.at(1))).toEqual([
      { value: 0.6, text: '0.60 ▼', limits: { lower: 0.58, upper: 0.62 } },
      { value: 1.01, text: '1.01', limits: { lower: 0.99, upper: 1.03 } },
      { value: 1.4, text: '1.40 ▲', limits: { lower: 1.38, upper: 1.42 } },
      absentCell('suppressed', 'withheld'),
    ]);
  });
});
