import { integer, type Option } from '../../command/options.js';
import type { Json } from '../../lib/read.js';

const limit = (long: string, lastMicroversion?: string): Option<number | undefined> =>
  integer(`<${long}>`, `New value for the "${long}" quota.`, {
    // What the newest API has no more is not in the help.
    ...(lastMicroversion !== undefined && { lastMicroversion, hidden: true }),
  });

/** New limits. @param lastOfNetworks the last Compute microversion that has those of networks */
export const limitOptions = (lastOfNetworks: string) => ({
  instances: limit('instances'),
  cores: limit('cores'),
  ram: limit('ram'),
  floatingIps: limit('floating-ips', lastOfNetworks),
  fixedIps: limit('fixed-ips', lastOfNetworks),
  metadataItems: limit('metadata-items'),
  injectedFiles: limit('injected-files', '2.56'),
  injectedFileContentBytes: limit('injected-file-content-bytes', '2.56'),
  injectedFilePathBytes: limit('injected-file-path-bytes', '2.56'),
  keyPairs: limit('key-pairs'),
  securityGroups: limit('security-groups', lastOfNetworks),
  securityGroupRules: limit('security-group-rules', lastOfNetworks),
  serverGroups: limit('server-groups'),
  serverGroupMembers: limit('server-group-members'),
});

/** What was given, by the API's names: `keyPairs` is `key_pairs`. */
export function limitsOf(options: Readonly<Record<string, unknown>>): Json {
  const names = Object.keys(limitOptions(''));
  const given = names.filter((name) => options[name] !== undefined);
  const apiName = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(given.map((name) => [apiName(name), options[name]]));
}
