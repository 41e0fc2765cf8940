import { isPrintable } from '@/lib/contracts/school-card';
import type { SchoolReach } from '@/lib/contracts/school-reach';
import { schoolCardFile } from '@/lib/contracts/school-reach-query';

/** The page on two sheets of paper, as far as its reader may see it; nothing where there is nothing to print. */
export function CardLink({ reach }: { reach: SchoolReach }) {
  if (!isPrintable(reach)) return null;
  return (
    <p className="no-print">
      <a
        className="link inline-flex min-h-6 items-center"
        href={schoolCardFile(reach.school.code, reach.period ?? undefined)}
        download
      >
        Download the school card (PDF, two pages)
      </a>
    </p>
  );
}
