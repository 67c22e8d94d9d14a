import { type Answer, json, Refusal } from '../call.js';
import type { Server } from '../world.js';

/** `os-getConsoleOutput`: the last lines of a server's console, all for -1 or no number. */
export function consoleOutput(server: Server, wanted: unknown): Answer {
  if (server.host === null) throw new Refusal(409, `Instance ${server.id} is not ready`);
  const lines = consoleLog(server);
  const most = typeof wanted === 'number' || typeof wanted === 'string' ? Number(wanted) : -1;
  if (!Number.isInteger(most) || most < -1) throw new Refusal(400, `Invalid length: ${most}`);
  const shown = most === -1 ? lines : lines.slice(Math.max(0, lines.length - most));
  return json(200, { output: shown.map((line) => `${line}\n`).join('') });
}

/** What an Ubuntu of the guide's time writes while it starts. */
function consoleLog({ hostname, addresses }: Server): string[] {
  const [first] = addresses;
  return [
    '[    0.000000] Linux version 3.2.0-37-virtual (buildd@allspice) #58-Ubuntu SMP',
    '[    0.000000] Command line: root=LABEL=cloudimg-rootfs ro console=tty1 console=ttyS0',
    '[    0.811530] EXT4-fs (vda1): mounted filesystem with ordered data mode. Opts: (null)',
    `ci-info: eth0: 1 ${first?.addr ?? '.'} 255.255.255.0 ${first?.mac ?? '.'}`,
    'cloud-init boot finished. Up 14.52 seconds',
    '',
    `Ubuntu 12.04.1 LTS ${hostname} ttyS0`,
    '',
    `${hostname} login: `,
  ];
}
