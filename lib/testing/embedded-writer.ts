// A process of its own: opens the embedded database given as its argument, adds notes one by one and
// prints each number once the write is acknowledged, until it is killed.
import { openEmbedded, withPublisher, withScope } from '@/db/client';
import { area, note } from '@/db/schema';
import { addUser } from './test-db';

/** The test kills this process long before; without the test it ends by itself. */
const MOST_NOTES = 10_000;
const REGION = 'TR-yorkshire-and-the-humber';

const [, , directory = ''] = process.argv;

const db = await openEmbedded(directory);
await db.migrate();
await withPublisher(db, (tx) =>
  tx.insert(area).values({ code: REGION, name: 'Yorkshire and the Humber', type: 'training_region', root: 'england' }),
);
const userId = await addUser(db, 'writer@example.test', [{ role: 'deanery', scope: REGION }]);
process.stdout.write(`user ${userId}\n`);
for (let number = 1; number <= MOST_NOTES; number += 1) {
  await withScope(db, userId, (tx) =>
    tx.insert(note).values({ areaCode: REGION, body: `note ${number}`, createdBy: userId }),
  );
  process.stdout.write(`note ${number}\n`);
}
