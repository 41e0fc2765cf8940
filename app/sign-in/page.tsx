import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { currentViewer } from '@/lib/data/viewer';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage() {
  if (await currentViewer()) redirect('/');
  return (
    <PageMain>
      <PageHeader
        title="Sign in"
        lead="Stead shows where doctors in training are short, who comes, who stays and what a stable placement or a support package might change."
      />
      <SignInForm next="/" />
    </PageMain>
  );
}
