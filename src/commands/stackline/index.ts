import type { Applet } from '../../command/applet.js';

export default {
  summary: 'The command line for OpenStack administrators.',
  commands: {
    api: { summary: 'Send any request to a service, and print its answer.', load: () => import('./api.js') },
    catalog: { summary: 'List where the services are.', load: () => import('./catalog.js') },
    config: { summary: 'List the settings of a login and where each came from.', load: () => import('./config.js') },
    'config clouds': {
      summary: 'List the clouds of clouds.yaml.',
      aliases: ['config list'],
      load: () => import('./config-clouds.js'),
    },
    'config set': { summary: 'Keep a setting of your own.', load: () => import('./config-set.js') },
    'config unset': { summary: 'Take out a setting of your own.', load: () => import('./config-unset.js') },
    demo: { summary: 'Walk through a cloud, on the embedded one.', load: () => import('./demo.js') },
    doctor: { summary: 'Find out why a login does not work, step by step.', load: () => import('./doctor.js') },
    ec2rc: { summary: 'Print an ec2rc.sh with your EC2 keys, or pack it.', load: () => import('./ec2rc.js') },
    'links install': {
      summary: 'Make links that call us nova, keystone and so on.',
      load: () => import('./links-install.js'),
    },
    'links list': { summary: 'Show what nova, keystone and so on are.', load: () => import('./links-list.js') },
    'links remove': { summary: 'Remove the links that call us.', load: () => import('./links-remove.js') },
    logout: { summary: 'Forget and revoke the tokens that are kept.', load: () => import('./logout.js') },
    openrc: { summary: 'Print an openrc.sh for your project.', load: () => import('./openrc.js') },
    projects: { summary: 'List the projects that you can work in.', load: () => import('./projects.js') },
    sandbox: { summary: 'Serve the embedded cloud on this machine.', load: () => import('./sandbox.js') },
    token: { summary: 'Show the token that is worked with.', load: () => import('./token.js') },
    whoami: { summary: 'Show who you are to the cloud, and for how long.', load: () => import('./whoami.js') },
  },
} satisfies Applet;
