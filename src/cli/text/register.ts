/**
 * `./pandect text …`: what the legal-text engine does, for files, without a record or a server. This file says which
 * commands there are; each is a file of its own beside it, loaded when it is called for.
 */
import { Argument, Option, type Command } from 'commander';
import type { ExitCode } from '../outcome.ts';

const READS =
  '\nReads Pandect’s own JSON, Akoma Ntoso, Open Law Library XML, Markdown, plain text and Word, whichever the content says; - is standard input.' +
  '\nExit codes: 0 fine; 1 something to look at, as the help of each command says; 2 a file could not be read or used: the message says what and where; 3 a fault of Pandect’s own.';

const FORM = 'akn, json or text; without it, what the ending of the output says';
const FORM_OR_TEXT = `${FORM}, else text`;

const append = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/* What several commands have in common. */
const OUTPUT = new Option('-o, --output <file>', 'where to write it; standard output when absent');
const STYLE = new Option('--style <style>', 'the house style of plain texts: bsc, rec, sec…; found out when absent');
const TEXTS = new Argument('<in...>', 'texts, in any form');
const BEFORE = new Argument('<before>', 'a text');
const AFTER = new Argument('<after>', 'the same text, changed');
const CHANGES = new Argument('<changes...>', 'instruments or operations, or drafts of the text');

interface Output {
  readonly output?: string;
  readonly style?: string;
}

interface Written extends Output {
  readonly to?: string;
}

