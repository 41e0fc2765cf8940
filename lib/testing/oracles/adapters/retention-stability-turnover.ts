import { z } from 'zod';
import { staffTurnover, type Turnover } from '@/lib/domain/statistics/staff-turnover';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';

const posts = z.record(z.string(), z.string());
const Input = z.object({ start: posts, end: posts, org_to_icb: posts });

const percentOf = (share: number | null): number | null => (share === null ? null : share * 100);

const toAnswer = (units: readonly Turnover[]) =>
  Object.fromEntries(
    units.map((turnover) => [
      turnover.unit,
      {
        start: turnover.headcountStart,
        end: turnover.headcountEnd,
        leavers: turnover.leavers,
        joiners: turnover.joiners,
        stability_index_pct: percentOf(turnover.stabilityIndex),
        leaver_rate_pct: percentOf(turnover.leaverRate),
        joiner_rate_pct: percentOf(turnover.joinerRate),
      },
    ]),
  );

export const retentionStabilityTurnover: Adapter = (raw) => {
  const { start, end, org_to_icb } = Input.parse(raw);
  const at = (unitOf: (org: string) => string) => {
    const level = (people: Record<string, string>) =>
      new Map(Object.entries(people).map(([person, org]) => [person, unitOf(org)]));
    return toAnswer(staffTurnover(level(start), level(end)));
  };
  return { org: at((org) => org), icb: at((org) => org_to_icb[org] ?? org), england: at(() => 'England') };
};
