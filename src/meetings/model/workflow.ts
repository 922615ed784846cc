/** Workflow as data: states, and the steps that lead from one to another. Screens ask which steps are allowed. */
import { failed, ok, type Result } from '../../values/result.ts';
import { problem, type Problem } from '../../platform/errors/problem.ts';
import type { Verb } from '../../platform/policy/policy.ts';

export interface Step<State extends string, Name extends string = string> {
  readonly name: Name;
  /** What the button says. */
  readonly label: string;
  readonly from: readonly State[];
  readonly to: State;
  /** What the role must be allowed to do with the resource. */
  readonly verb: Verb;
  /** Only a meeting can do this: the step names the meeting that agreed. */
  readonly needsMeeting: boolean;
}

export interface Workflow<State extends string, Name extends string = string> {
  /** What it is a workflow of, for messages: `action`. */
  readonly of: string;
  readonly states: Readonly<Record<State, string>>;
  readonly steps: readonly Step<State, Name>[];
}

/** The steps possible from a state, in the order of the workflow. */
export const stepsFrom = <State extends string, Name extends string>(
  workflow: Workflow<State, Name>,
  state: State,
): Step<State, Name>[] => workflow.steps.filter((step) => step.from.includes(state));

/**
 * The step of that name from a state; `step-not-allowed` when it does not lead on from there, or when a meeting has to
 * agree and none is named.
 */
export function takeStep<State extends string, Name extends string>(
  workflow: Workflow<State, Name>,
  state: State,
  name: Name,
  meetingId: string | null,
): Result<Step<State, Name>, Problem> {
  const step = stepsFrom(workflow, state).find((candidate) => candidate.name === name);
  if (step === undefined) {
    const possible = stepsFrom(workflow, state).map((candidate) => `“${candidate.label}”`);
    const wanted = workflow.steps.find((candidate) => candidate.name === name)?.label ?? name;
    return failed(
      problem(
        'step-not-allowed',
        `The ${workflow.of} is ${workflow.states[state].toLowerCase()}, so “${wanted}” is not possible. ` +
          (possible.length === 0 ? 'Nothing more can be done with it.' : `Possible now: ${possible.join(', ')}.`),
      ),
    );
  }
  if (step.needsMeeting && meetingId === null) {
    return failed(
      problem(
        'step-not-allowed',
        `“${step.label}” needs the agreement of a meeting. Say which meeting agreed, for example CCAG-12.`,
      ),
    );
  }
  return ok(step);
}
