// Makes a fresh or changed folder ready to run: packages installed, programs built. Shared by `npm start`, `npm test`
// and `./pandect`, so it uses nothing but Node itself. When nothing has changed it only looks at file times.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { holdingLock } from './lock.mjs';

/** The folder that holds package.json. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What the build writes, and where it keeps a note of what it was made from. */
export const dist = join(root, 'dist');
export const buildStamp = join(dist, 'stamp.json');
const installStamp = join(root, 'node_modules', '.pandect-installed');

const oldestNode = [20, 19];

/** Ends the process with advice when Node is too old to run what follows. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor, needMinor] = oldestNode;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  console.error(
    `Pandect needs Node ${needMajor}.${needMinor} or newer, and this is Node ${process.versions.node}. ` +
      'Install a current Node (https://nodejs.org), then try again.',
  );
  process.exit(1);
}

/**
 * Runs a program and waits for it.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ show?: boolean }} [options] `show` lets its output through as it comes
 * @returns {Promise<{ code: number, output: string }>} `output` is what it printed, when it was not shown
 */
export function run(command, args, { show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && !command.endsWith('.exe'),
    });
    const endChild = () => child.kill();
    process.once('exit', endChild);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (output += bytes));
    child.on('error', (error) => resolve({ code: 127, output: `${command} could not be started: ${error.message}` }));
    child.on('close', (code, signal) => {
      process.off('exit', endChild);
      resolve({ code: code ?? 1, output: signal ? `${output}\n(ended by ${signal})` : output });
    });
  });
}

const sha256 = (/** @type {import('node:crypto').BinaryLike} */ bytes) =>
  createHash('sha256').update(bytes).digest('hex');

/** The text of a file, or undefined when there is none. */
function textOf(/** @type {string} */ path) {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** The parsed content of a JSON file that this program wrote, or undefined when it is missing or cut short. */
function jsonOf(/** @type {string} */ path) {
  const text = textOf(path);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // cut short by a crash: as good as missing
  }
}

/** Whether the packages that package-lock.json asks for are the ones in node_modules, whoever installed them. */
function installedAsLocked(/** @type {string} */ lock) {
  const installed = jsonOf(join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (installed === undefined) return false;
  return Object.entries(JSON.parse(lock).packages).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true;
    const found = installed[path];
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
}

/** Whether packages must be installed. Notes an installation that someone made with npm directly. */
function needsInstall() {
  const lock = fs.readFileSync(join(root, 'package-lock.json'), 'utf8');
  const wanted = sha256(lock);
  if (textOf(installStamp) === wanted) return undefined;
  if (installedAsLocked(lock)) {
    fs.writeFileSync(installStamp, wanted);
    return undefined;
  }
  return wanted;
}

async function install(/** @type {string} */ wanted, /** @type {(line: string) => void} */ say) {
  const fresh = !fs.existsSync(join(root, 'node_modules'));
  say(fresh ? 'Installing packages (once; about a minute)…' : 'Packages have changed: installing…');
  const started = performance.now();
  const npm = process.env['npm_execpath'];
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--no-progress',
    '--loglevel=error',
  ];
  const { code, output } =
    npm?.endsWith('.js') && fs.existsSync(npm) ? await run(process.execPath, [npm, ...args]) : await run('npm', args);
  if (code !== 0) {
    throw new Unprepared(
      `The packages could not be installed. npm said:\n\n${output.trim()}\n\nCheck the network connection, then try again.`,
    );
  }
  fs.writeFileSync(installStamp, wanted);
  say(`Packages installed in ${seconds(started)}.`);
}

/** Files outside src/ that decide what a build gives. */
const buildFiles = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'scripts/build.mjs'];

/**
 * What a build would be made from: each file with its size, times and content hash. Hashes are taken from `known` where
 * size and times are unchanged. A file changed within the clock's grain of being looked at is hashed again, so that two
 * quick saves of one size are not taken for one; times alone never say "unchanged" after a checkout, since they change.
 *
 * @param {{ at: number, files: Record<string, [number, number, number, string]> } | undefined} known
 */
