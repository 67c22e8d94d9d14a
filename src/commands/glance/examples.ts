import type { Examples } from '../../command/examples.js';

export default {
  words: {
    'image-id': '2c2e33ef-24fb-4571-ac9c-8fe3aff7f464',
    namespace: 'Cloud::Software::Web',
    object: 'nginx',
    property: 'vcpus',
    tag: 'php',
    model: 'image',
    'member-id': 'c5c0d22c039b272c7de43980767e49ff',
    'task-id': '3e620928-9048-4a81-8cc7-89421774f48e',
  },
  lines: `
image-download: cirros-0.3.1-x86_64 --file cirros.img | cirros-0.3.1-x86_64 --file cirros.img --progress
image-show: 2c2e33ef-24fb-4571-ac9c-8fe3aff7f464
image-tasks: 2c2e33ef-24fb-4571-ac9c-8fe3aff7f464
md-object-property-show: Cloud::Software::Web Apache http_port
md-property-list: OS::Compute::Hypervisor
md-property-show: OS::Compute::Hypervisor vcpus
member-get: 09611698-e405-418a-aa6a-4bd0a39f8fff c5c0d22c039b272c7de43980767e49ff
member-list: --image-id 09611698-e405-418a-aa6a-4bd0a39f8fff
task-list: | --status success
task-show: 3e620928-9048-4a81-8cc7-89421774f48e
`,
} satisfies Examples;
