/** How nova-manage names a build of a guest agent. */
import { requiredText, text } from '../../command/options.js';

export const whichAgent = {
  os: requiredText('<os>', 'Operating system.', { isWord: true }),
  architecture: requiredText('<architecture>', 'CPU architecture.', { isWord: true }),
};

export const whatAgent = {
  // Not `version`: that is what all commands tell of this program.
  build: requiredText('<version>', 'Version.', { long: 'version', isWord: true }),
  url: requiredText('<url>', 'URL.', { isWord: true }),
  md5hash: requiredText('<md5hash>', 'MD5 hash.', { isWord: true }),
};

export const hypervisor = text('<hypervisor>', 'Hypervisor (default xen).', { isWord: true });
