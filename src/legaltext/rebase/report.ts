import type { MergeCollision } from '../merge/collision.ts';
import type { Operation } from '../operation.ts';

/** How an operation had to be said anew for the newer text. */
export type Adaptation =
  /** Its target bears other numbers now. */
  | { readonly kind: 'target'; readonly was: string; readonly is: string }
  /** It names the text it expects, and that reads otherwise now, in places it does not touch. */
  | { readonly kind: 'expectation' }
  /** The words it quotes stand there more or less often. */
  | { readonly kind: 'occurrence' }
  /** The words it changes stand further on or further back. */
  | { readonly kind: 'span' }
  /** What it puts in or moves stands beside another provision. */
  | { readonly kind: 'slot' }
  /** The same is done by other operations. */
  | { readonly kind: 'otherwise' };

/** What became of one operation. */
export type OperationReport = {
  readonly kind: 'operation-report';
  /** Which part of the instrument, and which operation in it; both count from 0. */
  readonly part: number;
  readonly operation: number;
  readonly before: Operation;
  /** In one sentence, for a lawyer. */
  readonly message: string;
} & Outcome;

export type Outcome =
  /** It stands as it was drafted. */
  | { readonly outcome: 'carried' }
  /** It does the same, said anew. */
  | {
      readonly outcome: 'adapted';
      readonly after: readonly Operation[];
      readonly adaptations: readonly Adaptation[];
    }
  /** It cannot be done together with what happened to the text since. It is left out of the rebased instrument. */
  | { readonly outcome: 'colliding'; readonly collisions: readonly MergeCollision[] }
  /** The newer text already is as it would make it. It is left out. */
  | { readonly outcome: 'vanished' };

/** The outcome in one sentence. */
export function outcomeInWords(outcome: Outcome): string {
  switch (outcome.outcome) {
    case 'carried':
      return 'It stands as it was drafted.';
    case 'vanished':
      return 'The newer text already says this; nothing is left to do.';
    case 'colliding':
      return `It cannot be made together with what has happened to the text since. ${outcome.collisions.map(({ message }) => message).join(' ')}`;
    case 'adapted':
      return outcome.adaptations.map(adaptationInWords).join(' ');
  }
}

function adaptationInWords(adaptation: Adaptation): string {
  switch (adaptation.kind) {
    case 'target':
      return `What it changes was called ${adaptation.was} and is called ${adaptation.is} now.`;
    case 'expectation':
      return 'What it changes has been changed elsewhere since; it rests on the newer text now.';
    case 'occurrence':
      return 'The words it quotes no longer stand there as often as they did; it says which of them are meant.';
    case 'span':
      return 'The words it changes stand in another place of the text now.';
    case 'slot':
      return 'What it puts in stands beside another provision now.';
    case 'otherwise':
      return 'It had to be said in other words to do the same to the newer text.';
  }
}
