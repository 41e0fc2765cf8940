import type { Metadata } from 'next';
import { PageMain } from '@/components/shell/page-main';
import { requireViewer } from '@/lib/data/viewer';
import { primaryRole } from '@/lib/domain/access/access';
import { forPage } from './_adapters/page';
import { AdminHome } from './_home/admin-home';
import { AnalystHome } from './_home/analyst-home';
import { CommissionerHome } from './_home/commissioner-home';
import { ManagerHome } from './_home/manager-home';
import { NoRoleHome } from './_home/no-role-home';
import { SchoolHome } from './_home/school-home';

export const metadata: Metadata = { title: 'Home' };

const HOMES = {
  deanery: ManagerHome,
  school: SchoolHome,
  commissioner: CommissionerHome,
  analyst: AnalystHome,
  admin: AdminHome,
};

/** The role decides what comes first; a person with several roles reaches the rest through the sections. */
export default async function HomePage() {
  const viewer = await forPage(requireViewer);
  const role = primaryRole(viewer);
  const Home = role ? HOMES[role] : NoRoleHome;
  return <PageMain>{await Home()}</PageMain>;
}
