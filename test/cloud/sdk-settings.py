#!/usr/bin/python3
"""What openstacksdk makes of files of clouds: a case (JSON) per line of stdin, its answer per line of stdout.

A case has `texts` by file name, perhaps `region`, and is about the cloud `c`. The answer has `settings` under the names
of src/core/settings.ts, or `error`.
"""
import json
import os
import sys
import tempfile
import warnings

from openstack import config as sdk

warnings.simplefilter('ignore')
AUTH = {
    'authUrl': ['auth_url'], 'username': ['username', 'user_name'], 'userId': ['user_id'], 'password': ['password'],
    'projectId': ['project_id', 'tenant_id'], 'projectName': ['project_name', 'tenant_name'],
    'userDomainId': ['user_domain_id'], 'userDomainName': ['user_domain_name'],
    'projectDomainId': ['project_domain_id'], 'projectDomainName': ['project_domain_name'],
    'defaultDomainId': ['default_domain_id'], 'defaultDomainName': ['default_domain_name'],
    'domainId': ['domain_id'], 'domainName': ['domain_name'], 'systemScope': ['system_scope'],
    'trustId': ['trust_id'], 'passcode': ['passcode'], 'token': ['token'],
    'applicationCredentialId': ['application_credential_id'],
    'applicationCredentialName': ['application_credential_name'],
    'applicationCredentialSecret': ['application_credential_secret'],
}
SERVICES = ['compute', 'identity', 'image', 'network', 'object-store', 'volume']


def settings(region):
    c = region.config
    out = {}
    for name, keys in AUTH.items():
        # As _validate_auth does for the keys that a way to log in has: in auth first, then beside it.
        out[name] = next((v for where in (c['auth'], c) for v in [where.get(k) for k in keys] if v), None)
    out['region'] = region.region_name
    out['interface'] = c.get('interface')
    out['timeout'] = c.get('api_timeout')
    out['authType'] = None if c.get('auth_type') == 'password' else c.get('auth_type')
    out['identityApiVersion'] = c.get('identity_api_version')
    out['imageApiVersion'] = c.get('image_api_version')
    out['volumeApiVersion'] = region._get_config('api_version', 'block-storage')
    out['computeApiVersion'] = c.get('compute_default_microversion') or c.get('compute_api_version')
    for key in ('cacert', 'cert', 'key'):
        out[key] = c.get(key)
    out['insecure'] = 'true' if region.get_requests_verify_args()[0] is False else None
    urls = {}
    for s in SERVICES:
        url = region._get_config('endpoint_override', s) or region._get_config('endpoint', s)
        if url:
            urls[s] = url
    out['endpoints'] = urls
    return {k: v if isinstance(v, dict) else str(v) for k, v in out.items() if v not in (None, '', {})}


def answer(case, directory):
    paths = {'clouds': [], 'secure': [], 'clouds-public': []}
    for name, text in case['texts'].items():
        path = os.path.join(directory, name)
        with open(path, 'w') as f:
            f.write(text)
        paths[name.split('.')[0]].append(path)
    try:
        loaded = sdk.OpenStackConfig(config_files=paths['clouds'], secure_files=paths['secure'] or [directory + '/none'],
                                     vendor_files=paths['clouds-public'] or [directory + '/none'], load_envvars=False)
        return {'settings': settings(loaded.get_one('c', region_name=case.get('region'), validate=False))}
    except Exception as e:
        return {'error': '%s: %s' % (type(e).__name__, e)}


for line in sys.stdin:
    with tempfile.TemporaryDirectory() as directory:
        print(json.dumps(answer(json.loads(line), directory)), flush=True)
