/** The viewer may not do this. Adapters turn it into 401 or 403; an unknown scoped id is 403 too, so that ids can't be probed. */
export class AccessDenied extends Error {
  override name = 'AccessDenied';
  readonly reason: 'unauthenticated' | 'forbidden';
  constructor(reason: 'unauthenticated' | 'forbidden', message?: string) {
    super(message ?? (reason === 'unauthenticated' ? 'Sign in first.' : 'Not within your role and scope.'));
    this.reason = reason;
  }
}

/** Public reference data that doesn't exist, e.g. an unknown area: 404. */
export class NotFound extends Error {
  override name = 'NotFound';
}

/** It is loaded and isn't given, to protect people: the message says why. */
export class Withheld extends NotFound {
  override name = 'Withheld';
}

/** Why a request was not carried out, for the person who made it. */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
}

/** More than one answer can hold. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

/** Too many refusals just before: wait. */
export class TooManyAttempts extends Error {
  override name = 'TooManyAttempts';
  readonly waitMs: number;
  constructor(waitMs: number) {
    super('Too many refused attempts. Wait before the next.');
    this.waitMs = waitMs;
  }
}
