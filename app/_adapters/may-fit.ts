import { currentViewer } from '@/lib/data/viewer';
import { can } from '@/lib/domain/access/access';

/** Whether this reader may fit models of journeys, and so should be shown the way there. */
export async function mayFitModels(): Promise<boolean> {
  const viewer = await currentViewer();
  return viewer !== null && can(viewer, 'data:import');
}
