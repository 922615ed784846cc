/** What recognising a pack needs of the code bodies, drawn from their profiles. */
import type { KnownBody, PackKnowledge, StatusWords } from '../../formats/pack/knowledge.ts';
import type { CodeBody, ImpactWords, Profile } from './profile.ts';
import { foldWords } from './stage-mapping.ts';

export interface BodyWithProfile {
  readonly body: CodeBody;
  readonly profile: Profile;
}

/** The part of a pack reader's knowledge that the code bodies give; groups come from the meetings. */
export function knowledgeOf(
  bodies: readonly BodyWithProfile[],
): Pick<PackKnowledge, 'programme' | 'bodies' | 'statuses' | 'impacts'> {
  const impacts = new Map<string, ImpactWords>();
  for (const { profile } of bodies)
    for (const impact of profile.impactWords)
      if (!impacts.has(foldWords(impact.words))) impacts.set(foldWords(impact.words), impact);
  return {
    programme: bodies.find(({ body }) => body.kind === 'programme')?.body.shortName ?? '',
    bodies: bodies.map(knownBody),
    statuses: bodies.flatMap(statusWords),
    impacts: [...impacts.values()],
  };
}

const knownBody = ({ body, profile }: BodyWithProfile): KnownBody => ({
  shortName: body.shortName,
  name: body.name,
  aliases: [...body.aliases, ...(body.administrator === '' ? [] : [body.administrator])],
  schemes: profile.schemes,
  expectedInHorizon: body.expectedInHorizon,
});

const statusWords = ({ body, profile }: BodyWithProfile): StatusWords[] =>
  profile.stages.flatMap((stage) =>
    [stage.name, ...stage.aliases].map((words) => ({
      body: body.shortName,
      words,
      stage: stage.stage,
      overlay: stage.overlay,
    })),
  );