/** Adds the text commands to `program`; each tells `ended` how it ended. */
export function registerTextCommands(program: Command, ended: (code: ExitCode) => void): void {
  const text = program
    .command('text')
    .description('Convert, compare, merge and check the texts of codes: works on files alone')
    .addHelpText('after', READS);

  /** A command; `exit` says what its exit codes 0 and 1 mean. */
  const command = (name: string, description: string, exit: string): Command =>
    text
      .command(name)
      .description(description)
      .addHelpText('after', `\nExit code ${exit}; 2 for a file that cannot be read or used.`);

  command('convert', 'Write a text in another form', '0 when it is written')
    .argument('<in>', 'the text, in any form')
    .option('--to <form>', FORM)
    .addOption(OUTPUT)
    .addOption(STYLE)
    .action(async (name: string, options: Written) => {
      const { convert } = await import('./convert.ts');
      ended(await convert(name, options));
    });

  command('hash', 'Print what identifies a text exactly: equal hashes, equal texts', '0, whether they are equal or not')
    .addArgument(TEXTS)
    .option('--json', 'print one JSON object per file')
    .addOption(STYLE)
    .action(async (names: string[], options: { style?: string; json?: boolean }) => {
      const { hash } = await import('./hash.ts');
      ended(await hash(names, options));
    });

  command(
    'redline',
    'Show what one text became: put in, struck, moved, renumbered, reworded',
    '0, whether they differ or not; with --exit-code 1 when they differ',
  )
    .addArgument(BEFORE)
    .addArgument(AFTER)
    .option('--format <format>', 'text, html or json', 'text')
    .option('--law <file>', 'the law in force, when <before> is the last draft: tells apart what is new against each')
    .option('--all', 'show what reads the same, too')
    .option('--exit-code', 'end with 1 when the texts differ')
    .addOption(OUTPUT)
    .addOption(STYLE)
    .action(
      async (
        before: string,
        after: string,
        options: Output & { format: string; law?: string; all?: boolean; exitCode?: boolean },
      ) => {
        const { redline } = await import('./redline.ts');
        ended(await redline([before, after], options));
      },
    );

  command(
    'derive',
    'Say what turns one text into another, or write it as changes that “text apply” carries out',
    '0, whether they differ or not; 1 when an amending act was asked for and there is nothing to amend',
  )
    .addArgument(BEFORE)
    .addArgument(AFTER)
    .option('--to <form>', 'json (operations) or akn (an amending act); without it, what the ending of the output says')
    .option('--json', 'the same as --to json')
    .addOption(OUTPUT)
    .addOption(STYLE)
    .action(async (before: string, after: string, options: Written & { json?: boolean }) => {
      const { derive } = await import('./derive.ts');
      ended(await derive([before, after], options));
    });

  command(
    'apply',
    'Write a text as it stands when changes are made, one after the other in the order given',
    '0 when all were made; 1 when one could not be, and nothing was written',
  )
    .argument('<base>', 'a text')
    .addArgument(CHANGES)
    .option('--to <form>', FORM_OR_TEXT)
    .addOption(OUTPUT)
    .addOption(STYLE)
    .action(async (base: string, changes: string[], options: Written) => {
      const { apply } = await import('./apply.ts');
      ended(await apply(base, changes, options));
    });

  command(
    'merge',
    'Bring two drafts of one text together, and say where they collide',
    '0 when they do not collide; 1 when they do: there the result reads as the base',
  )
    .argument('<base>', 'the text that both drafts were made from')
    .argument('<ours>', 'one draft')
    .argument('<theirs>', 'the other')
    .option('--to <form>', FORM_OR_TEXT)
    .option('--collisions <file>', 'write the collisions to a file, as JSON')
    .addOption(OUTPUT)
    .addOption(STYLE)
    .action(async (base: string, ours: string, theirs: string, options: Written & { collisions?: string }) => {
      const { merge } = await import('./merge.ts');
      ended(await merge([base, ours, theirs], options));
    });

  command(
    'rebase',
    'Restate changes on a newer text, and say what became of each',
    '0 when all were carried over; 1 when one collides with what has happened since, and was left out',
  )
    .argument('<changes>', 'instruments or operations, or a draft of the old text')
    .argument('<old>', 'the text they were drafted on')
    .argument('<new>', 'the text as it stands now')
    .addOption(OUTPUT)
    .addOption(STYLE)
    .action(async (changes: string, older: string, newer: string, options: Output) => {
      const { rebase } = await import('./rebase.ts');
      ended(await rebase([changes, older, newer], options));
    });

  command(
    'collide',
    'Say where changes to one text collide, the gravest first',
    '0 when there is nothing to settle, notices or not; 1 when there is',
  )
    .argument('<base>', 'the text in force')
    .addArgument(CHANGES)
    .option('--in-order', 'the changes are given in the order of decision')
    .option('--also <name=file>', 'another code that leans on this one; can be given again', append)
    .option('--called <names>', 'what the other codes call this one, such as BSC,Balancing Code')
    .option('--json', 'print one JSON object')
    .addOption(STYLE)
    .action(
      async (
        base: string,
        changes: string[],
        options: { json?: boolean; style?: string; inOrder?: boolean; called?: string; also?: string[] },
      ) => {
        const { collide } = await import('./collide.ts');
        ended(await collide(base, changes, options));
      },
    );

  command(
    'check',
    'Check cross-references, defined terms, holes and numbers',
    '0 when there is nothing to remark; 1 when there is, be it a doubt or a notice',
  )
    .addArgument(TEXTS)
    .option('--draft', 'words in square brackets are still to be decided on')
    .option(
      '--also <name=file>',
      'another code that the text cites or takes terms from, by its name there; can be given again',
      append,
    )
    .option('--json', 'print one JSON object per file')
    .addOption(STYLE)
    .action(async (names: string[], options: { json?: boolean; style?: string; draft?: boolean; also?: string[] }) => {
      const { check } = await import('./check.ts');
      ended(await check(names, options));
    });

  command(
    'replay',
    'Carry out the laws of a pack on its code, and compare with the official text',
    '0 when every section that should be equal is, or there is nothing to compare with; 1 when one is not',
  )
    .argument('<dir>', 'a consolidation pack: manifest.json, base/ and, to compare with, expected/')
    .option('--until <date>', 'only what takes effect up to this date, such as 2020-12-31')
    .option('--without <law>', 'as if this law had not passed; can be given again', append)
    .option('--out <file>', 'write every section, one JSON object a line')
    .option('--json', 'print one JSON object')
    .action(
      async (directory: string, options: { until?: string; without?: string[]; out?: string; json?: boolean }) => {
        const { replay } = await import('./replay.ts');
        ended(await replay(directory, options));
      },
    );
}
