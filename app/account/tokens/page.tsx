import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { TOKEN_COLUMNS } from '@/components/tables/account-lists';
import { screenColumns } from '@/components/tables/list-column';
import { Button } from '@/components/ui/button';
import { DataTable, type TableColumn } from '@/components/ui/data-table';
import { LinkButton } from '@/components/ui/link-button';
import type { TokenEntry } from '@/lib/contracts/access-token';
import { tableFiles } from '@/lib/contracts/page-tables';
import { listAccessTokens, listGrantableScopes } from '@/lib/data/access-tokens';
import { TOKEN_SCOPE_WORDS } from '@/lib/format/words';
import { TokenForm } from './_components/token-form';
import { revokeTokenAction } from './actions';

export const metadata: Metadata = { title: 'Access tokens' };

function Revoke({ token: { id, name, state } }: { token: TokenEntry }) {
  if (state !== 'live') return '–';
  return (
    <form action={revokeTokenAction}>
      <input type="hidden" name="id" value={id} />
      <Button type="submit" variant="danger" aria-label={`Revoke: ${name}`}>
        Revoke
      </Button>
    </form>
  );
}

const COLUMNS: readonly TableColumn<TokenEntry>[] = [
  ...screenColumns(TOKEN_COLUMNS, {
    begins_with: ({ prefix }) => <span className="font-mono">{`${prefix}…`}</span>,
  }),
  { key: 'revoke', header: <span className="sr-only">End it</span>, cell: (token) => <Revoke token={token} /> },
];

export default async function TokensPage() {
  const [tokens, scopes] = await forPage(() => Promise.all([listAccessTokens(), listGrantableScopes()]));
  return (
    <PageMain>
      <PageHeader
        title="Access tokens"
        lead="For programs that read Stead for you. A token can do no more than you can, and it only reads."
        actions={<LinkButton href="/help/api">How to use the API</LinkButton>}
      />
      <DataTable
        caption="Your tokens"
        columns={COLUMNS}
        rows={tokens}
        rowKey={({ id }) => id}
        empty="You have made no token yet."
        download={{ what: 'this list', files: tableFiles('tokens', {}) }}
      />
      <p className="text-sm text-muted">Use is noted at most once an hour.</p>
      <section aria-labelledby="new" className="flex flex-col gap-4">
        <h2 id="new" className="text-xl">
          Make a token
        </h2>
        <TokenForm scopes={scopes.map((value) => ({ value, label: TOKEN_SCOPE_WORDS[value] }))} />
      </section>
    </PageMain>
  );
}
