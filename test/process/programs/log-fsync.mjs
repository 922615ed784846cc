// Loaded before a program (NODE_OPTIONS=--import), in its main thread and in its workers: writes a line for each fsync
// of the write-ahead log, and for each line the program prints, into the file FSYNC_LOG, in the order in which they end.
import fs from 'node:fs';

const { fsyncSync, writeSync, readlinkSync, appendFileSync } = fs;
const log = process.env['FSYNC_LOG'];

fs.fsyncSync = (descriptor) => {
  fsyncSync(descriptor);
  const file = readlinkSync(`/proc/self/fd/${descriptor}`);
  if (file.includes('pg_wal')) appendFileSync(log, 'fsync\n');
};

fs.writeSync = (descriptor, ...what) => {
  if (descriptor === 1) appendFileSync(log, what[0]);
  return writeSync(descriptor, ...what);
};
