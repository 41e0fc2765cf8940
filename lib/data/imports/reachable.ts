import { env } from '@/lib/env';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

const isElsewhere = (address: string): boolean => !URL.canParse(address) || !LOOPBACK.test(new URL(address).hostname);

type Addresses = Pick<typeof env, 'AUTH_URL' | 'NEXTAUTH_URL'>;

/** Whether the configuration gives an address by which others reach this server: files about single people stay off it. */
export const isForOthers = ({ AUTH_URL, NEXTAUTH_URL }: Addresses = env): boolean =>
  [AUTH_URL, NEXTAUTH_URL].some((address) => address !== undefined && isElsewhere(address));
