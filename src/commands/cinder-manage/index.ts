import manage from '../../classic/manage.js';
import type { Applet } from '../../command/applet.js';
import commands from './manifest.js';

const DATABASE = "it works on cinder's database, on the controller: no public command does that.";

export default {
  client: manage,
  summary: 'Volumes: which services run, and where, as cinder-manage prints them, and more that it does.',
  service: 'volume',
  examples: () => import('./examples.js'),
  commands,
  replacements: {
    backup: "'cinder backup-reset-state' does that for states; moving backups to another host only the database does.",
    cg: DATABASE,
    cluster: "'cinder cluster-list' reads them; removing and renaming only the database does.",
    config: 'it reads the settings of the controller: no public command does that.',
    db: DATABASE,
    logs: 'it reads the log files of the controller: no public command does that.',
    migrate: DATABASE,
    quota: DATABASE,
    service: DATABASE,
    shell: 'it works on the controller itself: no public command does that.',
    sm: DATABASE,
    util: DATABASE,
    version: "no API tells the version of cinder's package; 'cinder version-list' shows those of its API.",
    volume: "'cinder list' and 'cinder reset-state' do that; hosts of volumes only the database changes.",
  },
} satisfies Applet;
