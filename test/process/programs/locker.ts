/** Takes the lock of the data directory named first, says so, and holds it until told `release` on its input or killed. */
import { lockDirectory } from '../../../src/platform/database/directory-lock.ts';

const [directory = '', at = '0'] = process.argv.slice(2);
// Several of them start together on the millisecond.
while (Date.now() < Number(at));
const lock = lockDirectory(directory);
if (lock.kind === 'failed') {
  process.stdout.write(`refused ${lock.failure.message}\n`);
  process.exitCode = 2;
} else {
  process.stdout.write(`holds ${String(process.pid)}\n`);
  process.stdin.on('data', () => {
    lock.value.release();
    process.exit(0);
  });
}
