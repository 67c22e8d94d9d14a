import { uuid } from '../ids.js';
import type { World } from '../world.js';
import type { ImageTables, MetadefNamespace } from '../world-image.js';
import { tenantId, userId } from './identity.js';
import { imageId } from './images.js';

const created = '2013-01-10T10:00:00Z';

/** What glance keeps beside the images, so that every list has something to show. */
export function imageTables(_world: World): ImageTables {
  return {
    tasks: [
      importTask('cirros-0.3.1-x86_64', 'success', ''),
      importTask('Ubuntu 12.10 cloudimg amd64', 'failure', 'The source cannot be read.'),
    ],
    namespaces: [hypervisor(), webServers()],
    resourceTypes: ['OS::Cinder::Volume', 'OS::Glance::Image', 'OS::Nova::Flavor', 'OS::Nova::Server'].map((name) => ({
      name,
      created,
    })),
    cached: [
      { imageId: imageId('cirros-0.3.1-x86_64'), hits: 7, lastAccessed: 1361820600.5, lastModified: 1361300400.25 },
    ],
    queued: [imageId('CentOS 6.3 x86_64')],
  };
}

function importTask(image: string, status: 'success' | 'failure', message: string): ImageTables['tasks'][0] {
  const from = `http://cloud.example.com/images/${encodeURIComponent(image)}.qcow2`;
  const id = uuid('image-task', image);
  return {
    id,
    type: 'import',
    status,
    ownerId: tenantId('admin'),
    userId: userId('admin'),
    imageId: imageId(image),
    requestId: `req-${uuid('image-task-request', image)}`,
    input: { import_from: from, import_from_format: 'qcow2', image_properties: { name: image } },
    result: status === 'success' ? { image_id: imageId(image) } : null,
    message,
    created: `2013-01-1${status === 'success' ? 0 : 1}T14:01:58Z`,
    updated: `2013-01-1${status === 'success' ? 0 : 1}T14:02:31Z`,
    expires: null,
  };
}

function hypervisor(): MetadefNamespace {
  return {
    namespace: 'OS::Compute::Hypervisor',
    displayName: 'Hypervisor',
    description: 'Which hypervisor an image is made for.',
    visibility: 'public',
    protected: true,
    ownerId: tenantId('admin'),
    created,
    updated: created,
    resourceTypes: [
      { name: 'OS::Glance::Image', created },
      { name: 'OS::Nova::Server', prefix: 'hw_', created },
    ],
    properties: {
      hypervisor_type: {
        title: 'Type',
        description: 'The hypervisor that the image needs.',
        operators: ['<or>'],
        type: 'string',
        enum: ['kvm', 'xen', 'qemu'],
      },
      vcpus: { title: 'Virtual CPUs', type: 'integer', minimum: 1 },
    },
    objects: [],
    tags: [],
  };
}

function webServers(): MetadefNamespace {
  return {
    namespace: 'Cloud::Software::Web',
    displayName: 'Web servers',
    description: 'What an image serves the web with.',
    visibility: 'private',
    protected: false,
    ownerId: tenantId('jtopjian'),
    created: '2013-02-14T15:00:00Z',
    updated: '2013-02-14T15:00:00Z',
    resourceTypes: [{ name: 'OS::Glance::Image', created }],
    properties: {},
    objects: [
      {
        name: 'Apache',
        description: 'The Apache HTTP server.',
        required: ['http_port'],
        properties: {
          http_port: { title: 'Port', description: 'Where it listens.', type: 'integer', minimum: 1, maximum: 65535 },
          version: { title: 'Version', type: 'string' },
        },
        created: '2013-02-14T15:00:00Z',
        updated: '2013-02-14T15:00:00Z',
      },
      {
        name: 'nginx',
        description: 'A web server that is also a proxy for other protocols: mail, TCP and UDP (Игорь Сысоев, 2004).',
        required: [],
        properties: {},
        created: '2013-02-14T15:00:00Z',
        updated: '2013-02-14T15:00:00Z',
      },
    ],
    tags: [
      { name: 'php', created: '2013-02-14T15:00:01Z' },
      { name: 'python', created: '2013-02-14T15:00:00Z' },
    ],
  };
}
