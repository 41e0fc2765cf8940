import { expect, test } from 'vitest';
import { type AreaAlias, aliasMap, plainBoardName, proposeAliases } from './area-alias';

const board = (code: string, name: string, validFrom = '2026-04-01') => ({
  code,
  name,
  type: 'icb' as const,
  validFrom,
});
const BOARDS = [
  board('ICB-essex', 'Essex'),
  board('ICB-norfolk-and-suffolk', 'Norfolk and Suffolk'),
  board('E54000042', 'Hampshire and Isle of Wight', '2024-04-01'),
  board('ICB-hampshire', 'Hampshire and Isle of Wight'),
];
const known = (aliases: readonly AreaAlias[] = [], year: number | null = 2026) => ({ areas: BOARDS, aliases, year });
const alias = (code: string, areaCode: string, status: AreaAlias['status']): AreaAlias => ({
  code,
  areaCode,
  status,
  validFrom: null,
  source: 'Test',
});

test('the official wording of a board and the short one are one name', () => {
  expect(plainBoardName('NHS Norfolk & Suffolk Integrated Care Board')).toBe(plainBoardName('Norfolk and Suffolk'));
  expect(plainBoardName('NHS Bedfordshire, Luton and Milton Keynes ICB')).toBe('bedfordshire luton and milton keynes');
});

test('a new code is read as the provisional board of exactly its name, and never as one with a code of its own', () => {
  const named = [
    { code: 'E54000065', name: 'NHS Essex Integrated Care Board' },
    { code: 'E54000066', name: 'NHS Hampshire and Isle of Wight Integrated Care Board' },
    { code: 'E54000067', name: 'NHS Mid Essex Integrated Care Board' },
  ];
  expect(proposeAliases(named, known())).toEqual({
    proposed: [
      { code: 'E54000065', areaCode: 'ICB-essex' },
      { code: 'E54000066', areaCode: 'ICB-hampshire' },
    ],
    ambiguous: [],
  });
});

test('one name for two codes, or two names for one code, is read as nothing', () => {
  const twice = [
    { code: 'E54000065', name: 'Essex' },
    { code: 'E54000066', name: 'NHS Essex ICB' },
    { code: 'E54000067', name: 'Norfolk and Suffolk' },
    { code: 'E54000067', name: 'Suffolk' },
  ];
  const { proposed, ambiguous } = proposeAliases(twice, known());
  expect(proposed).toEqual([]);
  expect(ambiguous.map(({ code }) => code)).toEqual(['E54000065', 'E54000066', 'E54000067']);
});

test('a list from before a board began gives it no code; where nothing is said of the year it may', () => {
  const named = [{ code: 'E54000065', name: 'Essex' }];
  expect(proposeAliases(named, known([], 2025)).proposed).toEqual([]);
  expect(proposeAliases(named, known([], null)).proposed).toHaveLength(1);
});

test('what was decided stands: a rejected code is not proposed again, a board with a code gets no second one', () => {
  const named = [{ code: 'E54000065', name: 'Essex' }];
  expect(proposeAliases(named, known([alias('E54000065', 'ICB-essex', 'rejected')]))).toEqual({
    proposed: [],
    ambiguous: [],
  });
  const second = proposeAliases(named, known([alias('E54000099', 'ICB-essex', 'confirmed')]));
  expect(second.proposed).toEqual([]);
  expect(second.ambiguous[0]?.reason).toContain('E54000099');
  expect([...aliasMap([alias('E54000065', 'ICB-essex', 'rejected')])]).toEqual([]);
});
