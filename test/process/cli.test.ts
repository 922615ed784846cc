/** `./pandect` as people and scripts use it: what it prints, how it ends, and what it leaves in the record. */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { zipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixturePack } from '../../src/formats/pack/fixtures/packs.ts';
import { openEmbeddedDatabase } from '../../src/platform/database/open-database.ts';
import { buildPrograms, type Ended, type Programs, type Running } from './programs/build.ts';

const root = path.resolve(import.meta.dirname, '../..');
const realPack = path.join(root, '../shared/data/packs/ccag-12-2022-11-23.txt');

let programs: Programs;
let files: string;
/** A folder without a record yet, that no server holds. */
let blank: string;
/** A blank record that a server holds, and that server. */
let served: string;
let server: Running;
let url: string;

beforeAll(async () => {
  programs = await buildPrograms(['server', 'cli']);
  files = programs.folder();
  blank = programs.folder();
  served = programs.folder();
  server = programs.start('server', ['--empty'], { PORT: '0', PANDECT_DATA: served });
  url = /http:\/\/[^ ]+/.exec(await server.line((line) => line.startsWith('Pandect is ready')))?.[0] ?? '';
}, 180_000);
afterAll(() => programs.close());

const file = (name: string, content: string | Uint8Array): string => {
  const there = path.join(files, name);
  fs.writeFileSync(there, content);
  return there;
};

const pandect = (data: string, ...parameters: string[]): Promise<Ended> =>
  programs.run('cli', parameters, { PANDECT_DATA: data });

interface Told {
  file: string;
  intake: string;
  state: string;
  meeting: { group: string | null; number: string | null; date: string | null };
  records: Record<string, number>;
  findings: {
    code: string;
    severity: string;
    message: string;
    source: { text: string; start: number; end: number; line: number };
  }[];
  unread: { start: number; end: number; line: number; text: string }[];
  coverage: number;
  accepted: { created: number; updated: number; unchanged: number } | null;
}

const told = (ended: Ended): Told => JSON.parse(ended.output) as Told;

const KINDS = ['agendaItems', 'actions', 'updates', 'modifications', 'issues', 'changeRequests', 'recommendations', 'deliverables', 'risks', 'milestones', 'nextMeetings']; // prettier-ignore

/** Checks what holds for the JSON of any pack. */
function expectContract(one: Told, text: string): void {
  expect(Object.keys(one)).toEqual(expect.arrayContaining(['meeting', 'records', 'findings', 'unread', 'coverage']));
  expect(Object.keys(one.meeting)).toEqual(['group', 'number', 'date']);
  for (const kind of KINDS) expect(Number.isInteger(one.records[kind]), kind).toBe(true);
  expect(one.coverage).toBeGreaterThan(0);
  expect(one.coverage).toBeLessThanOrEqual(1);
  for (const finding of one.findings) {
    expect(finding.code).toMatch(/^[a-z][a-z-]+$/);
    expect(['error', 'warning', 'notice']).toContain(finding.severity);
    expect(finding.message).toMatch(/\w+.*\.$/s);
    expect(finding.source.text).not.toBe('');
    expect(text).toContain(finding.source.text);
    expect(text.split('\n')[finding.source.line - 1]).toContain(finding.source.text.split('\n')[0]);
  }
  for (const span of one.unread) expect(text).toContain(span.text);
}

