'use client';

import { type ReactNode, useRef } from 'react';

type AutoSubmitProps = { action: string; label: string; children: ReactNode; className?: string };

/**
 * A GET form that a choice made with the pointer sends at once. Choices by keyboard wait for the
 * button: arrow keys pass through options on the way to another.
 */
export function AutoSubmit({ action, label, children, className }: AutoSubmitProps) {
  const byPointer = useRef(false);
  return (
    <search aria-label={label}>
      <form
        action={action}
        method="get"
        className={className}
        onPointerDown={() => {
          byPointer.current = true;
        }}
        onKeyDown={() => {
          byPointer.current = false;
        }}
        onChange={(event) => {
          if (byPointer.current) event.currentTarget.requestSubmit();
        }}
      >
        {children}
      </form>
    </search>
  );
}
