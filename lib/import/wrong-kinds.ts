import type { AreaType } from '@/lib/domain/geography/area';
import { AREA_TYPE_WORDS, AREA_TYPES_WORDS, listInWords } from '@/lib/format/words';
import { type DatasetId, findTableDataset } from './dataset-list';
import type { HeaderMatch } from './header-match';
import type { ImportReport } from './import-report';
import type { NamedPlaces } from './named-places';
import type { SourceRow } from './row-source';

/** A code of the list of areas in a column that takes areas of other kinds. */
export interface WrongKind {
  readonly header: string;
  readonly code: string;
  readonly type: AreaType;
}

/** Codes that are of an area of another kind than their column takes; of codes in no list nothing is said. */
export const wrongKindsIn = (
  dataset: DatasetId,
  places: readonly NamedPlaces[],
  typeOf: ReadonlyMap<string, AreaType>,
): WrongKind[] => {
  const columns = findTableDataset(dataset)?.columns ?? [];
  const taken = new Map(columns.map(({ header, place }) => [header, place]));
  return places.flatMap(({ header, codes }) =>
    codes.flatMap((code) => {
      const type = typeOf.get(code);
      const place = taken.get(header);
      const isTaken = type === undefined || !place || place.types.includes(type) || place.isKnown(code);
      return isTaken ? [] : [{ header, code, type }];
    }),
  );
};

export const withArticle = (words: string): string => `${/^(?:[aeiou]|NHS)/.test(words) ? 'an' : 'a'} ${words}`;

/** "E54000008 is an integrated care board; home_lad takes local authorities." */
export const wrongKindMessage = ({ header, code, type }: WrongKind, takes: readonly AreaType[]): string => {
  const kinds = [...new Set(takes.map((one) => AREA_TYPES_WORDS[one]))];
  return `${code} is ${withArticle(AREA_TYPE_WORDS[type])}; ${header} takes ${listInWords(kinds)}.`;
};

interface WrongKinds {
  readonly match: HeaderMatch;
  readonly report: ImportReport;
  readonly wrong: readonly WrongKind[];
}

/** Reports every row that names an area of a kind that its column doesn't take. True where it did. */
export const refuseWrongKinds = ({ match, report, wrong }: WrongKinds): ((row: SourceRow) => boolean) => {
  const places = [...match.positions].flatMap(([{ header, place }, index]) => {
    const messages = new Map(
      wrong.flatMap((one) => (place && one.header === header ? [[one.code, wrongKindMessage(one, place.types)]] : [])),
    );
    return messages.size === 0 ? [] : [{ header, index, messages }];
  });
  return ({ row, cells }) => {
    let isRefused = false;
    for (const { header, index, messages } of places) {
      const value = (cells[index] ?? '').trim();
      const message = messages.get(value);
      if (message === undefined) continue;
      report.error({ row, column: header, value, rule: 'wrong_kind_of_area', message });
      isRefused = true;
    }
    return isRefused;
  };
};
