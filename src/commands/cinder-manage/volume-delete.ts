import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { actOnOne } from '../../services/resource.js';
import { volumes } from '../../services/volume/resources.js';
import { attachmentsInWords, getVolume } from '../../services/volume/volumes.js';

export const about = {
  name: 'volume delete',
  summary: 'Delete a volume, bypassing the check that it must be available.',
};

export default act({
  openstack: 'volume delete --force',
  arguments: { volume: argument('<volume_id>', 'Volume ID to be deleted.') },
  targets: ({ args }) => [args.volume],
  whole: ({ session }, id) => getVolume(session, id),
  goesWith: async (_, volume) => attachmentsInWords(volume),
  look: ({ session }, id) => getVolume(session, id),
  run: async ({ session }, id) => {
    const { status } = await getVolume(session, id);
    if (status === 'in-use') throw new Failure('Volume is in-use.\nDetach volume from instance and then try again.');
    return actOnOne(session, volumes, id, 'os-force_delete');
  },
  destroys: 'volume',
  until: 'gone',
});
