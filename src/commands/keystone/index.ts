import type { Applet } from '../../command/applet.js';

export default {
  summary: 'Identity: services, their endpoints, and who may use them.',
  commands: {
    catalog: {
      summary: 'List service catalog, possibly filtered by service.',
      load: () => import('./catalog.js'),
    },
    discover: {
      summary: 'Discover Keystone servers, supported API versions and extensions.',
      load: () => import('./discover.js'),
    },
    'ec2-credentials-get': {
      summary: 'Display EC2-compatible credentials.',
      load: () => import('./ec2-credentials-get.js'),
    },
    'ec2-credentials-list': {
      summary: 'List EC2-compatible credentials for a user.',
      load: () => import('./ec2-credentials-list.js'),
    },
    'endpoint-get': {
      summary: 'Find endpoint filtered by a specific attribute or service type.',
      load: () => import('./endpoint-get.js'),
    },
    'endpoint-list': { summary: 'List configured service endpoints.', load: () => import('./endpoint-list.js') },
    'role-get': { summary: 'Display role details.', load: () => import('./role-get.js') },
    'role-list': { summary: 'List all roles.', load: () => import('./role-list.js') },
    'service-get': { summary: 'Display service from Service Catalog.', load: () => import('./service-get.js') },
    'service-list': { summary: 'List all services in Service Catalog.', load: () => import('./service-list.js') },
    'tenant-get': { summary: 'Display tenant details.', load: () => import('./tenant-get.js') },
    'tenant-list': { summary: 'List all tenants.', load: () => import('./tenant-list.js') },
    'token-get': { summary: 'Display the current user token.', load: () => import('./token-get.js') },
    'user-get': { summary: 'Display user details.', load: () => import('./user-get.js') },
    'user-list': { summary: 'List users.', load: () => import('./user-list.js') },
    'user-role-list': { summary: 'List roles granted to a user.', load: () => import('./user-role-list.js') },
  },
} satisfies Applet;
