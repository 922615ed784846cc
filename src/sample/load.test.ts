import { expect, it } from 'vitest';
import { onEachEngine } from '../platform/database/testing/engines.ts';
import { sql } from 'kysely';
import { loadSampleProgramme } from './load.ts';

onEachEngine('the sample programme', (database) => {
  it('loads', async () => {
    const before = performance.now();
    await loadSampleProgramme(database());
    console.log('ms', performance.now() - before);
    const { rows } = await sql`select count(*) n, min(at), max(at) from entry`.execute(database());
    console.log(rows);
  }, 60_000);
});
