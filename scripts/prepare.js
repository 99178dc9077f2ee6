import { build } from './build.js';
import { generateClient } from './client.js';
import { install } from './install.js';

/** From a fresh clone to something that runs; does only what is missing. */
export async function prepare() {
  refuseOldNode();
  await install();
  await generateClient();
  await build();
}

/** The same without the build, for what runs from the TypeScript sources. */
export async function prepareSources() {
  refuseOldNode();
  await install();
  await generateClient();
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Throughline needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
}
