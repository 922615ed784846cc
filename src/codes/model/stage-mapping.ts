/** From a body's own status words to the shared axis, and on from there. */
import type { ProfileContent, ProfileStage } from './profile.ts';
import type { ImpactValue, SharedStage, StageOverlay } from './shared-stage.ts';

export interface MappedStage {
  readonly stage: SharedStage | null;
  readonly overlay: StageOverlay | null;
}

/** Words with case, punctuation and spacing taken out of the comparison: `Approved – awaiting` = `approved awaiting`. */
export const foldWords = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The profile's stage that the body's word names, by its name or an alias; null for a word the profile lacks. */
export function stageNamed(profile: Pick<ProfileContent, 'stages'>, rawWord: string): ProfileStage | null {
  const wanted = foldWords(rawWord);
  if (wanted === '') return null;
  return (
    profile.stages.find((stage) => [stage.name, ...stage.aliases].some((words) => foldWords(words) === wanted)) ?? null
  );
}

/** What a body's word means on the shared axis; null when its profile does not know the word (it is never guessed). */
export function mapStage(profile: Pick<ProfileContent, 'stages'>, rawWord: string): MappedStage | null {
  const found = stageNamed(profile, rawWord);
  return found === null ? null : { stage: found.stage, overlay: found.overlay };
}

/** The steps that are ordinary from the body's word: the profile's own order; from an unknown word, any stage. */
export function nextStages(profile: Pick<ProfileContent, 'stages'>, rawWord: string): readonly ProfileStage[] {
  const here = stageNamed(profile, rawWord);
  // A state on top of a stage (on hold) does not say which stage it lies on, so any may follow.
  if (here === null || here.next.length === 0) return profile.stages.filter((stage) => stage !== here);
  return profile.stages.filter((stage) => here.next.includes(stage.key));
}

export interface MappedImpact {
  readonly value: ImpactValue;
  /** What the words add to the value: `Qualification` in `Of interest - Qualification`. */
  readonly reason: string | null;
}

/** Reads impact words with the profile's own; null when they are not known. */
export function mapImpact(profile: Pick<ProfileContent, 'impactWords'>, raw: string): MappedImpact | null {
  const find = (words: string): ImpactValue | null =>
    profile.impactWords.find((known) => foldWords(known.words) === foldWords(words))?.value ?? null;
  const whole = find(raw);
  if (whole !== null) return { value: whole, reason: null };
  const split = /^(.*?)\s*(?:\s[-–—:]\s*|\()(.+?)\)?\s*$/su.exec(raw);
  const value = split === null ? null : find(split[1] ?? '');
  return value === null ? null : { value, reason: split?.[2] ?? null };
}
