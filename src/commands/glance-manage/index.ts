import manage from '../../classic/manage.js';
import type { Applet } from '../../command/applet.js';
import commands from './manifest.js';

const DATABASE = "it works on glance's database, on the controller: no public command does that.";
const READS = "'glance md-namespace-list' and 'glance md-namespace-show' read what there is.";

/** All that glance-manage ever did was done to its database (glance/cmd/manage.py). */
export default {
  client: manage,
  summary: 'Images: what glance-manage does, and which public command does it instead.',
  service: 'image',
  commands,
  replacements: {
    db: DATABASE,
    'db export_metadefs': `${DATABASE} ${READS}`,
    'db load_metadefs': "'glance md-namespace-import' creates a namespace from a file.",
    'db unload_metadefs': "'glance md-namespace-delete' deletes a namespace with all that is in it.",
    db_check: DATABASE,
    db_contract: DATABASE,
    db_downgrade: DATABASE,
    db_expand: DATABASE,
    db_export_metadefs: `${DATABASE} ${READS}`,
    db_load_metadefs: "'glance md-namespace-import' creates a namespace from a file.",
    db_migrate: DATABASE,
    db_sync: DATABASE,
    db_unload_metadefs: "'glance md-namespace-delete' deletes a namespace with all that is in it.",
    db_upgrade: DATABASE,
    db_version: DATABASE,
    db_version_control: DATABASE,
    version_control: DATABASE,
  },
} satisfies Applet;
