import { list } from '../../command/define.js';
import { filterQuery, SORT_KEYS, sortOrder, volumeList } from '../../services/volume/listing.js';
import { messages } from '../../services/volume/resources.js';
import { columns } from '../shared/volume-columns.js';
import * as options from '../shared/volume-options.js';

export const about = { summary: 'Lists all messages.' };

const KEYS = ['resource_type', 'event_id', 'resource_uuid', 'message_level', 'guaranteed_until', 'request_id'];

export default list({
  openstack: 'volume message list {resourceUuid?} {resourceType?} {eventId?} {requestId?} {level?} {filters?} {sort?}',
  apiVersion: '3.3',
  options: {
    ...options.paging('message', { apiVersion: '3.5' }),
    resourceUuid: options.filter('resource uuid', '<resource_uuid>', { long: 'resource_uuid' }),
    resourceType: options.filter('resource type', '<type>', { long: 'resource_type' }),
    eventId: options.filter('event id', '<id>', { long: 'event_id' }),
    requestId: options.filter('request id', '<request_id>', { long: 'request_id' }),
    level: options.filter('message level', '<level>'),
    filters: options.filters('3.33'),
  },
  rows: ({ session, options: given }) => {
    const { marker, limit, sort } = given;
    const own = {
      resource_uuid: given.resourceUuid,
      event_id: given.eventId,
      request_id: given.requestId,
      resource_type: given.resourceType?.toUpperCase(),
    };
    options.checkOnce(given.filters, own);
    const query = {
      ...own,
      ...filterQuery(given.filters),
      ...(given.level ? { message_level: given.level.toUpperCase() } : {}),
      marker,
      sort: sortOrder(sort, [...SORT_KEYS, ...KEYS]),
    };
    return volumeList(session, messages, query, { limit });
  },
  columns: () => columns('ID', 'Resource Type', 'Resource UUID', 'Event ID', 'User Message'),
  sortBy: ({ sort }) => (sort ? false : undefined),
});
