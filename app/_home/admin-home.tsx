import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';

export async function AdminHome() {
  return (
    <PageHeader
      title="Accounts and audit"
      lead="Who may do what where, and what was done. Figures and scenarios are not part of this role, but published figures are open to everybody."
      actions={
        <LinkButton href="/admin" variant="primary">
          Accounts and audit log
        </LinkButton>
      }
    />
  );
}
