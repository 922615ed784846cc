/**
 * `./pandect text …`: what the legal-text engine does, for files, without a record or a server. This file says which
 * commands there are; each is a file of its own beside it, loaded when it is called for.
 */
import type { Command } from 'commander';
import type { ExitCode } from '../outcome.ts';

const EXIT_CODES =
  '\nReads Pandect’s own JSON, Akoma Ntoso, Open Law Library XML, Markdown, plain text and Word, whichever the content says; - is standard input.' +
  '\nExit codes: 0 fine; 1 something to look at; 2 a file could not be read or used: the message says what and where; 3 a fault of Pandect’s own.';

const FORM = 'akn, json or text; without it, what the ending of the output says';
const FORM_OR_TEXT = `${FORM}, else text`;

const append = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** Adds the text commands to `program`; each tells `ended` how it ended. */
export function registerTextCommands(program: Command, ended: (code: ExitCode) => void): void {
  const text = program
    .command('text')
    .description('Convert, compare, merge and check the texts of codes: works on files alone')
    .addHelpText('after', EXIT_CODES);

  text
    .command('convert')
    .argument('<in>', 'the text, in any form')
    .description('Write a text in another form')
    .option('--to <form>', FORM)
    .option('-o, --output <file>', 'where to write it; standard output when absent')
    .option('--style <style>', 'the house style of a plain text: bsc, rec, sec…; found out when absent')
    .action(async (name: string, options: { to?: string; output?: string; style?: string }) => {
      const { convert } = await import('./convert.ts');
      ended(await convert(name, options));
    });

  text
    .command('hash')
    .argument('<in...>', 'texts, in any form')
    .description('Print what identifies a text exactly: equal hashes, equal texts')
    .option('--style <style>', 'the house style of a plain text')
    .option('--json', 'print one JSON object per file')
    .action(async (names: string[], options: { style?: string; json?: boolean }) => {
      const { hash } = await import('./hash.ts');
      ended(await hash(names, options));
    });

  text
    .command('redline')
    .argument('<before>', 'a text')
    .argument('<after>', 'the same text, changed')
    .description('Show what one text became: put in, struck, moved, renumbered, reworded')
    .option('--format <format>', 'text, html or json', 'text')
    .option('--law <file>', 'the law in force, when <before> is the last draft: tells apart what is new against each')
    .option('--all', 'show what reads the same, too')
    .option('-o, --output <file>', 'where to write it; standard output when absent')
    .option('--style <style>', 'the house style of plain texts')
    .action(
      async (
        before: string,
        after: string,
        options: { format: string; law?: string; all?: boolean; output?: string; style?: string },
      ) => {
        const { redline } = await import('./redline.ts');
        ended(await redline([before, after], options));
      },
    );

  text
    .command('derive')
    .argument('<before>', 'a text')
    .argument('<after>', 'the same text, changed')
    .description('Say what turns one text into another, or write it as changes that “text apply” carries out')
    .option('--to <form>', 'json (operations) or akn (an amending act); without it, what the ending of the output says')
    .option('--json', 'the same as --to json')
    .option('-o, --output <file>', 'where to write it; standard output when absent')
    .option('--style <style>', 'the house style of plain texts')
    .action(
      async (
        before: string,
        after: string,
        options: { to?: string; json?: boolean; output?: string; style?: string },
      ) => {
        const { derive } = await import('./derive.ts');
        ended(await derive([before, after], options));
      },
    );

  text
    .command('apply')
    .argument('<base>', 'a text')
    .argument('<changes...>', 'instruments or operations, or drafts of the text; made in this order')
    .description('Write a text as it stands when changes are made')
    .option('--to <form>', FORM_OR_TEXT)
    .option('-o, --output <file>', 'where to write it; standard output when absent')
    .option('--style <style>', 'the house style of plain texts')
    .action(async (base: string, changes: string[], options: { to?: string; output?: string; style?: string }) => {
      const { apply } = await import('./apply.ts');
      ended(await apply(base, changes, options));
    });

  text
    .command('merge')
    .argument('<base>', 'the text that both drafts were made from')
    .argument('<ours>', 'one draft')
    .argument('<theirs>', 'the other')
    .description('Bring two drafts of one text together, and say where they collide')
    .option('--to <form>', FORM_OR_TEXT)
    .option('-o, --output <file>', 'where to write the result; standard output when absent')
    .option('--collisions <file>', 'write the collisions to a file, as JSON')
    .option('--style <style>', 'the house style of plain texts')
    .action(
      async (
        base: string,
        ours: string,
        theirs: string,
        options: { to?: string; output?: string; collisions?: string; style?: string },
      ) => {
        const { merge } = await import('./merge.ts');
        ended(await merge([base, ours, theirs], options));
      },
    );

  text
    .command('rebase')
    .argument('<changes>', 'instruments or operations, or a draft of the old text')
    .argument('<old>', 'the text they were drafted on')
    .argument('<new>', 'the text as it stands now')
    .description('Restate changes on a newer text, and say what became of each')
    .option('-o, --output <file>', 'where to write the restated changes; standard output when absent')
    .option('--style <style>', 'the house style of plain texts')
    .action(async (changes: string, older: string, newer: string, options: { output?: string; style?: string }) => {
      const { rebase } = await import('./rebase.ts');
      ended(await rebase([changes, older, newer], options));
    });

  text
    .command('collide')
    .argument('<base>', 'the text in force')
    .argument('<changes...>', 'instruments or operations, or drafts of the text')
    .description('Say where changes to one text collide, the gravest first')
    .option('--in-order', 'the changes are given in the order of decision')
    .option('--also <name=file>', 'another code that leans on this one; can be given again', append)
    .option('--called <names>', 'what the other codes call this one, such as BSC,Balancing Code')
    .option('--json', 'print one JSON object')
    .option('--style <style>', 'the house style of plain texts')
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

  text
    .command('check')
    .argument('<in...>', 'texts, in any form')
    .description('Check cross-references, defined terms, holes and numbers')
    .option('--draft', 'words in square brackets are still to be decided on')
    .option('--also <name=file>', 'another code that the text cites, by its name there; can be given again', append)
    .option('--json', 'print one JSON object per file')
    .option('--style <style>', 'the house style; found out when absent')
    .action(async (names: string[], options: { json?: boolean; style?: string; draft?: boolean; also?: string[] }) => {
      const { check } = await import('./check.ts');
      ended(await check(names, options));
    });

  text
    .command('replay')
    .argument('<dir>', 'a consolidation pack: manifest.json, base/ and, to compare with, expected/')
    .description('Carry out the laws of a pack on its code, and compare with the official text')
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
