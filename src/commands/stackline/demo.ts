import { tour } from '../../command/define.js';

export const about = { summary: 'Walk through a cloud, on the embedded one.' };

/** The Operations Guide's chapter "Lay of the Land", example by example: a sentence, and what one types. */
const steps: readonly (readonly [string, string])[] = [
  ['An openrc.sh for the project that one is logged in to', 'openrc'],
  ['and what tools of the EC2 API want to know.', 'ec2rc'],
  ['What is asked of the cloud, and what it answers (without secrets)?', '--debug list --minimal'],
  ['The same by hand, with curl: the catalog of the services,', 'catalog'],
  ['the lines to paste,', 'list --curl'],
  ['and any other path of any service.', 'api GET compute /servers'],
  ['Which services run, and are they well? XXX would mean that one is not.', 'nova-manage service list | sort'],
  ['The same of the block storage.', 'cinder-manage host list | sort'],
  ['Which services does this cloud have?', 'keystone service-list'],
  ['And where do they answer?', 'keystone endpoint-list'],
  ['Which version is it?', 'nova-manage version list'],
  ['How does a server do? A guest on Xen says this,', 'diagnostics Windows'],
  ['and one on KVM this.', 'diagnostics devstack'],
  ['Which ranges of addresses are there?', 'network-list'],
  ['With details, which project and which VLAN among them.', 'nova-manage network list'],
  ['Which floating addresses are there, and which are free?', 'nova-manage floating list'],
  ['Who uses the cloud: projects', 'keystone tenant-list'],
  ['and users.', 'keystone user-list'],
  ['What images are there,', 'glance image-list'],
  ['what is in one of them,', 'glance image-show 2c2e33ef-24fb-4571-ac9c-8fe3aff7f464'],
  ['which volumes, in all projects,', 'cinder list --all-tenants'],
  ['of which types,', 'cinder type-list'],
  ['which networks,', 'neutron net-list'],
  ['and, by the name that the guide has for that client, the subnets in them,', 'quantum subnet-list'],
  ['which of their agents run,', 'neutron agent-list -c agent_type -c host -c alive'],
  ['which addresses of the outside,', 'neutron floatingip-list'],
  ['which containers,', 'swift list --lh'],
  ['and what lies in one of them?', 'swift list -l backups'],
  ['What runs, in all projects?', 'list --all-tenants'],
  ['One server in full.', 'show 81db556b-8aa5-427d-a95c-2a9a6972f630'],
  ['And the Hyper-V hosts below: the last column is the ID that nova has.', 'hyperv vm list'],
  ['All of it also for scripts', 'list --all-tenants --status ERROR -f json'],
  ['and for spreadsheets.', 'service-list -f csv -c name -c type'],
];

export default tour({
  opening: 'A tour of a cloud, on the embedded one: no account, no network.',
  steps: steps.map(([sentence, line]) => ({ sentence, line })),
  ending: 'Every command takes --sandbox. Without it, source an openrc.sh and meet your own cloud.',
});
