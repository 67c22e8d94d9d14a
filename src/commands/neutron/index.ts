import neutron from '../../classic/neutron.js';
import quantumClient from '../../classic/quantum.js';
import type { Applet } from '../../command/applet.js';
import commands from './manifest.js';

export default {
  client: neutron,
  summary: 'Network: networks, subnets, ports, routers, and what else the network service knows.',
  examples: () => import('./examples.js'),
  commands,
} satisfies Applet;

/** What it was called until 2013. */
export const quantum = {
  client: quantumClient,
  summary: 'Network, under the name that its service had until 2013.',
  examples: () => import('./examples.js'),
  commands,
} satisfies Applet;
