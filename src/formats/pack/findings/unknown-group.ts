import { finding, type Detector } from './examined.ts';

/** Groups that the pack names and the programme has not described: once for each. */
export const unknownGroup: Detector = ({ contents, knowledge }) => {
  const known = new Set(knowledge.groups.map((group) => group.shortName));
  const named = [
    ...(contents.meeting === null ? [] : [contents.meeting]),
    ...contents.updates,
    ...contents.nextMeetings,
  ];
  const seen = new Set<string>();
  return named.flatMap((record) => {
    const group = record.group.value;
    if (known.has(group) || seen.has(group)) return [];
    seen.add(group);
    return [
      finding(
        'unknown-group',
        record.key,
        record.group.span,
        `Nobody has described the group “${record.group.raw}” (${group}).`,
        { words: `Add ${group} to the programme’s groups, or correct its name.`, path: 'group' },
      ),
    ];
  });
};
