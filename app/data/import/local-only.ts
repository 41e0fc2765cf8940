import { isLoopback, PASSED_ON } from '@/app/_adapters/passed-on';

const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** What a proxy adds. Next itself writes `x-forwarded-for` with the address of the socket, and `x-forwarded-proto`. */
const isPassedOn = (headers: Headers): boolean =>
  [PASSED_ON, 'forwarded', 'x-real-ip', 'via'].some((name) => headers.has(name)) ||
  headers.get('x-forwarded-proto') === 'https' ||
  (headers.get('x-forwarded-for') ?? '::1').split(',').some((address) => !isLoopback(address.trim()));

/** A browser says where its page came from; a proxy that hides its name doesn't change that. */
const isFromElsewhere = (headers: Headers, host: string): boolean => {
  const origin = headers.get('origin');
  return origin !== null && origin !== `http://${host}`;
};

/**
 * Whether a request came to this machine's own address, not through a proxy. The server listens on localhost only; what
 * reaches it by another name was passed on from elsewhere.
 */
export const isLocalOnly = (headers: Headers): boolean => {
  const host = headers.get('host') ?? '';
  const name = host.replace(/:\d+$/, '');
  // Next sets x-forwarded-host itself, to the same host.
  const forwarded = headers.get('x-forwarded-host') ?? host;
  return OWN_NAMES.includes(name) && forwarded === host && !isPassedOn(headers) && !isFromElsewhere(headers, host);
};
