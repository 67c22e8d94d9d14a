import { plainText } from '../../command/define.js';

export const about = { summary: 'Forget and revoke the tokens that are kept.' };

/** Needs no settings: every kept login knows its own cloud. */
export default plainText({
  run: async function* ({ session, warn }) {
    let count = 0;
    for await (const { accessInfo, failure } of session.logout()) {
      count += 1;
      const scope = accessInfo.project?.name ?? accessInfo.domain?.name;
      const who = scope === undefined ? accessInfo.user.name : `${accessInfo.user.name} (${scope})`;
      yield `Logged out ${who} at ${accessInfo.authUrl}\n`;
      if (failure !== undefined) {
        warn(`The token of ${who} is forgotten here but not revoked, and good until it expires: ${failure.message}`);
      }
    }
    if (count === 0) yield 'Nobody is logged in.\n';
  },
});
