/** Starting worker threads, from the build and from the source alike. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts the worker `name` (`read-pack-worker`), a file beside the one that asks: the built one, or, when the source
 * runs as it is (tests, tools), the TypeScript one through tsx. Worker threads do not inherit a loader on Node 20,
 * hence the small bootstrap.
 *
 * @param beside the asking module's `import.meta.url`; in a build, workers lie beside the program.
 */
export function startWorker(name: string, beside: string, options: WorkerOptions): Worker {
  if (!beside.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, beside), options);
  const tsx = createRequire(import.meta.url).resolve('tsx/package.json');
  const loader = new URL('./dist/esm/api/index.mjs', pathToFileURL(tsx)).href;
  const entry = new URL(`./${name}.ts`, beside).href;
  const bootstrap = `import(${JSON.stringify(loader)}).then((api) => { api.register(); return import(${JSON.stringify(entry)}); })`;
  return new Worker(bootstrap, { ...options, eval: true });
}
