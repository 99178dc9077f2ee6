import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { migrationAdapter } from './migrate-adapter.ts';

/**
 * Prisma's own migration engine as WebAssembly, from npm. The native engine of its command line is downloaded at run time,
 * which a closed network forbids; without it `prisma migrate deploy` ends well and does nothing.
 */
export async function withEngine<Result>(url: string, work: (engine: bindings.SchemaEngine) => Promise<Result>): Promise<Result> {
  loadOnce();
  const adapter = migrationAdapter(url);
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(adapter.factory);
    const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
    return await work(engine).finally(() => {
      engine.free();
    });
  } finally {
    await adapter.close();
  }
}

type Imports = Record<string, (...args: unknown[]) => unknown>;

/** What is used of WebAssembly: its types come with a browser's, which this project does not load. */
const wasmApi = (globalThis as unknown as { WebAssembly: WasmApi }).WebAssembly;
interface WasmApi {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: Record<string, Imports>) => { exports: object };
}

let loaded = false;

/** The package's own entry file expects a bundler. */
function loadOnce(): void {
  if (loaded) return;
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const wasm = new wasmApi.Instance(new wasmApi.Module(readFileSync(file)), { './schema_engine_bg.js': imports() });
  bindings.__wbg_set_wasm(wasm.exports);
  (wasm.exports as { __wbindgen_start: () => void }).__wbindgen_start();
  loaded = true;
}

/** The engine never clears the 10 s timer it sets for its lock; left as it is, a process that is done would wait for it. */
function imports(): Imports {
  const given = { ...bindings } as unknown as Imports;
  const timers = Object.keys(given).filter((name) => name.startsWith('__wbg_setTimeout_'));
  for (const name of timers) {
    const set = given[name];
    given[name] = (...args) => (set?.(...args) as NodeJS.Timeout).unref();
  }
  return given;
}
