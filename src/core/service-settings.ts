import { type Definition, settingOption as text } from './definition.js';

/** Where the services are, and how they are asked: part of the table of `core/definitions.ts`. */
export const serviceSettings = {
  region: {
    option: text('os-region-name', '<region>', 'Region.', ['region-name']),
    names: { env: ['OS_REGION_NAME'], userConfig: 'region', label: 'region-name' },
    traits: { group: 'where', decidesLogin: false, recorded: true },
  },
  interface: {
    type: 'interface',
    default: 'public',
    option: text(
      'os-endpoint-type',
      '<interface>',
      'public, internal or admin; publicURL, internalURL, adminURL are the same.',
      ['endpoint-type', 'os-interface'],
    ),
    names: {
      env: ['OS_ENDPOINT_TYPE', 'OS_INTERFACE'],
      beside: ['endpoint_type', 'interface'],
      userConfig: 'interface',
      openstack: '--os-interface',
    },
    traits: { group: 'where', decidesLogin: false, recorded: true },
  },
  /** A fixed URL of the program's own service. */
  endpointOverride: {
    option: text('os-endpoint-override', '<url>', 'Use this URL instead of the one in the service catalogue.', [
      'endpoint-override',
      'bypass-url',
    ]),
    names: { openstack: false },
    traits: { group: 'where', decidesLogin: false, recorded: true },
  },
  /** Fixed URLs by service; `endpointOverride` wins for the program's own. */
  endpoints: { type: 'urls', names: {}, traits: { group: 'where', decidesLogin: false } },
  serviceType: {
    option: text('service-type', '<service-type>', 'Service type to look for in the catalogue.'),
    names: { openstack: false },
    traits: { group: 'where', decidesLogin: false, recorded: true },
  },
  serviceName: {
    option: text('service-name', '<service-name>', 'Service name to look for in the catalogue.'),
    names: { openstack: false },
    traits: { group: 'where', decidesLogin: false, recorded: true },
  },
  identityApiVersion: {
    option: text('os-identity-api-version', '<version>', 'Identity API: 2.0 or 3.'),
    names: { env: ['OS_IDENTITY_API_VERSION'], beside: ['identity_api_version'] },
    traits: { group: 'how', decidesLogin: true, recorded: true },
  },
  computeApiVersion: {
    option: text('os-compute-api-version', '<version>', 'Compute API: 2.N or 2.latest.'),
    names: {
      env: ['OS_COMPUTE_API_VERSION'],
      beside: ['compute_default_microversion', 'compute_api_version'],
      userConfig: 'compute-api-version',
    },
    traits: { group: 'how', decidesLogin: false, recorded: true },
  },
  imageApiVersion: {
    option: text('os-image-api-version', '<version>', 'Image API.'),
    names: { env: ['OS_IMAGE_API_VERSION'], beside: ['image_api_version'] },
    traits: { group: 'how', decidesLogin: false, recorded: true },
  },
  volumeApiVersion: {
    option: text('os-volume-api-version', '<version>', 'Volume API.'),
    names: {
      env: ['OS_VOLUME_API_VERSION'],
      // openstacksdk's names of the service, in its order.
      beside: [
        'block_storage_api_version',
        'volumev3_api_version',
        'volumev2_api_version',
        'volume_api_version',
        'block_store_api_version',
      ],
    },
    traits: { group: 'how', decidesLogin: false, recorded: true },
  },
  /** How far a server was trusted decides a login, since its catalogue tells where tokens go. */
  cacert: {
    type: 'path',
    option: text('os-cacert', '<file>', 'CA certificates that sign the servers’.', ['ca-file']),
    names: { env: ['OS_CACERT'], beside: ['cacert'], userConfig: 'cacert', host: 'cacert' },
    traits: { group: 'how', decidesLogin: true },
  },
  cert: {
    type: 'path',
    option: text('os-cert', '<file>', 'Client certificate.', ['cert-file']),
    names: { env: ['OS_CERT'], beside: ['cert'], userConfig: 'cert', host: 'cert' },
    traits: { group: 'how', decidesLogin: false },
  },
  key: {
    type: 'path',
    option: text('os-key', '<file>', 'Key of the client certificate.', ['key-file']),
    names: { env: ['OS_KEY'], beside: ['key'], userConfig: 'key', host: 'key' },
    traits: { group: 'how', decidesLogin: false },
  },
  insecure: {
    type: 'flag',
    default: false,
    option: { kind: 'flag', short: 'k', help: 'Do not check certificates.', default: false },
    names: { host: false },
    traits: { group: 'how', decidesLogin: true },
  },
  /** Seconds that a server may stay silent. */
  timeout: {
    type: 'seconds',
    default: 60,
    option: text('timeout', '<seconds>', 'How long a server may stay silent.'),
    names: { userConfig: 'timeout', host: 'timeout', openstack: false },
    traits: { group: 'how', decidesLogin: false },
  },
  /** May logins be kept? `--no-cache`, OS_NO_CACHE and OS_CACHE say it, in `config/settings.ts`. */
  cache: { type: 'flag', default: true, names: {}, traits: { group: 'how', decidesLogin: false } },
} as const satisfies Readonly<Record<string, Definition>>;
