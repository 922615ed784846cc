/** Every finding there is: its stable code, how grave it is, what it means, and what a person can do about it. */

export type FindingSeverity = 'error' | 'warning' | 'notice';

export interface FindingDefinition {
  readonly severity: FindingSeverity;
  readonly title: string;
  readonly means: string;
  readonly whatToDo: string;
}

const define = (severity: FindingSeverity, title: string, means: string, whatToDo: string): FindingDefinition => ({
  severity,
  title,
  means,
  whatToDo,
});

export const FINDINGS = {
  'impossible-date': define(
    'error',
    'A date that does not exist',
    'The words look like a date but name no day of the calendar.',
    'Ask the code body for the right date, or choose the suggested one; the words as written are kept.',
  ),
  'uncertain-date': define(
    'notice',
    'A date that is not certain',
    'The date names only part of a month, or carries a mark of doubt.',
    'Accept it as it stands, or ask for the day.',
  ),
  'footnoted-date': define(
    'warning',
    'A footnote changes what a date means',
    'A mark on the date leads to a footnote saying that it is not the date its column promises.',
    'Keep it as the kind of date the footnote names, and ask for the date the column wants.',
  ),
  'several-decisions-in-one-cell': define(
    'notice',
    'Two decisions in one cell',
    'One cell gives dates for more than one decider.',
    'Accept them as separate decision dates, or correct who decides when.',
  ),
  'action-raised-off-meeting': define(
    'warning',
    'An action raised on a day its meeting was not held',
    'The raised date differs from the date of the meeting that the reference names.',
    'Take the date of the meeting, or correct the reference.',
  ),
  'out-of-sequence-raised-date': define(
    'warning',
    'Raised out of sequence',
    'References are given in order of raising, but this date is later than that of a higher reference.',
    'Check the raised date with the code body: it is often the day the row was last changed.',
  ),
  'ambiguous-reference': define(
    'warning',
    'A reference that may mean two things',
    'The words fit more than one scheme, or the words around it say it is something else.',
    'Say what it refers to, so that it does not link to the wrong record.',
  ),
  'reference-spelled-variously': define(
    'notice',
    'One thing spelled in several ways',
    'The same reference is written differently in different places.',
    'Nothing, if they are indeed one: they are kept as one record.',
  ),
  'second-reference': define(
    'warning',
    'A second, unrelated reference',
    'Beside its own reference the row carries another, of a scheme nobody has described.',
    'Say whose reference it is, or leave it as words.',
  ),
  'contradictory-dates': define(
    'warning',
    'One event with two dates',
    'Two places in the pack give different dates for what seems to be one event.',
    'Choose the date that holds, or say that these are two events.',
  ),
  'stale-log': define(
    'warning',
    'The horizon log is older than the meeting',
    'The log shown is headed with a date before the meeting it is shown at.',
    'Ask for the current log, or accept the rows as at the earlier date.',
  ),
  'silent-code-body': define(
    'warning',
    'No return from a code body',
    'A code body that reports every month has no row in the horizon log.',
    'Ask the code body for its return; it is shown as silent this month.',
  ),
  'label-swallowed-value': define(
    'notice',
    'A label holds part of the value',
    'The label cell contains words that belong in the value, such as the reference.',
    'Accept: the value was taken out of the label.',
  ),
  'several-words-for-one-stage': define(
    'notice',
    'Several status words for one stage',
    'Code bodies use different words for the same stage.',
    'Accept: each keeps its own word, and they compare as one stage.',
  ),
  'unknown-status': define(
    'warning',
    'A status word nobody has mapped',
    'The status is not in the code body’s profile, so it cannot be compared.',
    'Add the word to the code body’s profile, or correct it here.',
  ),
  'unknown-impact': define(
    'notice',
    'An impact in words nobody has mapped',
    'The programme impact is not one of the words known.',
    'Choose the controlled value it stands for; its words are kept.',
  ),
  'proposed-closure': define(
    'notice',
    'Closure is proposed, not agreed',
    'The update recommends closing the action; the meeting has not agreed yet.',
    'Close it once the meeting has agreed.',
  ),
  'markup-in-words': define(
    'notice',
    'Markup among the words',
    'The words contain tags or other markup left by a system they were copied from.',
    'Accept: the markup is taken out, and the words as written are kept.',
  ),
  'half-lost-emphasis': define(
    'notice',
    'Half of a bold mark is lost',
    'A closing bold mark has no opening one, or the other way round.',
    'Accept: the mark is taken out, and the words before it are read as the heading.',
  ),
  'mixed-title-separators': define(
    'notice',
    'Titles are set apart in different ways',
    'References and titles are separated by spaces in one row and by dashes or quotation marks in another.',
    'Nothing: all are read alike.',
  ),
  'identifier-repeats': define(
    'notice',
    'A number column that does not number',
    'Every row has the same mark in the column that should tell rows apart.',
    'Give each row its own identifier, or accept that they are told apart by their words.',
  ),
  'blank-impact': define(
    'warning',
    'No programme impact given',
    'The cell for the programme impact is blank.',
    'Ask the code body; until then the impact counts as unknown.',
  ),
  'odd-time': define(
    'notice',
    'A time written in two clocks at once',
    'The time mixes the 24-hour clock with am or pm, or is no time at all.',
    'Take the 24-hour reading, or correct it.',
  ),
  'forecast-copies-target': define(
    'notice',
    'The forecast only repeats the target',
    'A forecast equal to the target carries no information until somebody has examined it.',
    'Ask the owner to confirm or change the forecast; until then it is shown as unexamined.',
  ),
  'unfinished-sentence': define(
    'warning',
    'A sentence that stops short',
    'The text ends without an end: words are probably missing from the source.',
    'Ask for the rest, or accept it as it stands.',
  ),
  'past-date': define(
    'warning',
    'A date already past',
    'A date that should lie ahead is before the meeting.',
    'Ask whether it happened, or for the new date.',
  ),
  'link-without-target': define(
    'notice',
    'A link that leads nowhere',
    'The words are marked as a link, but the source gives no address.',
    'Attach the document, or give its address.',
  ),
  'missing-update': define(
    'notice',
    'No update this month',
    'Other changes of this code body carry an update with a date; this one has none.',
    'Ask the code body for an update: “no change” is one too.',
  ),
  'decided-before-raised': define(
    'error',
    'Decided before it was raised',
    'The decision date is earlier than the date it was raised.',
    'One of the two dates is wrong: ask the code body.',
  ),
  'purpose-differs': define(
    'warning',
    'The agenda and the section disagree on the purpose',
    'The agenda table gives one purpose for the item, and the section another.',
    'Choose what the meeting is asked for: a decision, a discussion, or to note.',
  ),
  'title-differs': define(
    'notice',
    'The agenda and the section spell the title differently',
    'The section’s title is not quite the one in the agenda.',
    'Accept: they are read as one item.',
  ),
  'number-differs': define(
    'warning',
    'One figure given in two ways',
    'Two places give different figures for what should be the same.',
    'Choose the one that holds.',
  ),
  'heading-without-content': define(
    'notice',
    'A heading with nothing under it',
    'What stood under the heading is not in the text: it was probably a picture.',
    'Look at the original slide.',
  ),
  'unknown-group': define(
    'notice',
    'A group nobody has described',
    'The pack names a group that is not among the programme’s groups.',
    'Add the group, or correct its name.',
  ),
  'duplicate-record': define(
    'warning',
    'The same thing twice',
    'Two rows of the pack carry the same reference.',
    'Keep the one that holds; the other is shown beside it.',
  ),
} as const satisfies Record<string, FindingDefinition>;

/** Stable code of a finding; never renamed once published. */
export type FindingCode = keyof typeof FINDINGS;
