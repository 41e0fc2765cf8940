import { z } from 'zod';
import type { DatedArea } from './area';

/**
 * `shipped` with the published pack; `proposed` because a file gives the code and the name of an area that had no official code;
 * `confirmed` or `rejected` by a person. All but the last are in use.
 */
export const AliasStatus = z.enum(['shipped', 'proposed', 'confirmed', 'rejected']);
export type AliasStatus = z.infer<typeof AliasStatus>;

/** A code that files use for an area beside the list's own. */
export const AreaAlias = z.object({
  code: z.string(),
  areaCode: z.string(),
  /** First day of the code, where known. */
  validFrom: z.iso.date().nullable(),
  /** What says so. */
  source: z.string(),
  status: AliasStatus,
});
export type AreaAlias = z.infer<typeof AreaAlias>;

export const isInUse = ({ status }: Pick<AreaAlias, 'status'>): boolean => status !== 'rejected';

/** The area of each code in use that isn't the list's own. */
export const aliasMap = (aliases: readonly AreaAlias[]): ReadonlyMap<string, string> =>
  new Map(aliases.filter(isInUse).map(({ code, areaCode }) => [code, areaCode]));

/** "NHS Norfolk and Suffolk Integrated Care Board" and "Norfolk & Suffolk" are one name. */
export const plainBoardName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^nhs /, '')
    .replace(/ (?:integrated care board|icb)$/, '');

/** Codes of this project's own, until the official one is known. */
const PROVISIONAL = /^ICB-/;
const OFFICIAL = /^E54\d{6}$/;

export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

export interface AliasProposals {
  readonly proposed: readonly { readonly code: string; readonly areaCode: string }[];
  /** Codes whose name is that of a provisional board, and which are not read as it all the same, with the reason. */
  readonly ambiguous: readonly (NamedCode & { readonly reason: string })[];
}

interface Known {
  readonly areas: readonly Pick<DatedArea, 'code' | 'name' | 'type' | 'validFrom'>[];
  readonly aliases: readonly AreaAlias[];
  /** Of the file's codes, where its headers say it: a list from before a board began can't have its code. */
  readonly year: number | null;
}

const boardsByName = ({ areas, year }: Known): Map<string, string[]> => {
  const boards = new Map<string, string[]>();
  for (const { code, name, type, validFrom } of areas) {
    const isLater = year !== null && validFrom !== null && year < Number(validFrom.slice(0, 4));
    if (type !== 'icb' || !PROVISIONAL.test(code) || isLater) continue;
    const plain = plainBoardName(name);
    boards.set(plain, [...(boards.get(plain) ?? []), code]);
  }
  return boards;
};

/**
 * The provisional boards that the codes of a file are of, by their names: only where one code, one name and one board belong to each
 * other. What was decided of a code before stands.
 */
export function proposeAliases(named: readonly NamedCode[], known: Known): AliasProposals {
  const decided = new Set([...known.areas, ...known.aliases].map(({ code }) => code));
  const taken = new Map([...aliasMap(known.aliases)].map(([code, areaCode]) => [areaCode, code]));
  const boards = boardsByName(known);
  const open = named.filter(({ code }) => OFFICIAL.test(code) && !decided.has(code));
  const proposed: { code: string; areaCode: string }[] = [];
  const ambiguous: (NamedCode & { reason: string })[] = [];
  for (const { code, name } of new Map(open.map((one) => [`${one.code} ${plainBoardName(one.name)}`, one])).values()) {
    const plain = plainBoardName(name);
    const [areaCode, ...others] = boards.get(plain) ?? [];
    if (areaCode === undefined) continue;
    const names = new Set(open.filter((one) => one.code === code).map((one) => plainBoardName(one.name)));
    const codes = new Set(open.filter((one) => plainBoardName(one.name) === plain).map((one) => one.code));
    const other = taken.get(areaCode);
    const reason =
      others.length > 0
        ? 'several boards have this name'
        : names.size > 1
          ? 'the file gives the code several names'
          : codes.size > 1
            ? 'the file gives the name several codes'
            : other !== undefined
              ? `${other} is read as this board already`
              : null;
    if (reason === null) proposed.push({ code, areaCode });
    else ambiguous.push({ code, name, reason });
  }
  return { proposed, ambiguous };
}
