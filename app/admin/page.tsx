import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { DemonstrationSection } from '@/app/admin/_components/demonstration-section';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { DataTable } from '@/components/ui/data-table';
import { type Account, type AuditLine, listAccounts, listAuditEvents } from '@/lib/data/accounts';
import { demonstrationState } from '@/lib/data/demonstration';
import { formatDateTime } from '@/lib/format/date';
import { ROLE_WORDS } from '@/lib/format/words';

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
        columns={[
          { key: 'name', header: 'Account', cell: ({ name, email }: Account) => `${name} (${email})` },
          { key: 'state', header: 'Can sign in', cell: ({ active }: Account) => (active ? 'yes' : 'no') },
          {
            key: 'grants',
            header: 'Roles and scopes',
            cell: ({ grants }: Account) => grants.map(({ role, scope }) => `${ROLE_WORDS[role]}: ${scope}`).join('; '),
          },
        ]}
        rows={accounts}
        rowKey={({ id }) => id}
      />
      <DemonstrationSection state={demonstration} />
      <DataTable
        caption="Audit log"
        columns={[
          { key: 'at', header: 'When', cell: ({ at }: AuditLine) => formatDateTime(at) },
          {
            key: 'who',
            header: 'Who',
            cell: ({ actor, actorKind }: AuditLine) => `${actor ?? 'unknown'} (${actorKind})`,
          },
          { key: 'action', header: 'What', cell: ({ action }: AuditLine) => action },
          { key: 'subject', header: 'On', cell: ({ subject }: AuditLine) => subject },
        ]}
        rows={events}
        rowKey={({ id }) => String(id)}
        empty="Nothing has been recorded yet."
      />
    </PageMain>
  );
}
