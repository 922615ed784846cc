// `npm run nightly`: every property of the legal-text engine and its formats on 10,000 generated cases instead of 300.
// `npm run nightly -- 50000` tries as many as that; `npm run nightly -- 10000 merge` only the test files with `merge` in
// their path. Each night draws a seed of its own and prints it; PANDECT_PROPERTY_SEED=… tries the same cases again. A
// property that fails prints the smallest case it was brought down to.
import { randomInt } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkNode, prepare, root, run, seconds, Unprepared } from './prepare.mjs';

/** Minutes, for one property: 10,000 cases of the dearest take some two of them. */
const LONGEST = 30;

checkNode();
const [cases = '10000', ...only] = process.argv.slice(2);
if (!/^[1-9][0-9]*$/.test(cases)) {
  console.error(`"${cases}" is not a number of cases. For example: npm run nightly -- 10000`);
  process.exit(2);
}

/** The test files that say how many cases they try by PROPERTY_RUNS. */
const files = ['src', 'test']
  .flatMap((folder) =>
    fs.readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.test.ts') && fs.readFileSync(join(root, name), 'utf8').includes('PROPERTY_RUNS'))
  .filter((name) => only.length === 0 || only.some((part) => name.includes(part)))
  .sort();
if (files.length === 0) {
  console.error('No test file with a property was found: that proves nothing, so it counts as a failure.');
  process.exit(1);
}

const started = performance.now();
const reports = fs.mkdtempSync(join(tmpdir(), 'pandect-nightly-'));
try {
  await prepare({ say: (line) => console.log(line), build: false });
  process.env['PANDECT_PROPERTY_RUNS'] = cases;
  const seed = (process.env['PANDECT_PROPERTY_SEED'] ??= String(randomInt(2 ** 31)));
  console.log(
    `Seed ${seed}: PANDECT_PROPERTY_SEED=${seed} npm run nightly -- ${[cases, ...only].join(' ')} tries these again.`,
  );
  const report = join(reports, 'report.json');
  const timeout = `--testTimeout=${LONGEST * 60_000}`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { code } = await run(process.execPath, [vitest, 'run', '--project', 'unit', timeout, ...reporters, ...files], {
    show: true,
  });
  const { numPassedTests = 0, numFailedTests = 0 } = fs.existsSync(report)
    ? JSON.parse(fs.readFileSync(report, 'utf8'))
    : {};
  const sound = code === 0 && numPassedTests > 0 && numFailedTests === 0;
  process.exitCode = sound ? 0 : 1;
  console.log(
    `${sound ? 'All passed' : 'Not passed'} in ${seconds(started)}: ${cases} cases of each property in ${files.length} test file${files.length === 1 ? '' : 's'}.`,
  );
  console.log(`tests: ${numPassedTests} passed, ${numFailedTests} failed`);
} catch (error) {
  if (!(error instanceof Unprepared)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  fs.rmSync(reports, { recursive: true, force: true });
}
