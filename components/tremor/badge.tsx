import type { ReactNode } from 'react';
import { Pill, type PillTone } from '@/components/ui/pill';

/**
 * Tremor's property name, our own part: the package's Badge is a client component whose 22 colour
 * scales would all have to be built, and its grey on grey fails 4.5:1 in the dark.
 */
export function Badge({ children, color = 'neutral' }: { children: ReactNode; color?: PillTone }) {
  return <Pill tone={color}>{children}</Pill>;
}
