import { plainText } from '../../command/define.js';
import { flag } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { visibleLine } from '../../lib/escape.js';
import type { AccessInfo } from '../../session/session.js';

export const about = { summary: "Forget and revoke the kept tokens of this cloud's user, or all of them." };

/** Needs no password: a kept login knows its own cloud. */
export default plainText({
  options: { all: flag('All that are kept on this machine, of other clouds and users too.') },
  run: async function* ({ session, options: { all }, warn }) {
    const { authUrl } = session.settings;
    if (!all && authUrl === undefined) {
      throw new Failure('No cloud is named, so it is not known whose login to forget.', {
        hint: "Name one with --os-cloud or OS_AUTH_URL, or forget all of them with 'stackline logout --all'.",
      });
    }
    const which = all ? 'all' : 'these';
    const kept = await session.keptLogins(which);
    if (kept.length === 0)
      yield all ? 'Nobody is logged in.\n' : `Nobody is logged in at ${visibleLine(authUrl ?? '')}.\n`;
    if (all && kept.length > 0) yield `Kept: ${kept.map(nameOf).join(', ')}\n`;
    for await (const { accessInfo, failure } of session.logout(which)) {
      yield `Logged out ${nameOf(accessInfo)}\n`;
      if (failure !== undefined) {
        const who = whoOf(accessInfo);
        warn(`The token of ${who} is forgotten here but not revoked, and good until it expires: ${failure.message}`);
      }
    }
  },
});

/** A server's words, which a terminal must not obey. */
const nameOf = (accessInfo: AccessInfo): string => `${whoOf(accessInfo)} at ${visibleLine(accessInfo.authUrl)}`;

function whoOf({ user, project, domain }: AccessInfo): string {
  const scope = project?.name ?? domain?.name;
  return visibleLine(scope === undefined ? user.name : `${user.name} (${scope})`);
}
