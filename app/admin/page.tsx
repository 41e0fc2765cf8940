import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { DemonstrationSection } from '@/app/admin/_components/demonstration-section';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { ACCOUNT_COLUMNS, AUDIT_COLUMNS } from '@/components/tables/account-lists';
import { screenColumns } from '@/components/tables/list-column';
import { DataTable } from '@/components/ui/data-table';
import { tableFiles } from '@/lib/contracts/page-tables';
import { listAccounts, listAuditEvents } from '@/lib/data/accounts';
import { demonstrationState } from '@/lib/data/demonstration';

export const metadata: Metadata = { title: 'Accounts and audit' };

export default async function AdminPage() {
  const [accounts, events, demonstration] = await forPage(() =>
    Promise.all([listAccounts(), listAuditEvents(), demonstrationState()]),
  );
  return (
    <PageMain>
      <PageHeader title="Accounts and audit" lead="Who may do what where, and the newest 200 things that were done." />
      <DataTable
        caption="Accounts"
        columns={screenColumns(ACCOUNT_COLUMNS)}
        rows={accounts}
        rowKey={({ id }) => id}
        download={{ what: 'all accounts', files: tableFiles('accounts', {}) }}
      />
      <DemonstrationSection state={demonstration} />
      <DataTable
        caption="Audit log"
        columns={screenColumns(AUDIT_COLUMNS)}
        rows={events}
        rowKey={({ id }) => String(id)}
        empty="Nothing has been recorded yet."
        download={{ what: 'these entries', files: tableFiles('audit', {}) }}
      />
    </PageMain>
  );
}
