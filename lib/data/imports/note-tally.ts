import type { ImportNote } from '@/lib/contracts/import';
import type { DatedArea } from '@/lib/domain/geography/area';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { type QualityCheck, type QualityFlag, worstFirst } from '@/lib/domain/quality/quality-flag';
import { ADVICE, CHECK_WORDS } from '@/lib/format/quality-words';
import { breakdownLabel } from '@/lib/format/words';

export type QualityNote = ImportNote & { readonly rule: `quality_${QualityCheck}` };

const EXAMPLES = 3;

const words = ({ where: { areaCode, breakdown }, detail }: QualityFlag, areas: ReadonlyMap<string, DatedArea>) => {
  const place = [areaCode === null ? '' : (areas.get(areaCode)?.name ?? areaCode), breakdownLabel(breakdown ?? 'all')];
  const text = place.filter((part) => part !== '').join(', ');
  return text === '' ? detail : `${text}: ${detail}`;
};

/** Counts the flags of an indicator, and keeps the first few of each kind and severity: there may be one for each figure. */
export function createNoteTally({ shortName }: Pick<Indicator, 'shortName'>, areas: ReadonlyMap<string, DatedArea>) {
  const counts = new Map<QualityCheck, number>();
  const kept = new Map<string, QualityFlag[]>();
  return {
    add: (flags: readonly QualityFlag[]): void => {
      for (const flag of flags) {
        counts.set(flag.check, (counts.get(flag.check) ?? 0) + 1);
        const kind = `${flag.check} ${flag.severity}`;
        const known = kept.get(kind);
        if (!known) kept.set(kind, [flag]);
        else if (known.length < EXAMPLES) known.push(flag);
      }
    },
    /** One note for each kind of flag: the first few in words, and what to do. */
    notes: (): QualityNote[] => {
      const worst = worstFirst([...kept.values()].flat());
      return [...new Set(worst.map(({ check }) => check))].map((check) => {
        const count = counts.get(check) ?? 0;
        const examples = worst.filter((flag) => flag.check === check).slice(0, EXAMPLES);
        const more = count > EXAMPLES ? ` And ${count - EXAMPLES} more.` : '';
        return {
          rule: `quality_${check}`,
          detail: `${shortName}, ${CHECK_WORDS[check]}`,
          count,
          at: [],
          message: `${examples.map((flag) => words(flag, areas)).join(' ')}${more} ${ADVICE[check]}`,
        };
      });
    },
  };
}
