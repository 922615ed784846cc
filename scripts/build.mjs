// `npm run build`: the server and the command line with esbuild, the pages with vite. Everything is built into a
// temporary folder and moved into dist/ only when all of it is there: a failed or interrupted build changes nothing.
import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build as bundle } from 'esbuild';
import { build as buildPages } from 'vite';
import { holdingLock } from './lock.mjs';
import { buildInputs, buildStamp, dist, root, seconds, writeWhole } from './prepare.mjs';

/** Programs that Node runs. Each gets its own folder, with the code that it loads lazily and its workers beside it. */
const programs = ['server', 'cli'];

/** Worker threads are files of their own: each `*-worker.ts` is built beside the program that starts it. */
function workers() {
  return fs
    .readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('-worker.ts') && !name.startsWith('src/web/'));
}

async function buildProgram(/** @type {string} */ name, /** @type {string} */ outdir) {
  const entries = [`src/${name}/main.ts`, ...workers()];
  await bundle({
    absWorkingDir: root,
    entryPoints: entries.map((path) => ({ in: path, out: basename(path, '.ts') })),
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    packages: 'external',
    sourcemap: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/** Every file under a folder, by its path from there. */
function filesUnder(/** @type {string} */ folder) {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(join(folder, name)).isFile());
}

/**
 * A server that is running while a new build arrives goes on asking for the old build's hashed files (code loaded
 * lazily, pages' assets). They are kept for one build; those kept last time go.
 *
 * @returns {string[]} the files kept, by their path from dist/
 */
function keepPrevious(/** @type {string} */ next, /** @type {string[]} */ alreadyKept) {
  const kept = [];
  for (const part of [...programs, 'web'].filter((name) => fs.existsSync(join(dist, name)))) {
    for (const name of filesUnder(join(dist, part))) {
      const path = join(part, name);
      const target = join(next, path);
      if (alreadyKept.includes(path) || fs.existsSync(target)) continue;
      fs.mkdirSync(dirname(target), { recursive: true });
      fs.copyFileSync(join(dist, path), target);
      kept.push(path);
    }
  }
  return kept;
}

async function build() {
  // Whoever calls (a test sets its own), what is built is for people: React's development code is twice the size.
  process.env['NODE_ENV'] = 'production';
  const started = performance.now();
  const next = join(dist, `.next-${process.pid}`);
  const old = join(dist, `.old-${process.pid}`);
  for (const name of fs.readdirSync(dist).filter((entry) => /^\.(next|old)-/.test(entry))) {
    fs.rmSync(join(dist, name), { recursive: true, force: true });
  }
  try {
    const inputs = buildInputs(undefined);
    await Promise.all([
      ...programs.map((name) => buildProgram(name, join(next, name))),
      buildPages({
        configFile: join(root, 'vite.config.ts'),
        logLevel: 'warn',
        build: { outDir: join(next, 'web'), emptyOutDir: true },
      }),
    ]);
    const keptList = join(dist, 'kept.json');
    const alreadyKept = fs.existsSync(keptList) ? JSON.parse(fs.readFileSync(keptList, 'utf8')) : [];
    const kept = keepPrevious(next, alreadyKept);
    // Without its stamp dist/ counts as not built: an interruption from here on leads to a new build, not to a mixture.
    fs.rmSync(buildStamp, { force: true });
    fs.mkdirSync(old);
    for (const part of [...programs, 'web']) {
      if (fs.existsSync(join(dist, part))) fs.renameSync(join(dist, part), join(old, part));
      fs.renameSync(join(next, part), join(dist, part));
    }
    writeWhole(keptList, JSON.stringify(kept));
    writeWhole(buildStamp, JSON.stringify(inputs));
  } finally {
    fs.rmSync(next, { recursive: true, force: true });
    fs.rmSync(old, { recursive: true, force: true });
  }
  console.log(`Built dist/ in ${seconds(started)}.`);
}

fs.mkdirSync(dist, { recursive: true });
if (process.argv.includes('--locked'))
  await build(); // scripts/prepare.mjs holds the lock for us
else await holdingLock(join(dist, '.lock'), () => console.log('Another build is running: waiting for it…'), build);
