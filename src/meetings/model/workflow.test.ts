import { describe, expect, it } from 'vitest';
import { ACTION_WORKFLOW, actionSentence, isOverdue, type ActionState } from './action.ts';
import { decisionSentence, ESCALATION_WORKFLOW } from './decision.ts';
import { MEETING_WORKFLOW } from './meeting.ts';
import { takeStep, type Workflow } from './workflow.ts';

describe.each([
  ['action', ACTION_WORKFLOW as Workflow<string>],
  ['meeting', MEETING_WORKFLOW as Workflow<string>],
  ['escalation', ESCALATION_WORKFLOW as Workflow<string>],
])('The workflow of an %s', (_name, workflow) => {
  it('has steps between its own states only, and a way to reach each but the first', () => {
    const states = Object.keys(workflow.states);
    for (const step of workflow.steps) expect(states).toEqual(expect.arrayContaining([...step.from, step.to]));
    const reached = new Set(workflow.steps.map((step) => step.to));
    expect(states.slice(1).filter((state) => !reached.has(state))).toEqual([]);
  });
});

describe('Closing an action', () => {
  it('needs a meeting, whatever the way', () => {
    const closing = ACTION_WORKFLOW.steps.filter((step) => step.to === 'closed' || step.to === 'cancelled');
    expect(closing.map((step) => step.needsMeeting)).toEqual(closing.map(() => true));
    for (const state of Object.keys(ACTION_WORKFLOW.states) as ActionState[]) {
      expect(takeStep(ACTION_WORKFLOW, state, 'agree-closure', null).kind).toBe('failed');
    }
    expect(takeStep(ACTION_WORKFLOW, 'proposed-closed', 'agree-closure', 'meeting_12').kind).toBe('ok');
  });

  it('says what is possible instead of a step that is not', () => {
    const refused = takeStep(ACTION_WORKFLOW, 'closed', 'propose-closure', null);
    expect(refused).toMatchObject({
      failure: {
        code: 'step-not-allowed',
        detail: 'The action is closed, so “Propose closing” is not possible. Possible now: “Reopen”.',
      },
    });
  });
});

describe('An action is overdue', () => {
  it('after the last day it may be due, until somebody proposes closing it', () => {
    const due = (state: ActionState, dueLatest: string | null) => isOverdue({ state, dueLatest }, '2022-11-23');
    expect(due('open', '2022-11-22')).toBe(true);
    expect(due('proposed-closed', '2022-11-22')).toBe(false);
    expect(due('open', '2022-11-23')).toBe(false);
    expect(due('closed', '2022-11-22')).toBe(false);
    expect(due('open', null)).toBe(false);
  });
});

describe('The sentence', () => {
  it('of actions counts those proposed for closing as open', () => {
    const counts = { outstanding: 10, proposed: 8, overdue: 3, closed: 0, proposedAt: 'CCAG-12' };
    expect(actionSentence(counts)).toBe('10 actions open, 8 proposed for closing at CCAG-12, 3 overdue.');
    expect(actionSentence({ outstanding: 0, proposed: 0, overdue: 0, closed: 2, proposedAt: null })).toBe(
      'No actions open, 2 closed.',
    );
  });

  it('of decisions tells what is still to come', () => {
    expect(decisionSentence({ decisions: 12, recommendations: 5, conditional: 3, awaiting: 2 })).toBe(
      '12 decisions, 5 recommendations; 3 with conditions to meet, 2 awaiting a higher body.',
    );
    expect(decisionSentence({ decisions: 0, recommendations: 0, conditional: 0, awaiting: 0 })).toBe('0 decisions.');
  });
});