describe('pandect', () => {
  it('explains itself, from any folder, through the launcher', async () => {
    const run = promisify(execFile);
    const { stdout } = await run(path.join(root, 'pandect'), ['help'], { cwd: files });
    for (const words of ['intake', 'paper', 'Talks to the running server, or opens the data directory itself'])
      expect(stdout.replace(/\s+/g, ' ')).toContain(words);
    const { stdout: intake } = await run(path.join(root, 'pandect'), ['help', 'intake'], { cwd: files });
    expect(intake).toMatch(/--accept[\s\S]*--json[\s\S]*Exit codes/);
  }, 300_000);

  it('ends with 2 and a sentence when it is asked for what there is not', async () => {
    for (const [parameters, words] of [
      [['intak'], "unknown command 'intak'"],
      [['intake'], "missing required argument 'files'"],
      [['intake', '--jsn', 'x'], "unknown option '--jsn'"],
      [['intake', path.join(files, 'nowhere.txt')], 'there is no such file'],
      [['intake', files], 'it is a folder'],
      [['intake', '/dev/null'], 'it is not a file'],
      [['paper', 'pack', 'XYZ-99', '--format', 'html'], 'XYZ-99'],
      [['paper', 'poem', 'XYZ-99'], ''],
    ] as const) {
      const ended = await pandect(served, ...parameters);
      expect(ended, parameters.join(' ')).toMatchObject({ code: 2, output: '' });
      expect(ended.errors).toContain(words);
      expect(ended.errors).not.toMatch(/fault in Pandect|\n {4}at /);
    }
  }, 180_000);
});

