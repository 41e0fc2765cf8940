import { PageHeader } from '@/components/shell/page-header';

export async function NoRoleHome() {
  return (
    <PageHeader
      title="Your account has no role yet"
      lead="An administrator can give you one: training manager, medical school staff, commissioner, analyst or administrator."
    />
  );
}
