'use client';

import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { Button } from '@/components/ui/button';

type ErrorProps = { error: { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorProps) {
  return (
    <PageMain>
      <PageHeader
        title="Something went wrong on our side"
        lead={`Nothing you typed elsewhere is lost. Try again; if it happens again, report it with the reference ${error.digest ?? 'none'}.`}
      />
      <p>
        <Button onClick={reset}>Try again</Button>
      </p>
    </PageMain>
  );
}
