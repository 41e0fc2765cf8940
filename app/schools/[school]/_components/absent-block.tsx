import { EmptyState } from '@/components/ui/empty-state';
import type { ReachAbsence } from '@/lib/contracts/school-reach';

/** Where a block would stand: what is missing and why. */
export function AbsentBlock({ title, block }: { title: string; block: ReachAbsence }) {
  return (
    <EmptyState title={title}>
      <p>{block.words}</p>
    </EmptyState>
  );
}
