import { act } from '../../command/act.js';
import { restArguments } from '../../command/options.js';
import { removeVolume } from '../../services/volume/classic-changes.js';
import { attachmentsInWords, findVolume, getVolume } from '../../services/volume/volumes.js';
import { foundOf } from '../shared/plans.js';

export const about = { summary: 'Remove volume(s).' };

export default act({
  openstack: 'volume delete',
  arguments: { volume: restArguments('<volume>', 'Name or ID of the volume(s) to delete.') },
  // A login that fails, fails for all of them.
  prepare: ({ session }) => session.endpoint('volume'),
  targets: ({ args }) => args.volume,
  find: async ({ session }, given) => foundOf(await findVolume(session, given)),
  goesWith: async (_, volume) => attachmentsInWords(volume),
  look: ({ session }, id) => getVolume(session, id),
  run: ({ session }, volume) => removeVolume(session, volume),
  failedLine: ({ given }, error) => `Delete for volume ${given} failed: ${error.message}`,
  refused: '',
  destroys: 'volume',
  until: 'gone',
});
