// `npm test`: everything that must hold, cheapest first (lint takes longest and runs beside the others). It stops at the first step that fails and shows what that step
// said. `npm test -- --only unit` runs one step (types, format, floors, unused, lint, build, unit, browser).
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkNode, prepare, root, run, seconds, Unprepared } from './prepare.mjs';

/** A program of an installed package, run with this Node. */
const tool = (/** @type {string} */ packageName, /** @type {string[]} */ ...args) => {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(fs.readFileSync(join(folder, 'package.json'), 'utf8'));
  const program = typeof bin === 'string' ? bin : (bin[packageName] ?? Object.values(bin)[0]);
  return [join(folder, program), ...args];
};

/** What vitest counted, over all its projects. */
const counted = { passed: 0, failed: 0, ran: false };
const reports = fs.mkdtempSync(join(tmpdir(), 'pandect-test-'));

async function vitest(/** @type {string} */ project) {
  const report = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const outcome = await run(process.execPath, tool('vitest', 'run', '--project', project, ...reporters), {
    show: true,
  });
  if (!fs.existsSync(report)) return { ...outcome, code: outcome.code || 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(fs.readFileSync(report, 'utf8'));
  counted.ran = true;
  counted.passed += numPassedTests;
  counted.failed += numFailedTests;
  if (numPassedTests + numFailedTests > 0) return outcome;
  return { code: 1, output: `No ${project} test ran: that proves nothing, so it counts as a failure.` };
}

async function build() {
  try {
    await prepare({ say: () => undefined });
    return { code: 0, output: '' };
  } catch (error) {
    if (error instanceof Unprepared) return { code: 1, output: error.message };
    throw error;
  }
}

/** @type {Record<string, () => Promise<{ code: number, output: string }>>} */
const steps = {
  types: () => run(process.execPath, tool('ts7', '--noEmit')),
  format: () => run(process.execPath, tool('prettier', '--check', '--log-level', 'warn', '.')),
  floors: () => run(process.execPath, [join(root, 'scripts', 'floors.mjs')]),
  unused: () => run(process.execPath, tool('knip')),
  lint: () => run(process.execPath, tool('eslint', '.', '--max-warnings', '0')),
  build,
  unit: () => vitest('unit'),
  browser: () => vitest('browser'),
};

/** The steps asked for: all, or those named after `--only`. */
function chosen() {
  const at = process.argv.indexOf('--only');
  if (at < 0) return Object.keys(steps);
  const names = (process.argv[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !(name in steps));
  if (unknown.length === 0) return names;
  console.error(`There is no step "${unknown.join(', ')}". The steps are: ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}

checkNode();
const names = chosen();
const started = performance.now();
try {
  await prepare({ say: (line) => console.log(line), build: false });
  const lint = names.includes('lint') ? steps.lint() : undefined;
  for (const name of names) {
    const begun = performance.now();
    const { code, output } = await (name === 'lint' ? lint : steps[name]());
    const lastLine = name === 'floors' ? ` (${output.trim().split('\n').at(-1)})` : '';
    console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${name.padEnd(8)} ${seconds(begun).padStart(8)}${lastLine}`);
    if (code === 0) continue;
    if (output.trim() !== '') console.log(`\n${output.trim()}\n`);
    console.log(`Stopped at "${name}". To run it alone: npm test -- --only ${name}`);
    process.exitCode = 1;
    break; // whatever still runs beside ends with this process
  }
} catch (error) {
  if (!(error instanceof Unprepared)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  fs.rmSync(reports, { recursive: true, force: true });
}
console.log(`${process.exitCode === 1 ? 'Not passed' : 'All passed'} in ${seconds(started)}.`);
if (counted.ran) console.log(`tests: ${counted.passed} passed, ${counted.failed} failed`);
process.exit();
