import { say } from '../../command/define.js';

/** Needs no settings: every kept login knows its own cloud. */
export default say({
  run: async function* ({ session, warn }) {
    let count = 0;
    for await (const { grant, failure } of session.logout()) {
      count += 1;
      const scope = grant.project?.name ?? grant.domain?.name;
      const who = scope === undefined ? grant.user.name : `${grant.user.name} (${scope})`;
      yield `Logged out ${who} at ${grant.authUrl}\n`;
      if (failure !== undefined) {
        warn(`The token of ${who} is forgotten here but not revoked, and good until it expires: ${failure.message}`);
      }
    }
    if (count === 0) yield 'Nobody is logged in.\n';
  },
});
