import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';

export async function AnalystHome() {
  return (
    <PageHeader
      title="Data and definitions"
      lead="Send files as their publishers made them, or your own in Stead’s exchange format; definitions, sources and releases are open to everybody."
      actions={
        <>
          <LinkButton href="/data/import" variant="primary">
            Import a file
          </LinkButton>
          <LinkButton href="/data">Indicators and definitions</LinkButton>
          <LinkButton href="/data/releases">Releases</LinkButton>
          <LinkButton href="/evidence">Evidence register</LinkButton>
        </>
      }
    />
  );
}
