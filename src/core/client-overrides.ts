import type { SettingOverrides } from './definitions.js';

/** python-novaclient 18 `shell.py`; our own commands read what nova reads. */
export const nova: SettingOverrides = {
  username: { env: ['OS_USERNAME', 'NOVA_USERNAME'] },
  password: { env: ['OS_PASSWORD', 'NOVA_PASSWORD'] },
  projectName: { env: ['OS_PROJECT_NAME', 'OS_TENANT_NAME', 'NOVA_PROJECT_ID'] },
  authUrl: { env: ['OS_AUTH_URL', 'NOVA_URL'] },
  region: { env: ['OS_REGION_NAME', 'NOVA_REGION_NAME'] },
  interface: { env: ['NOVA_ENDPOINT_TYPE', 'OS_ENDPOINT_TYPE', 'OS_INTERFACE'] },
  endpointOverride: { env: ['OS_ENDPOINT_OVERRIDE', 'NOVACLIENT_ENDPOINT_OVERRIDE', 'NOVACLIENT_BYPASS_URL'] },
  serviceName: { env: ['NOVA_SERVICE_NAME'] },
  insecure: { env: ['NOVACLIENT_INSECURE'] },
};

/**
 * python-keystoneclient 2.3.2 `shell.py`: there `--os-token` is the admin token, `--os-endpoint` goes with it, and
 * `--endpoint-type` is an option of some of its commands.
 */
export const keystone = (): SettingOverrides => ({
  serviceToken: {
    env: ['OS_SERVICE_TOKEN', 'SERVICE_TOKEN'],
    option: {
      long: 'os-token',
      aliases: ['os-service-token', 'token'],
      help: 'The admin token, with --os-endpoint: no login.',
    },
  },
  serviceEndpoint: {
    env: ['OS_SERVICE_ENDPOINT', 'SERVICE_ENDPOINT'],
    option: { long: 'os-endpoint', aliases: ['os-service-endpoint', 'endpoint'] },
  },
  token: { option: { long: 'os-auth-token', aliases: [] } },
  interface: { option: { aliases: ['os-interface'] } },
  identityApiVersion: { env: ['OS_IDENTITY_API_VERSION', 'KEYSTONE_VERSION'] },
});

/** What the client that an applet stands for spells otherwise. */
export const overridesOf = (applet: string): SettingOverrides => (applet === 'keystone' ? keystone() : nova);