describe('pandect intake', () => {
  it('opens the data directory itself when no server holds it: stages, accepts, and changes nothing the second time', async () => {
    const text = fixturePack('ccag-31');
    const pack = file('ccag-31.txt', text);
    const staged = await pandect(blank, 'intake', pack, '--json', '--strict');
    expect(staged).toMatchObject({ code: 1, errors: '' }); // it holds findings
    const first = told(staged);
    expectContract(first, text);
    expect(first).toMatchObject({
      file: 'ccag-31.txt',
      state: 'staged',
      accepted: null,
      meeting: { group: 'CCAG', number: '31' },
    });
    expect(first.meeting.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);

    const accepted = told(await pandect(blank, 'intake', pack, '--json', '--accept'));
    expect(accepted).toMatchObject({ intake: first.intake, state: 'accepted', accepted: { updated: 0 } });
    expect(accepted.accepted?.created).toBeGreaterThan(30);

    const again = await pandect(blank, 'intake', pack, '--accept', '--json');
    expect(again.code).toBe(0);
    expect(told(again)).toMatchObject({ intake: first.intake, state: 'accepted', accepted: null });
    const inWords = await pandect(blank, 'intake', pack, '--accept');
    expect(inWords.output).toContain('This file was accepted before; nothing was changed.');
    expect(fs.readdirSync(blank)).toEqual(['database']); // it let go of the directory each time
  }, 180_000);

  it('talks to the server that holds the directory, with the same outcome', async () => {
    const text = fixturePack('ccag-31');
    const pack = file('ccag-31.txt', text);
    const accepted = told(await pandect(served, 'intake', pack, '--json', '--accept'));
    expectContract(accepted, text);
    const { items } = (await (await fetch(`${url}/api/intakes`)).json()) as { items: { id: string; state: string }[] };
    expect(items).toMatchObject([{ id: accepted.intake, state: 'accepted' }]);
    const next = await pandect(
      served,
      'intake',
      file('ccag-32.txt', fixturePack('ccag-32-next-month')),
      '--accept',
      '--json',
    );
    expect(told(next).accepted?.updated).toBeGreaterThan(0);
  }, 180_000);

  it('ends with 0 when there is nothing to look at, strictly', async () => {
    const ended = await pandect(
      served,
      'intake',
      file('clean.txt', fixturePack('ccag-40-clean')),
      '--json',
      '--strict',
    );
    expect(told(ended)).toMatchObject({ findings: [], unread: [] });
    expect(ended.code).toBe(0);
    const words = await pandect(served, 'intake', path.join(files, 'clean.txt'));
    expect(words.code).toBe(0);
    expect(words.output).toMatch(/Nothing odd was found\.\nNothing was left unread\.\nStaged for review as intake_/);
  }, 180_000);

  it('reads one file after the other and prints one object for each', async () => {
    const ended = await pandect(
      served,
      'intake',
      path.join(files, 'clean.txt'),
      file('dag.txt', fixturePack('dag-18.1')),
      '--json',
    );
    const objects = ended.output.split(/\n(?=\{)/).map((text) => JSON.parse(text) as Told);
    expect(objects.map((one) => one.meeting)).toMatchObject([
      { group: 'CCAG', number: '40' },
      { group: 'DAG', number: '18.1' },
    ]);
  }, 180_000);

  it.runIf(fs.existsSync(realPack))(
    'finds in the real pack what is in it',
    async () => {
      const one = told(await pandect(served, 'intake', realPack, '--json'));
      expectContract(one, fs.readFileSync(realPack, 'utf8'));
      expect(one.meeting).toEqual({ group: 'CCAG', number: '12', date: '2022-11-23' });
      const { recommendations, ...counts } = one.records;
      expect(counts).toMatchObject({
        agendaItems: 10,
        actions: 10,
        updates: 3,
        modifications: 18,
        issues: 1,
        changeRequests: 1,
        deliverables: 4,
        risks: 4,
        milestones: 14,
        nextMeetings: 2,
      });
      expect(recommendations).toBeGreaterThanOrEqual(5);
      expect(one.findings.length).toBeGreaterThan(5);
      const accepted = told(await pandect(served, 'intake', realPack, '--json', '--accept'));
      expect(accepted.accepted?.created).toBeGreaterThan(50);
      expect(told(await pandect(served, 'intake', realPack, '--json', '--accept')).accepted).toBeNull();
    },
    120_000,
  );

  it('does not touch a directory that another program holds, and says so', async () => {
    const { lockDirectory } = await import('../../src/platform/database/directory-lock.ts');
    const held = programs.folder();
    const lock = lockDirectory(held);
    const ended = await pandect(held, 'intake', file('ccag-31.txt', fixturePack('ccag-31')));
    expect(ended).toMatchObject({ code: 2, output: '' });
    expect(ended.errors).toContain(`is in use by another Pandect (process ${String(process.pid)})`);
    expect(fs.readdirSync(held)).toEqual(['pandect.lock']);
    if (lock.kind === 'ok') lock.value.release();
  }, 180_000);
});

describe('A file that cannot be taken in', () => {
  const words = (text: string) => new TextEncoder().encode(text);
  const document = (body: string) =>
    zipSync({
      '[Content_Types].xml': words(
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': words(
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': words(body),
    });
  const word = (text: string, prolog = '') =>
    document(
      `<?xml version="1.0"?>${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    );
  /** A file of a size that takes no room on the disk. */
  const sparse = (name: string, bytes: number): string => {
    const there = file(name, '');
    fs.truncateSync(there, bytes);
    return there;
  };
  const LAUGHS =
    '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';

  const hostile: readonly (readonly [string, () => string, RegExp])[] = [
    ['a zip bomb', () => file('bomb.docx', word('0'.repeat(60_000_000))), /unpack/i],
    ['XML with entities of its own', () => file('laughs.docx', word('&c;', LAUGHS)), /entit|document type/i],
    ['XML that reads a file of this machine', () => file('spy.docx', word('&s;', '<!DOCTYPE d [<!ENTITY s SYSTEM "file:///etc/passwd">]>')), /entit|document type/i], // prettier-ignore
    ['60 MB', () => sparse('large.pptx', 60 * 1024 * 1024), /60 MB; 50 MB is the most/],
    ['200 MB', () => sparse('huge.pdf', 200 * 1024 * 1024), /200 MB; 50 MB is the most/],
    ['2 TB, on a disk that does not hold it', () => sparse('endless.txt', 2 ** 41), /50 MB is the most/],
    ['a program under the name of a document', () => file('program.docx', Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), Buffer.alloc(64)])), /\.docx.*not a Word document/], // prettier-ignore
    ['a picture under the name of a document', () => file('picture.pdf', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])), /This is a picture/], // prettier-ignore
    ['a document cut short', () => file('cut.docx', word('Agenda').slice(0, 400)), /missing|cut|damaged|end of/i],
    ['a PDF cut short', () => file('cut.pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog'), /missing|cut|damaged|end of/i],
    ['a document locked with a password', () => file('locked.docx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(2000)])), /password/i], // prettier-ignore
    ['broken UTF-8', () => file('broken.txt', Buffer.from([...words('Café – agenda and actions\n'), 0xff, 0xc3, 0x28, ...words(' and more words after it\n')])), /Line 2/], // prettier-ignore
    ['nothing in it', () => file('empty.txt', ''), /empty/],
    ['words, but no pack', () => file('letter.txt', 'Dear all,\nthank you for the lovely evening.\n'), /nothing in it looks like a meeting pack/], // prettier-ignore
  ];

  it.each(hostile)(
    'because it is or has %s: says so in a sentence, and ends with 2',
    async (_what, make, sentence) => {
      const there = make();
      const ended = await pandect(served, 'intake', there, '--accept', '--json');
      expect(ended).toMatchObject({ code: 2, output: '' });
      expect(ended.errors).toMatch(sentence);
      expect(ended.errors).toContain(path.basename(there));
      expect(ended.errors).not.toMatch(/fault in Pandect|\n {4}at |Error:/);
      expect(ended.errors.trim().split('\n')).toHaveLength(1);
      expect((await fetch(`${url}/health`)).status).toBe(200);
    },
    60_000,
  );

  it('is refused by the server, too, without the command line in front', async () => {
    const { token } = JSON.parse(fs.readFileSync(path.join(served, 'server.json'), 'utf8')) as { token: string };
    const send = (name: string, body: Uint8Array<ArrayBuffer>) =>
      fetch(`${url}/api/intakes`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream', 'x-file-name': name },
        body,
      });
    const bomb = await send('bomb.docx', new Uint8Array(word('0'.repeat(60_000_000))));
    expect(bomb.status).toBe(422);
    expect(await bomb.json()).toMatchObject({ code: 'unreadable-file' });
    const large = await send('large.txt', new Uint8Array(51 * 1024 * 1024));
    expect(large.status).toBe(413);
    expect(await large.json()).toMatchObject({ code: 'too-large' });
  }, 180_000);

  it('is read all the same when it only has another encoding', async () => {
    const text = fixturePack('ccag-40-clean');
    const utf16 = told(
      await pandect(served, 'intake', file('utf16.txt', Buffer.from(`\ufeff${text}`, 'utf16le')), '--json'),
    );
    const plain = told(await pandect(served, 'intake', path.join(files, 'clean.txt'), '--json'));
    expect(utf16).toMatchObject({ meeting: plain.meeting, records: plain.records, coverage: plain.coverage });
    const western = text.replace(/[^\x00-\x7f]/g, '-').replace('CCAG', 'CCAG £');
    const cp1252 = await pandect(served, 'intake', file('western.txt', Buffer.from(western, 'latin1')), '--json');
    expect(told(cp1252).records['actions']).toBe(plain.records['actions']);
  }, 180_000);

  it('leaves nothing in the record: no file, no intake, no entry', async () => {
    const kept = fs.readdirSync(files).filter((name) => /clean|ccag|dag|utf16|western/.test(name));
    server.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    const opened = await openEmbeddedDatabase(served);
    if (opened.kind === 'failed') throw new Error(opened.failure.message);
    try {
      const { rows } = await sql<{ name: string }>`
        select name from file union all select file_name from intake
        union all select f.name from entry e, file f where e.reason like '%' || f.name || '%'`.execute(
        opened.value.database,
      );
      const names = new Set(rows.map((row) => row.name));
      expect([...names].filter((name) => name !== path.basename(realPack)).sort()).toEqual(kept.sort());
      const { rows: loose } =
        await sql`select f.name from file f left join intake i on i.file_id = f.id where i.id is null`.execute(
          opened.value.database,
        );
      expect(loose).toEqual([]);
    } finally {
      await opened.value.close();
    }
  }, 180_000);
});
