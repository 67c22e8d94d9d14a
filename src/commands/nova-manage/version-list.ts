import { list } from '../../command/define.js';
import { computeVersion } from '../../services/compute/versions.js';

export const about = { name: 'version list', summary: 'Show what can be known of the release.', aliases: ['version'] };

export default list({
  openstack: 'versions show --service compute',
  rows: async function* ({ session, warn }) {
    const { release, ...version } = await computeVersion(session);
    warn(
      "No API tells the version of nova's package: " +
        (release === undefined ? "'-' stands for it." : 'the release is the one with this highest microversion.'),
    );
    yield [{ release, ...version }];
  },
  columns: {
    release: { title: 'release', value: (version) => version.release },
    api: { title: 'api', value: (version) => version.api },
    lowest: { title: 'min_version', value: (version) => version.lowest },
    highest: { title: 'version', value: (version) => version.highest },
  },
  lines: {
    line: ([release, api, lowest, highest]) =>
      `${release} (API ${api}${highest === '-' ? '' : `, ${lowest} to ${highest}`})`,
  },
});
