import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { LinkButton } from '@/components/ui/link-button';

export default function NotFoundPage() {
  return (
    <PageMain>
      <PageHeader
        title="There is no such page"
        lead="The address may have a typing error, or the area may have another code. Regions, boards and authorities are listed under Regions."
      />
      <p>
        <LinkButton href="/regions">All regions</LinkButton>
      </p>
    </PageMain>
  );
}
