import { argument, flag, many } from '../../command/options.js';
import { snapshotServer } from '../../services/compute/snapshots.js';
import { pairsOf } from '../shared/metadata.js';
import { showSnapshot } from '../shared/snapshots.js';

export const about = { summary: 'Create a new image by taking a snapshot of a running server.' };

export default showSnapshot({
  openstack: 'server image create --name {name} {metadata:--property} {show!} {poll:--wait} {server}',
  options: {
    metadata: many(
      '<key=value>',
      'Record arbitrary key/value metadata to /meta_data.json on the metadata server. Can be specified multiple times.',
    ),
    show: flag('Print image info.'),
    poll: flag('Report the snapshot progress and poll until image creation is complete.'),
  },
  arguments: { name: argument('<name>', 'Name of snapshot.') },
  run: ({ session, options, args }, server) =>
    snapshotServer(session, server, { name: args.name, metadata: pairsOf(options.metadata) }),
  isShown: ({ options }) => options.show,
});
