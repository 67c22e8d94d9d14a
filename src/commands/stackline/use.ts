import { plainText } from '../../command/define.js';
import { flag, optionalArgument } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { nearest } from '../../lib/nearest.js';

export const about = { summary: 'Choose the cloud that is used where nothing names another one.' };

export default plainText({
  runsWithoutSettings: true,
  options: { none: flag("Choose none any more; 'use -' is the same.") },
  arguments: {
    cloud: optionalArgument(
      '<cloud>',
      'A cloud of clouds.yaml; left out: which one is chosen. --os-cloud, --os-auth-url, OS_CLOUD and OS_AUTH_URL win over it, in this order.',
    ),
  },
  run: async function* ({ args: { cloud }, options: { none }, program, warn }) {
    const config = await program.config();
    const { chosen, path, overruledBy } = config.choice();
    if (none || cloud === '-') {
      yield `No cloud is chosen any more in ${await config.keep('cloud', undefined)}\n`;
      return;
    }
    const wins = overruledBy === undefined ? undefined : `It is not used now: ${overruledBy} wins over it.`;
    if (cloud === undefined) {
      yield chosen === undefined ? 'No cloud is chosen.\n' : `${chosen} (${path})\n`;
      if (chosen !== undefined && wins !== undefined) warn(wins);
      return;
    }
    const { clouds } = await config.clouds();
    const names = clouds.map(({ name }) => name);
    if (!names.includes(cloud)) {
      const meant = nearest(cloud, names);
      const hint = meant === undefined ? `There are: ${names.join(', ') || 'none'}.` : `Did you mean '${meant}'?`;
      throw new Failure(`Cloud ${cloud} was not found.`, { hint });
    }
    yield `Cloud ${cloud} is chosen in ${await config.keep('cloud', cloud)}\n`;
    if (wins !== undefined) warn(wins);
  },
});
