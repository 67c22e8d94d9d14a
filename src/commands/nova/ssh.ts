import { plainText } from '../../command/define.js';
import { argument, flag, integer, text } from '../../command/options.js';
import { Quiet } from '../../core/errors.js';
import { word } from '../../lib/shell.js';
import { addressFor } from '../../services/compute/address-choice.js';

export const about = { summary: 'SSH into a server.' };

export default plainText({
  openstack:
    'server ssh {login:--login} {port:--port} {identity:--identity} {extraOpts?} {addressType:--address-type} ' +
    '{network?} {ipv6:-6} {server}',
  login: true,
  options: {
    port: integer('<port>', 'Which port to use for ssh (default 22).'),
    private: flag('Use a fixed address.', { hidden: true }),
    addressType: text('<type>', 'Which IP type to use: fixed or floating (the default).'),
    network: text('<network>', 'Network to use for the ssh.'),
    ipv6: flag('Use an IPv6 address attached to the server (default: IPv4).'),
    login: text('<login>', 'Login to use (default root).'),
    identity: text('<file>', 'Private key file, same as the -i option to the ssh command.', { short: 'i' }),
    extraOpts: text('<options>', 'Extra options to pass to ssh; a shell reads them. See: man ssh.'),
  },
  arguments: { server: argument('<server>', 'Name or ID of server; USER@SERVER names the login, too.') },
  // biome-ignore lint/correctness/useYield: what is shown is what ssh shows.
  run: async function* ({ session, args, options, program }) {
    const at = args.server.indexOf('@');
    const server = args.server.slice(at + 1);
    const login = at < 0 ? (options.login ?? 'root') : args.server.slice(0, at);
    const version = options.ipv6 ? 6 : 4;
    const type = options.private ? 'fixed' : (options.addressType ?? 'floating');
    const address = await addressFor(session, server, { version, type, network: options.network });
    const identity = options.identity ? ['-i', word(options.identity)] : [];
    const ssh = ['ssh', `-${version}`, `-p${options.port ?? 22}`, ...identity, word(`${login}@${address}`)];
    // Only the options of the person who types them are a shell's business, as novaclient's os.system has it.
    const code = await program.lendTerminal(['sh', '-c', [...ssh, options.extraOpts ?? ''].join(' ').trim()]);
    // ssh, or what it ran, has said why.
    if (code !== 0) throw new Quiet('failed');
  },
});
