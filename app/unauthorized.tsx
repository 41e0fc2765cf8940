import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { HereSignIn } from './_frame/here-sign-in';

/** 401: the page asked for needs an account; signing in leads back to it. */
export default function Unauthorized() {
  return (
    <PageMain>
      <PageHeader
        title="Sign in to see this page"
        lead="This page needs an account. After signing in you come back to it."
      />
      <HereSignIn />
    </PageMain>
  );
}
