import type { ReactNode } from 'react';
import { AppLink } from './app-link';
import { type ButtonVariant, buttonClass } from './button';

type LinkButtonProps = { href: string; children: ReactNode; variant?: ButtonVariant; className?: string };

/** A link that looks like a button: goes somewhere, changes nothing. */
export function LinkButton({ href, children, variant = 'secondary', className }: LinkButtonProps) {
  return (
    <AppLink href={href} className={buttonClass(variant, className)}>
      {children}
    </AppLink>
  );
}
