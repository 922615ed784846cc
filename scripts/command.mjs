// `./pandect`: install and build when needed, then be the command line. Progress goes to standard error, and only when
// there is something to do, so that `--json` output stays clean.
import { become } from './prepare.mjs';

await become('cli');
