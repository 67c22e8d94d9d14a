import neutron from '../../classic/neutron.js';
import type { Applet } from '../../command/applet.js';
import commands from './manifest.js';

export default {
  client: neutron,
  summary: 'Network: networks, subnets, ports, routers, and what else the network service knows.',
  commands,
} satisfies Applet;
