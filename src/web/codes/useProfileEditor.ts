import { failed, ok, type Result } from '../../values/result.ts';
import { api } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import { useSend, type Saved, type SaveManner } from '../api/queries.ts';
import type { CodeBodyDetail, Profile, ProfileContent } from './answers.ts';

/** Corrects parts of one profile in place. The version given back is the profile's, so that a save can be undone. */
export function useProfileEditor(profile: Profile) {
  const send = useSend();
  const path = `/api/codes/${profile.bodyId}`;
  const versionIn = (body: CodeBodyDetail): number | undefined =>
    body.profiles.find(({ id }) => id === profile.id)?.version;
  return async (patch: Partial<ProfileContent>, manner: SaveManner = {}): Promise<Result<Saved, Problem>> => {
    let version = manner.version ?? profile.version;
    if (manner.overwrite === true) {
      const newest = await api.get<CodeBodyDetail>(path);
      if (newest.kind === 'failed') return failed(newest.failure);
      version = versionIn(newest.value) ?? version;
    }
    const saved = await send<CodeBodyDetail>('PATCH', `${path}/profiles/${profile.id}`, patch, version);
    if (saved.kind === 'failed') return saved;
    const now = versionIn(saved.value);
    return ok(now === undefined ? {} : { version: now });
  };
}
