import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';

export async function AnalystHome() {
  return (
    <PageHeader
      title="Data and definitions"
      lead="The published pack is loaded. Importing files is not part of this version; definitions, sources and releases are open to everybody."
      actions={
        <>
          <LinkButton href="/data" variant="primary">
            Indicators and definitions
          </LinkButton>
          <LinkButton href="/data/releases">Releases</LinkButton>
          <LinkButton href="/evidence">Evidence register</LinkButton>
        </>
      }
    />
  );
}
