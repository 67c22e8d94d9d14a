import type { CloudFile } from './clouds.js';

const DEFAULT_DOMAINS = { user_domain_name: 'Default', project_domain_name: 'Default' };
const V3 = { identity_api_version: '3' };

/** Where public clouds are, and what they have to be told: the shape of `clouds-public.yaml`. */
const profiles = {
  auro: { auth: { auth_url: 'https://api.van2.auro.io:5000/v3', ...DEFAULT_DOMAINS }, region_name: 'RegionOne', ...V3 },
  betacloud: {
    auth: { auth_url: 'https://api-1.betacloud.de:5000' },
    regions: ['betacloud-1'],
    block_storage_api_version: '3',
    ...V3,
  },
  bluebox: { region_name: 'RegionOne', block_storage_api_version: '1' },
  catalyst: {
    auth: { auth_url: 'https://api.cloud.catalyst.net.nz:5000/v2.0' },
    regions: ['nz-por-1', 'nz_wlg_2'],
    image_api_version: '1',
    block_storage_api_version: '1',
  },
  citycloud: {
    auth: { auth_url: 'https://{region_name}.citycloud.com:5000/v3/' },
    regions: ['Buf1', 'Fra1', 'Lon1', 'Sto2', 'Kna1', 'dx1', 'tky1'],
    block_storage_api_version: '1',
    ...V3,
  },
  conoha: {
    auth: { auth_url: 'https://identity.{region_name}.conoha.io' },
    regions: ['sin1', 'sjc1', 'tyo1'],
    identity_api_version: '2',
  },
  dreamcompute: { auth: { auth_url: 'https://iad2.dream.io:5000' }, region_name: 'RegionOne', ...V3 },
  elastx: { auth: { auth_url: 'https://ops.elastx.cloud:5000/v3' }, region_name: 'se-sto', ...V3 },
  entercloudsuite: {
    auth: { auth_url: 'https://api.entercloudsuite.com/' },
    regions: ['it-mil1', 'nl-ams1', 'de-fra1'],
    image_api_version: '1',
    block_storage_api_version: '1',
    ...V3,
  },
  fuga: {
    auth: { auth_url: 'https://identity.api.fuga.io:5000', ...DEFAULT_DOMAINS },
    regions: ['cystack'],
    block_storage_api_version: '3',
    ...V3,
  },
  ibmcloud: {
    auth: { auth_url: 'https://identity.open.softlayer.com' },
    regions: ['london'],
    block_storage_api_version: '2',
    ...V3,
  },
  internap: {
    auth: { auth_url: 'https://identity.api.cloud.iweb.com' },
    regions: ['ams01', 'da01', 'nyj01', 'sin01', 'sjc01'],
    ...V3,
  },
  limestonenetworks: {
    auth: { auth_url: 'https://auth.cloud.lstn.net:5000/v3' },
    regions: ['us-dfw-1', 'us-slc'],
    volume_api_version: '3',
    ...V3,
  },
  otc: {
    auth: { auth_url: 'https://iam.{region_name}.otc.t-systems.com/v3' },
    regions: ['eu-de', 'eu-nl'],
    interface: 'public',
    ...V3,
  },
  ovh: {
    auth: { auth_url: 'https://auth.cloud.ovh.net/', ...DEFAULT_DOMAINS },
    regions: 'BHS BHS1 BHS3 BHS5 DE DE1 GRA GRA1 GRA5 GRA7 SBG SBG1 SBG5 UK UK1 WAW WAW1 SYD1 SGP1'.split(' '),
    ...V3,
  },
  'ovh-us': { auth: { auth_url: 'https://auth.cloud.ovh.us/', ...DEFAULT_DOMAINS }, regions: ['US-EAST-VA-1'], ...V3 },
  rackspace: {
    auth: { auth_url: 'https://identity.api.rackspacecloud.com/v2.0/' },
    regions: ['DFW', 'HKG', 'IAD', 'ORD', 'SYD', 'LON'],
    block_storage_api_version: '2',
  },
  switchengines: { auth: { auth_url: 'https://keystone.cloud.switch.ch:5000/v3' }, regions: ['LS', 'ZH'], ...V3 },
  ultimum: {
    auth: { auth_url: 'https://console.ultimum-cloud.com:5000/' },
    block_storage_api_version: '1',
    ...V3,
  },
  unitedstack: {
    auth: { auth_url: 'https://identity.api.ustack.com/v3' },
    regions: ['bj1', 'gd1'],
    block_storage_api_version: '1',
    ...V3,
  },
  // Theirs is a URL from which the rest is fetched; what settings mean is not asked of the network here.
  vexxhost: { auth: { auth_url: 'https://auth.vexxhost.net/v3' }, ...V3 },
  zetta: { auth: { auth_url: 'https://identity.api.zetta.io/v3' }, regions: ['no-osl1'], ...V3 },
};

/**
 * The public clouds that openstacksdk knows by itself, for a `profile:` that no `clouds-public.yaml` has. Facts of its
 * `openstack/config/vendors/*.json`, release 0.101, as far as a login and the services here are concerned;
 * `test/cloud/cloud-files.test.ts` compares them. Its `{region_name}.blockstorage.api.rackspacecloud.com` is left out:
 * it is no URL before the project's id is known.
 */
export const vendors: CloudFile = { path: 'what is known of public clouds', document: { 'public-clouds': profiles } };
