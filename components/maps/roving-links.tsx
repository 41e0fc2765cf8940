'use client';

import { type ReactNode, useEffect, useRef } from 'react';

const STEPS = new Map([
  ['ArrowRight', 1],
  ['ArrowDown', 1],
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
]);

/** Links that are one stop of Tab together: arrow keys, Home and End move among them. Without script each is a stop. */
export function RovingLinks({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  // After every drawing: new figures may come with new links.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const links = [...element.querySelectorAll<SVGAElement>('a')];
    const stopAt = (stop: number) => {
      for (const [at, link] of links.entries()) link.setAttribute('tabindex', at === stop ? '0' : '-1');
    };
    const move = (event: KeyboardEvent) => {
      const now = links.findIndex((link) => link.matches(':focus'));
      if (now < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      const step = STEPS.get(event.key);
      const last = links.length - 1;
      const next =
        event.key === 'Home' ? 0 : event.key === 'End' ? last : Math.min(Math.max(now + (step ?? 0), 0), last);
      if (step === undefined && event.key !== 'Home' && event.key !== 'End') return;
      event.preventDefault();
      stopAt(next);
      links[next]?.focus();
    };
    stopAt(0);
    element.addEventListener('keydown', move);
    return () => element.removeEventListener('keydown', move);
  });
  return <div ref={box}>{children}</div>;
}
