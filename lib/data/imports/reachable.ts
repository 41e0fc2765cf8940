import { env } from '@/lib/env';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

const isElsewhere = (address: string): boolean => !URL.canParse(address) || !LOOPBACK.test(new URL(address).hostname);

type Addresses = Pick<typeof env, 'AUTH_URL' | 'NEXTAUTH_URL'>;

/** Whether the configuration gives an address by which others reach this server: files about single people stay off it. */
export const isForOthers = ({ AUTH_URL, NEXTAUTH_URL }: Addresses = env): boolean =>
  [AUTH_URL, NEXTAUTH_URL].some((address) => address !== undefined && isElsewhere(address));

const ABOUT_PEOPLE = 'This file is about single people. Until sign-in has a second factor it is read only';

/** Why a file about single people is refused, and where it can be read: the command line of a server for others refuses it too. */
export const restrictedRefusal = (isOpen = isForOthers()): string =>
  isOpen
    ? `${ABOUT_PEOPLE} where nobody else reaches the server. AUTH_URL or NEXTAUTH_URL gives this one an address for others, so its pages and its command line refuse it alike. Import it in an installation of its own that answers on localhost alone, with neither of the two set.`
    : `${ABOUT_PEOPLE} where it comes from the machine that the server runs on. This request came from another machine, through a proxy or from a page of another site. On that machine, open Stead at http://localhost with its port, or import the file on the command line.`;
