import { problem } from '@/app/_adapters/api';

/** Whatever no route of the API answers: a problem document, not a page. */
const notFound = (): Response => problem(404, 'Not found', 'There is no such address in the API.');

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
