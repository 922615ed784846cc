import { expect, it } from 'vitest';
import { recordAction } from '../meetings/commands/actions.ts';
import { recordMeeting } from '../meetings/commands/meetings.ts';
import { anAction, done, recordWholePack } from '../meetings/testing/world.ts';
import type { Database } from '../platform/database/tables.ts';
import { onEachEngine } from '../platform/database/testing/engines.ts';
import { asAt, readAt } from '../platform/record/moment.ts';
import { readPartialDate } from '../values/partial-date.ts';
import { ok } from '../values/result.ts';
import type { PackPaper, PackPart } from './model.ts';
import { packPaper } from './queries.ts';

async function packOf(database: Database, reference: string): Promise<PackPaper> {
  const paper = await packPaper(database, reference);
  if (paper.kind === 'failed') throw new Error(paper.failure.detail);
  return paper.value;
}

const partsIn = <Kind extends PackPart['kind']>(parts: readonly PackPart[], kind: Kind) =>
  parts.filter((part): part is Extract<PackPart, { kind: Kind }> => part.kind === kind);

const actionsIn = (paper: PackPaper) =>
  [...paper.items.flatMap((item) => item.parts), ...paper.further].flatMap((part) =>
    part.kind === 'actions' ? part.actions.map((action) => [action.reference, action.verdict]) : [],
  );

onEachEngine('a pack out of the record', (database) => {
  it('puts each part where an item of the agenda asks for it', async () => {
    await done(database(), async (context) => {
      const recorded = await recordWholePack(context);
      return ok(recorded);
    });
    const paper = await packOf(database(), 'XAG-12');
    expect(paper.items.map((item) => [item.title, item.start, item.parts.map((part) => part.kind)])).toEqual([
      ['Welcome', '10:00', []],
      ['Minutes and actions', '10:05', ['words', 'actions']],
      ['Programme updates', '10:20', ['updates', 'programme-updates', 'next-meetings']],
    ]);
  });

  it('keeps what no item asks for, because it was put to this meeting', async () => {
    const paper = await packOf(database(), 'XAG-12');
    expect(partsIn(paper.further, 'recommendations')).toEqual([
      {
        kind: 'recommendations',
        condition: 'Capacity is confirmed',
        recommendations: ['Accept the request with its conditions'],
      },
    ]);
  });

  it('shows a proposed closure as proposed', async () => {
    expect(actionsIn(await packOf(database(), 'XAG-12'))).toEqual([
      ['XAG08-06', 'recommend-closed'],
      ['XAG11-01', 'ongoing'],
    ]);
  });

  it('lists what is still owed to a meeting to come, with the last word on it, and nothing raised later', async () => {
    await done(database(), (context) =>
      recordMeeting(context, {
        group: 'XAG',
        number: '13',
        date: '2022-12-21',
        startTime: '13:00',
        state: 'scheduled',
      }),
    );
    await done(database(), (context) =>
      recordAction(context, anAction({ reference: 'XAG13-01', raised: readPartialDate('21/12/2022') })),
    );
    expect(actionsIn(await packOf(database(), 'XAG-13'))).toEqual([
      ['XAG08-06', 'recommend-closed'],
      ['XAG11-01', 'ongoing'],
    ]);
  });

  it('is as the record was at an instant, and says which', async () => {
    const before = new Date().toISOString();
    await done(database(), (context) =>
      recordAction(
        context,
        anAction({ update: { meeting: 'XAG-12', verdict: 'ongoing', words: 'It turned out that it does not.' } }),
      ),
    );
    const then = await readAt(database(), asAt(before), (past) => packPaper(past, 'XAG-12', asAt(before)));
    if (then.kind === 'failed') throw new Error(then.failure.detail);
    expect(then.value.asAt).toBe(before);
    expect(actionsIn(then.value)[0]).toEqual(['XAG08-06', 'recommend-closed']);
    expect(actionsIn(await packOf(database(), 'XAG-12'))[0]).toEqual(['XAG08-06', 'ongoing']);
  });
});
