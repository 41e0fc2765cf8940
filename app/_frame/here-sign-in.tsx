'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { SignInForm } from '@/app/sign-in/sign-in-form';

/** The sign-in form that leads back to the address it stands on. */
export function HereSignIn() {
  const query = useSearchParams().toString();
  return <SignInForm next={`${usePathname()}${query ? `?${query}` : ''}`} />;
}
