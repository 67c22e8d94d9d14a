import { act } from '../../command/act.js';
import { argument, restArguments } from '../../command/options.js';
import { findAggregate } from '../../services/compute/aggregates.js';
import { cacheImages } from '../../services/compute/cached-images.js';
import { foundOf } from '../shared/plans.js';

export const about = { summary: 'Request images be cached.' };

export default act({
  openstack: 'aggregate cache image',
  microversion: '2.81',
  arguments: {
    aggregate: argument('<aggregate>', 'Name or ID of the aggregate.'),
    images: restArguments('<image>', 'Name or ID of image(s) to cache on the hosts within the aggregate.'),
  },
  unseen:
    'no API tells when the images are on the hosts: the log of nova-conductor does, and its notifications ' +
    '(aggregate.cache_images.progress, .end)',
  targets: ({ args }) => [args.aggregate],
  find: async ({ session }, given) => foundOf(await findAggregate(session, given)),
  findFirst: ({ session }, given) => findAggregate(session, given),
  run: ({ session, args }, _, aggregate) => cacheImages(session, aggregate, args.images),
});
