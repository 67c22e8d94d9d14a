import { filterText, filterTruth } from './neutron-options.js';

const tags = (which: string, option: string) =>
  filterText(
    'TAG',
    `Filter and list networks which ${which} given tags. Multiple tags can be set like --${option} <tag[,tag...]>`,
  );

/** The filters of networks that have options of their own (neutronclient `network.py` ListNetwork). */
export const networkFilters = {
  options: {
    tenantId: filterText('TENANT_ID', 'Filter networks belonging to the given tenant.'),
    name: filterText('NAME', 'Filter networks according to their name.'),
    adminStateUp: filterTruth('Filter and list the networks whose administrative state is active'),
    status: filterText(
      'STATUS',
      'Filter networks according to their operation status.(For example: ACTIVE, ERROR etc)',
    ),
    shared: filterTruth('Filter and list the networks which are shared.'),
    external: { ...filterTruth('Filter and list the networks which are external.'), long: 'router:external' },
    tags: tags('has all', 'tags'),
    tagsAny: tags('has any', 'tags-any'),
    notTags: tags('does not have all', 'not-tags'),
    notTagsAny: tags('does not have any', 'not-tags-any'),
  },
  filters: {
    tenantId: 'tenant_id',
    name: 'name',
    adminStateUp: 'admin_state_up',
    status: 'status',
    shared: 'shared',
    external: 'router:external',
    tags: 'tags',
    tagsAny: 'tags-any',
    notTags: 'not-tags',
    notTagsAny: 'not-tags-any',
  },
};
