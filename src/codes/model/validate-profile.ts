/** What must hold in a profile before anything is read with it. Each fault says what is wrong and where. */
import type { FieldProblem } from '../../platform/errors/problem.ts';
import type { ProfileContent } from './profile.ts';
import { releaseDayIn } from './release-days.ts';
import { foldWords } from './stage-mapping.ts';

/** Every fault of the profile, in words for the person who typed it; empty when it can be used. */
export function profileFaults(profile: ProfileContent): FieldProblem[] {
  return [...schemeFaults(profile), ...stageFaults(profile), ...routeFaults(profile), ...releaseFaults(profile)];
}

function schemeFaults(profile: ProfileContent): FieldProblem[] {
  const faults: FieldProblem[] = [];
  if (profile.schemes.length === 0)
    faults.push({ path: 'schemes', message: 'Give at least one way in which the body writes its references.' });
  profile.schemes.forEach((scheme, index) => {
    const path = `schemes.${index}`;
    if (profile.schemes.findIndex((other) => other.scheme === scheme.scheme) !== index)
      faults.push({
        path,
        message: `The letters “${scheme.scheme}” are listed twice. Keep one line for each set of letters.`,
      });
    if (scheme.becomes !== undefined && !profile.schemes.some((other) => other.scheme === scheme.becomes))
      faults.push({
        path: `${path}.becomes`,
        message: `“${scheme.scheme}” becomes “${scheme.becomes}”, which is not among the schemes. Add it or take this out.`,
      });
  });
  return faults;
}

function stageFaults(profile: ProfileContent): FieldProblem[] {
  const faults: FieldProblem[] = [];
  const keys = new Set<string>();
  const owners = new Map<string, string>();
  profile.stages.forEach((stage, index) => {
    const path = `stages.${index}`;
    if (keys.has(stage.key))
      faults.push({ path: `${path}.key`, message: `Two stages have the key “${stage.key}”. Give each its own.` });
    keys.add(stage.key);
    if (stage.stage === null && stage.overlay === null)
      faults.push({
        path,
        message: `“${stage.name}” maps to nothing. Choose a shared stage, or a state on top of one.`,
      });
    for (const words of new Set([stage.name, ...stage.aliases].map(foldWords))) {
      const owner = owners.get(words);
      if (owner !== undefined)
        faults.push({
          path: `${path}.aliases`,
          message: `The word “${words}” stands for both “${owner}” and “${stage.name}”. A word can mean one stage only.`,
        });
      owners.set(words, stage.name);
    }
  });
  if (profile.stages.length === 0) faults.push({ path: 'stages', message: 'Give at least one stage.' });
  profile.stages.forEach((stage, index) => {
    for (const next of stage.next.filter((key) => !keys.has(key)))
      faults.push({
        path: `stages.${index}.next`,
        message: `“${stage.name}” leads to “${next}”, which is no stage of this profile.`,
      });
  });
  return faults;
}

function routeFaults(profile: ProfileContent): FieldProblem[] {
  const deciders = new Set(profile.deciders.map((decider) => decider.key));
  return profile.routes.flatMap((route, index) =>
    deciders.has(route.decider)
      ? []
      : [
          {
            path: `routes.${index}.decider`,
            message: `The route “${route.name}” is decided by “${route.decider}”, who is not among the deciders.`,
          },
        ],
  );
}

/** A leap year in which every day of the calendar exists. */
const LEAP_YEAR = 2024;

function releaseFaults(profile: ProfileContent): FieldProblem[] {
  return profile.releaseRules.flatMap((rule, index) =>
    releaseDayIn(rule, LEAP_YEAR) === null
      ? [{ path: `releaseRules.${index}`, message: `“${rule.name}” falls on a day that no year has.` }]
      : [],
  );
}
