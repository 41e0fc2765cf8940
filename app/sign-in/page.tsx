import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { currentViewer } from '@/lib/data/viewer';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

const Query = z.object({ to: z.string().max(2_000).optional() });

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** With `to`: the page that was asked for needs an account; `proxy.ts` shows this in its place, as a 401. */
export default async function SignInPage({ searchParams }: PageProps) {
  if (await currentViewer()) redirect('/');
  const to = Query.safeParse(await searchParams).data?.to;
  return (
    <PageMain>
      <PageHeader
        title={to === undefined ? 'Sign in' : 'Sign in to see this page'}
        lead={
          to === undefined
            ? 'Stead shows where doctors in training are short, who comes, who stays and what a stable placement or a support package might change.'
            : 'This page needs an account. After signing in you come back to it.'
        }
      />
      <SignInForm next={to ?? '/'} />
    </PageMain>
  );
}
