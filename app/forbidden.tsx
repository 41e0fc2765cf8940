import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { LinkButton } from '@/components/ui/link-button';

/** 403: the same for what isn't yours and what doesn't exist, so that ids can't be tried out. */
export default function Forbidden() {
  return (
    <PageMain>
      <PageHeader
        title="Not within your role and scope"
        lead="Scenarios, notes and briefings belong to the region or person they were made for. An administrator can give you a role in another region; its author can send you a briefing."
      />
      <p>
        <LinkButton href="/">Back to your home page</LinkButton>
      </p>
    </PageMain>
  );
}