export function buildInputs(known) {
  const at = Date.now();
  /** @type {Record<string, [number, number, number, string]>} */
  const files = {};
  const sources = fs
    .readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  for (const path of [...sources, ...buildFiles.map((name) => join(root, name))].sort()) {
    const stat = fs.statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) continue;
    const name = path.slice(root.length + 1).replaceAll('\\', '/');
    const before = known?.files[name];
    const same =
      before !== undefined &&
      before[0] === stat.size &&
      before[1] === stat.mtimeMs &&
      before[2] === stat.ctimeMs &&
      stat.ctimeMs < (known?.at ?? 0) - 2000;
    files[name] = [stat.size, stat.mtimeMs, stat.ctimeMs, same ? before[3] : sha256(fs.readFileSync(path))];
  }
  const hash = sha256(
    Object.entries(files)
      .map(([name, [, , , content]]) => `${name}\0${content}\n`)
      .join(''),
  );
  return { at, hash, files };
}

/** Whether dist/ was built from what is in src/ now. */
function isBuilt() {
  const stamp = jsonOf(buildStamp);
  if (stamp === undefined) return false;
  const now = buildInputs(stamp);
  if (now.hash !== stamp.hash) return false;
  const settled = Object.entries(now.files).every(
    ([name, file]) => stamp.files[name]?.[2] === file[2] && file[2] < stamp.at - 2000,
  );
  // Same content under new times (a checkout and back, or freshly saved): remember the times, so that the next look is quick.
  if (!settled) writeWhole(buildStamp, JSON.stringify(now));
  return true;
}

/** Writes a file so that a reader sees either the old text or the new, never half. */
export function writeWhole(/** @type {string} */ path, /** @type {string} */ text) {
  const next = `${path}.${process.pid}`;
  fs.writeFileSync(next, text);
  fs.renameSync(next, path);
}

export const seconds = (/** @type {number} */ since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Why the folder could not be made ready, in words for the person who started the program. */
export class Unprepared extends Error {}

/**
 * Installs packages and builds, each only when needed. Several may be called at once: one works, the others wait.
 *
 * @param {{ say?: (line: string) => void, build?: boolean }} [options] `say` is given a line of progress only when
 *   there is real work to do; `build: false` installs only
 * @throws {Unprepared} when installing or building fails
 */
export async function prepare({ say = (line) => console.error(line), build = true } = {}) {
  const ready = () => needsInstall() === undefined && (!build || isBuilt());
  if (ready()) return;
  fs.mkdirSync(dist, { recursive: true });
  await holdingLock(
    join(dist, '.lock'),
    () => say('Another Pandect is preparing this folder: waiting for it…'),
    async () => {
      const wanted = needsInstall();
      if (wanted !== undefined) await install(wanted, say);
      if (!build || isBuilt()) return;
      say('Building…');
      const started = performance.now();
      const { code, output } = await run(process.execPath, [join(root, 'scripts', 'build.mjs'), '--locked']);
      if (code !== 0) throw new Unprepared(`Pandect could not be built:\n\n${output.trim()}`);
      say(`Built in ${seconds(started)}.`);
    },
  );
}

/**
 * Prepares, then hands this process over to a built program, as if it had been started with `node dist/…`: it keeps the
 * working folder, the signals, the standard streams and the exit code.
 *
 * @param {'server' | 'cli'} program
 * @param {{ say?: (line: string) => void }} [options]
 */
export async function become(program, options) {
  checkNode();
  try {
    await prepare(options);
  } catch (error) {
    if (!(error instanceof Unprepared)) throw error;
    console.error(error.message);
    process.exit(1);
  }
  process.setSourceMapsEnabled(true);
  const main = join(dist, program, 'main.js');
  process.argv[1] = main;
  await import(new URL(`../dist/${program}/main.js`, import.meta.url).href);
}
