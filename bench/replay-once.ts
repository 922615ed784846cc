/** One replay of the pack in the directory given, and what it took, as JSON: see bench/replay.ts. */
import { isFaithful, replayPack } from '../src/formats/openlaw/replay-pack.ts';

const started = performance.now();
const before = process.cpuUsage();
const report = replayPack(process.argv[2] ?? '.');
const took = performance.now() - started;
const { user, system } = process.cpuUsage(before);
if (report.kind === 'failed') throw new Error(report.failure.message);
if (!isFaithful(report.value)) throw new Error('The replay does not give the official text');
process.stdout.write(
  JSON.stringify({
    took,
    processor: (user + system) / 1000,
    memory: process.resourceUsage().maxRSS / 1024,
    sections: report.value.counts.sections,
    amended: report.value.counts.amended,
    exact: report.value.counts.byStatus.exact,
  }),
);
