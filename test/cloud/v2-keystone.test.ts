/** `keystone service-list` and `endpoint-list` over Identity v2.0, against python-keystoneclient 2.3.2. */
import { keystone232, pike } from './clouds.js';
import type { Env } from './processes.js';
import { type Case, sideBySide } from './side-by-side.js';

const cloud = await pike();

const nobody: Env = Object.fromEntries(Object.keys(cloud.env).map((name) => [name, undefined]));
const adminToken: Env = {
  ...nobody,
  OS_SERVICE_TOKEN: 'oslab-admin-token',
  OS_SERVICE_ENDPOINT: 'http://127.0.0.1:15357/v2.0',
};
const options =
  '--os-auth-url http://127.0.0.1:15000/v2.0 --os-username admin --os-password oslab-secret --os-tenant-name admin';

/** Every case for both commands. */
const both = (cases: readonly Case[]): Case[] =>
  ['service-list', 'endpoint-list'].flatMap((verb) =>
    cases.map((one) => ({ ...one, run: `${one.run} ${verb}`.trim() })),
  );

sideBySide(cloud, keystone232, [
  { run: 'service-list', finds: 'OpenStack Object Storage Service' },
  { run: 'endpoint-list', finds: 'http://127.0.0.1:8004/v1/%(tenant_id)s' },
]);

sideBySide(
  cloud,
  keystone232,
  both([
    { run: options, env: nobody },
    { run: options.replaceAll(/--[a-z-]+/g, (option) => `--${option.slice(2).replaceAll('-', '_')}`), env: nobody },
    { run: '', env: { OS_TENANT_NAME: undefined, OS_TENANT_ID: cloud.ids.get('project:admin') } },
    { run: '--os-region-name RegionOne', env: { OS_REGION_NAME: 'Nowhere' } },
    { run: '', env: { OS_REGION_NAME: undefined } },
    { run: '', env: { OS_AUTH_URL: 'http://127.0.0.1:15000/v2.0/' } },
    { run: '', env: { OS_AUTH_URL: 'http://127.0.0.1:15357/v2.0' } },
    { run: '', env: adminToken },
    { run: '--os-token oslab-admin-token --os-endpoint http://127.0.0.1:15357/v2.0', env: nobody },
    { run: '', env: { ...adminToken, OS_SERVICE_TOKEN: 'wrong' } },
    { run: '', env: { ...adminToken, OS_SERVICE_ENDPOINT: undefined } },
    { run: '', as: 'anne' },
    { run: '', env: { OS_PASSWORD: 'wrong' } },
    { run: '', env: { OS_USERNAME: 'nobody' } },
    { run: '', env: { OS_TENANT_NAME: 'nosuch' } },
    { run: '', env: nobody },
    { run: '', env: { ...adminToken, OS_SERVICE_ENDPOINT: 'http://127.0.0.1:15000/v2.0' } },
    { run: '', env: { OS_USERNAME: undefined } },
    { run: '', env: { OS_PASSWORD: undefined } },
    { run: '', env: { OS_AUTH_URL: undefined } },
    { run: '--os-cache' },
  ]),
);

sideBySide(cloud, keystone232, [
  'service-lits',
  'service-list extra',
  'service-list --bogus',
  'endpoint-list --bogus',
  '--bogus endpoint-list',
]);

const halfSentence = "the classic client stops in the middle of its sentence: 'Endpoint for identity service'";
const v2Url = { OS_AUTH_URL: 'http://127.0.0.1:15000/v2.0' };

// Where ours knows better.
sideBySide(
  cloud,
  keystone232,
  both([
    { run: '', env: { OS_REGION_NAME: 'Nowhere' }, stderr: { is: /identity.*Nowhere/, because: halfSentence } },
    {
      run: '',
      env: { OS_REGION_NAME: 'RegionTwo' },
      stderr: { is: /admin.*identity.*RegionTwo/, because: halfSentence },
    },
    { run: '', env: { OS_TENANT_NAME: undefined }, stderr: { is: /tenant/i, because: halfSentence } },
    {
      run: '',
      env: { OS_AUTH_URL: 'http://127.0.0.1:9/v2.0' },
      stderr: {
        is: /^(Authorization Failed: )?Unable to establish connection to http:\/\/127\.0\.0\.1:9\/v2\.0\/tokens: .*refused\n$/,
        because: 'ours says why',
      },
    },
    {
      run: '',
      env: { OS_AUTH_URL: 'http://127.0.0.1:15000' },
      peer: { env: v2Url, because: 'the classic client asks for /tokens and is told 404; ours finds the version' },
    },
    {
      run: '',
      env: { ...adminToken, ...v2Url, OS_USERNAME: 'admin' },
      peer: { env: adminToken, because: 'the classic client prints a warning before the table, on stdout' },
      stderr: { is: /^(WARNING: Bypassing authentication.*\n)?$/, because: 'a warning belongs here' },
    },
  ]),
);

sideBySide(cloud, keystone232, [
  {
    run: 'service-list',
    env: { OS_AUTH_URL: 'http://127.0.0.1:15000/v3' },
    peer: { env: v2Url, because: 'the classic client knows v2.0 only; the services are the same over v3' },
  },
]);
