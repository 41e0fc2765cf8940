import type { ReactNode } from 'react';
import type { Root } from '@/lib/domain/geography/area';
import { DemonstrationBand } from './demonstration-band';

/** `root`: the country that the page is about; the fictional one is marked. */
type PageMainProps = { root?: Root | undefined; children: ReactNode };

/** The skip link's target; gutters 16, from 640 px on 24. */
export function PageMain({ root = 'england', children }: PageMainProps) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto flex max-w-[1280px] flex-col gap-8 px-4 py-6 focus:outline-none sm:px-6"
    >
      {root === 'demonstration' ? <DemonstrationBand /> : null}
      {children}
    </main>
  );
}
