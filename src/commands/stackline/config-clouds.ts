import { list } from '../../command/define.js';
import type { CloudEntry } from '../../core/config-access.js';

export const about = { name: 'config clouds', summary: 'List the clouds of clouds.yaml.', aliases: ['config list'] };

export default list({
  login: false,
  runsWithoutSettings: true,
  rows: async function* ({ program, warn }) {
    const { clouds, files } = await (await program.config()).clouds();
    yield clouds;
    if (files.length === 0)
      warn('There is no clouds.yaml: neither here, nor in ~/.config/openstack, nor in /etc/openstack.');
    for (const { name, problem } of clouds) if (problem !== '') warn(`${name}: ${problem}`);
  },
  columns: {
    name: { title: 'Cloud', value: ({ name }: CloudEntry) => name },
    authUrl: { title: 'Auth URL', value: ({ authUrl }: CloudEntry) => authUrl },
    user: { title: 'User', value: ({ user }: CloudEntry) => user },
    project: { title: 'Project', value: ({ project }: CloudEntry) => project },
    regions: {
      title: 'Regions',
      value: ({ regions }: CloudEntry) => regions,
      text: ({ regions }: CloudEntry) => regions.join(', '),
    },
  },
});
