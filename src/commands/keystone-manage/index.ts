import manage from '../../classic/manage.js';
import type { Applet } from '../../command/applet.js';
import commands from './manifest.js';

const DATABASE = "it works on keystone's database, on the controller: no public command does that.";
const KEYS = "it writes keystone's keys on the controller: no public command does that.";
const MAPPING =
  'it works on the ids that keystone keeps for users of LDAP, on the controller: no public command does that.';

/** keystone/cmd/cli.py, and what it had before. */
export default {
  client: manage,
  summary: 'Identity: what keystone-manage does, and which public command does it instead.',
  service: 'identity',
  commands,
  replacements: {
    bootstrap:
      "the first login can only be made on the controller; after it, 'keystone tenant-create', 'keystone user-create', " +
      "'keystone user-role-add', 'keystone service-create' and 'keystone endpoint-create' do the rest.",
    create_jws_keypair: KEYS,
    credential_migrate: DATABASE,
    credential_rotate: KEYS,
    credential_setup: KEYS,
    db_sync: DATABASE,
    db_version: DATABASE,
    doctor: "it looks at keystone's settings on the controller: no public command does that.",
    domain_config_upload: "'PUT /v3/domains/{domain_id}/config' of the Identity API does that, domain by domain.",
    export_legacy_catalog: "'keystone service-list' and 'keystone endpoint-list' read what it exported.",
    fernet_rotate: KEYS,
    fernet_setup: KEYS,
    import_legacy: DATABASE,
    import_nova_auth: DATABASE,
    mapping_engine: 'it tries the rules of a federation on a file, on the controller: no public command does that.',
    mapping_populate: MAPPING,
    mapping_purge: MAPPING,
    pki_setup: KEYS,
    receipt_rotate: KEYS,
    receipt_setup: KEYS,
    saml_idp_metadata: "'GET /v3/OS-FEDERATION/saml2/metadata' of the Identity API reads what it made.",
    ssl_setup: KEYS,
    token_flush: DATABASE,
    token_rotate: KEYS,
    token_setup: KEYS,
    trust_flush: "'openstack trust delete' deletes a trust that has ended; all at once only the database does.",
  },
} satisfies Applet;
