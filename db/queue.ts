import pg from 'pg';

export const QUEUE_SCHEMA = 'graphile_worker';
const ROLE = 'stead_worker';
/** Two processes that prepare at once would both change the same row of the server's catalogue. */
const PREPARING = 'stead queue is prepared';

/** The server's address for connections that act as the role that owns the queue and reads none of Stead's figures. */
export function queueUrl(url: string): string {
  const address = new URL(url);
  const given = address.searchParams.get('options');
  address.searchParams.set('options', `${given ? `${given} ` : ''}-c role=${ROLE}`);
  return address.toString();
}

/** Makes or migrates the queue's schema, which the worker's role owns: only meanwhile may that role create one. */
export async function prepareQueue(url: string): Promise<void> {
  const { runMigrations } = await import('graphile-worker');
  const owner = new pg.Client({ connectionString: url, application_name: 'stead-queue' });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock(hashtextextended($1, 0))', [PREPARING]);
    const { rows } = await owner.query(
      'select quote_ident(current_database()) as name, to_regnamespace($1) is null as is_missing',
      [QUEUE_SCHEMA],
    );
    const { name, is_missing: isMissing } = rows[0];
    if (isMissing) await owner.query(`grant create on database ${name} to ${ROLE}`);
    try {
      await runMigrations({ connectionString: queueUrl(url), schema: QUEUE_SCHEMA });
    } finally {
      await owner.query(`revoke create on database ${name} from ${ROLE}`);
    }
  } finally {
    // Its lock goes with it.
    await owner.end();
  }
}
