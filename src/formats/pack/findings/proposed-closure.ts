import { finding, type Detector } from './examined.ts';

/** Actions whose update recommends closing them: a proposal until the meeting agrees. */
export const proposedClosure: Detector = ({ contents }) =>
  contents.actions.flatMap((action) =>
    action.verdict?.value === 'recommend-closed'
      ? [
          finding(
            'proposed-closure',
            action.key,
            action.verdict.span,
            `${action.reference.raw} is recommended for closing; it stays open until the meeting agrees.`,
            { words: 'Keep it open, with closure proposed.', path: 'verdict', value: 'recommend-closed' },
          ),
        ]
      : [],
  );
