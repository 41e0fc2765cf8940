import Link from 'next/link';
import type { AriaAttributes, ReactNode } from 'react';
import { hrefParts, isAppPage } from './href';

type AppLinkProps = {
  href: string;
  children: ReactNode;
  className?: string | undefined;
  'aria-label'?: string | undefined;
  'aria-current'?: AriaAttributes['aria-current'] | undefined;
  /** Keep the scroll position: for sorting and tabs. */
  keepScroll?: boolean;
};

export function AppLink({ href, children, keepScroll = false, ...rest }: AppLinkProps) {
  if (!isAppPage(href)) {
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    );
  }
  return (
    <Link href={hrefParts(href)} prefetch={false} scroll={!keepScroll} {...rest}>
      {children}
    </Link>
  );
}
