import { startEmbedded } from '../../src/db/embedded.ts';

/** A process of its own with an embedded database, as the app is one: for tests that kill it. It stops cleanly on SIGTERM. */
const embedded = await startEmbedded({ dataDir: process.argv[2]!, log: { info: () => undefined } });
process.on('SIGTERM', () => void embedded.stop().then(() => process.exit(0)));
setInterval(() => undefined, 60_000);
console.log(embedded.ownerUrl);
