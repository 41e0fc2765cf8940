import pino from 'pino';
import { env } from '@/lib/env';

/** Structured log on standard error: standard output belongs to a command's result. */
export const log = pino({ level: env.LOG_LEVEL, base: null }, pino.destination(2));
