import type { ReactNode } from 'react';

/** The skip link's target; gutters 16, from 640 px on 24. */
export function PageMain({ children }: { children: ReactNode }) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto flex max-w-[1280px] flex-col gap-8 px-4 py-6 focus:outline-none sm:px-6"
    >
      {children}
    </main>
  );
}
