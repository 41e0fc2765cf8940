'use client';

import { usePathname } from 'next/navigation';
import { AppLink } from '@/components/ui/app-link';
import { classNames } from '@/components/ui/class-names';

export type NavSection = { href: string; label: string };

const inSection = (pathname: string, href: string): boolean => {
  const [path] = href.split('?');
  return path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
};

/** The current section by bar and weight, not by colour alone. */
export function NavSections({ sections, stacked = false }: { sections: readonly NavSection[]; stacked?: boolean }) {
  const pathname = usePathname();
  return (
    <ul className={stacked ? 'flex flex-col' : 'flex flex-wrap gap-x-1'}>
      {sections.map(({ href, label }) => {
        const current = inSection(pathname, href);
        return (
          <li key={href}>
            <AppLink
              href={href}
              aria-current={current ? 'page' : undefined}
              className={classNames(
                'flex min-h-11 items-center px-3 text-sm',
                stacked ? 'border-l-4' : 'border-b-4 border-t-4 border-t-transparent',
                current
                  ? stacked
                    ? 'border-l-accent font-bold'
                    : 'border-b-accent font-bold'
                  : stacked
                    ? 'border-l-transparent hover:bg-sunken'
                    : 'border-b-transparent hover:border-b-control',
              )}
            >
              {label}
            </AppLink>
          </li>
        );
      })}
    </ul>
  );
}
