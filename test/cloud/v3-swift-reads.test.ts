/** The read commands of swift over Identity v3 against swiftclient 4.1. */
import { swift41, zed } from './clouds.js';
import { type Case, sideBySide } from './side-by-side.js';

const cloud = await zed();

/** What is new in each answer: its id, the time of an account or container that is not there yet, and tokens. */
const ids = /tx[0-9a-f]{21}-[0-9a-z-]+|X-(Put-)?Timestamp: [\d.]+|gAAAA[\w-]+/g;
const at = (run: string, more: Partial<Case> = {}): Case => ({ run, moves: ids, ...more });

const noWord = {
  is: /unrecognized arguments: --nonsense/,
  because: 'an option that nobody knows is an error, not the name of a container',
};
const noHeader = {
  is: /^Metadata parameter nonsense must contain a ':'\.\nExample: 'Color:Blue' or 'Size:Large'\n$/,
  because: 'the peer has a stack trace above its sentence',
};
const noLogin = (names: readonly string[]): Case['env'] => Object.fromEntries(names.map((name) => [name, undefined]));

sideBySide(cloud, swift41, [
  at('stat', { finds: 'Objects in policy' }),
  at('stat --lh', { finds: '24K' }),
  at('stat -v', { finds: 'StorageURL' }),
  at('-v stat', { finds: 'StorageURL' }),
  at('stat backups', { finds: 'X-Storage-Policy' }),
  at('stat backups --lh'),
  at('stat -v backups', { finds: 'Auth Token' }),
  at('stat backups db.sql', { finds: 'ETag' }),
  at('stat --verbose backups db.sql'),
  at('stat --lh backups etc.tar.gz', { finds: '20K' }),
  at("stat backups -H 'X-Newest: true'"),
  at('stat --version-id null backups db.sql'),
  'stat --version-id null backups',
  'stat nope',
  "stat 'café 東京'",
  at('stat backups nope'),
  at("stat backups 'a b/café?'"),
  'stat nope nope',
  'stat a/b',
  'stat a b c',
  { run: 'stat backups -H nonsense', stderr: noHeader },
  { run: 'stat backups --nonsense', stderr: noWord, code: { is: 2, because: noWord.because } },
  at('stat', { as: 'jtopjian' }),
  at('stat', { as: 'anne' }),
  at('stat nope', { as: 'anne' }),
]);

sideBySide(cloud, swift41, [
  { run: 'list', finds: 'backups' },
  { run: 'list -l', finds: 'Policy-0' },
  { run: 'list --lh', finds: '24K' },
  { run: 'list --long --totals' },
  { run: 'list -lt' },
  { run: 'list --lh -t' },
  { run: 'list --prefix ba', finds: 'backups' },
  { run: 'list -p nope' },
  { run: 'list -l -p nope' },
  { run: 'list -j', finds: '"count"' },
  { run: 'list -j -p nope' },
  at('list -l --json', { finds: '"meta"', moves: /tx[0-9a-f]{21}-[0-9a-z-]+|"date": ".*?"/g }),
  { run: 'list backups', finds: 'db.sql' },
  { run: 'list backups -l', finds: 'application/sql' },
  { run: 'list backups --lh', finds: '4.9K' },
  { run: 'list backups -lt' },
  { run: 'list backups -l -p nope' },
  { run: 'list backups -d .', finds: 'db.' },
  { run: 'list backups -l --delimiter .', finds: 'db.' },
  { run: 'list backups -p d -d .' },
  { run: 'list backups --versions', finds: 'null' },
  { run: 'list backups --versions -l' },
  { run: 'list backups -j', finds: '"hash"' },
  { run: 'list backups -j -d .', finds: '"subdir"' },
  { run: "list backups -H 'X-Newest: true'" },
  'list nope',
  "list 'café 東京'",
  'list -t',
  'list -d /',
  'list --versions',
  'list a/b',
  'list a b',
  'list -p',
  'list backups -j -l extra',
  { run: 'list', as: 'anne' },
  { run: 'list -l', as: 'anne' },
  { run: 'list --lh', as: 'anne' },
  { run: 'list -j', as: 'anne' },
  { run: 'list nope', as: 'anne' },
]);

sideBySide(cloud, swift41, [
  { run: 'capabilities', finds: 'Core: swift' },
  { run: 'info', finds: 'Core: swift' },
  { run: 'capabilities --json', finds: '"slo"' },
  { run: 'capabilities http://127.0.0.1:8080', finds: 'Core: swift' },
  { run: 'capabilities http://127.0.0.1:8080/v1/AUTH_x', finds: 'Core: swift' },
  { run: 'capabilities http://127.0.0.1:8080/info', env: noLogin(['OS_USERNAME', 'OS_AUTH_URL']) },
  { run: 'capabilities a b' },
  { run: 'capabilities', as: 'anne' },
  at('auth', { finds: 'export OS_STORAGE_URL=' }),
  at('auth', { as: 'anne' }),
  { run: 'auth -v', finds: 'export OS_USER_DOMAIN_NAME=Default' },
  { run: '-v auth', as: 'anne' },
  { run: 'auth -v --os-endpoint-type internalURL --os-region-name elsewhere --os-storage-url http://h/v1/a' },
  { run: '-V 1 -A http://h/auth/v1.0 -U a:b -K "it\'s" auth -v', finds: 'export ST_KEY=' },
  { run: '-V 2 -A http://h/v2.0 -U a:b -K k auth -v', finds: 'export OS_AUTH_VERSION=2.0' },
  { run: 'auth -v', env: { OS_IDENTITY_API_VERSION: undefined }, finds: 'export OS_AUTH_VERSION=3' },
  { run: 'auth -v', env: { OS_PROJECT_NAME: undefined, OS_TENANT_NAME: 'admin' }, finds: 'export OS_TENANT_NAME' },
  { run: 'list --help' },
  { run: 'stat --help' },
  { run: 'auth --help' },
  { run: 'capabilities --help' },
  'nonsense',
  {
    run: 'help',
    stdout: { is: /^usage: /, because: 'help is a command here' },
    stderr: { is: '', because: 'likewise' },
    code: { is: 0, because: 'likewise' },
  },
]);

const times = (name: string): Case['stdout'] => ({
  is: new RegExp(
    `^${name} \\[auth \\d+\\.\\d{3}s, headers \\d+\\.\\d{3}s, total \\d+\\.\\d{3}s, \\d+\\.\\d{3} MB/s\\]\\n$`,
  ),
  because: 'it says how long it took',
});
sideBySide(cloud, swift41, [
  { run: 'download backups db.sql -o -' },
  { run: 'download backups db.sql', stdout: times('db\\.sql') },
  { run: 'download backups db.sql -o copy', stdout: times('db\\.sql') },
  { run: 'download backups -p db -r', stdout: times('\\.sql') },
  { run: 'download -q backups' },
  { run: 'download -q backups -D there/and/there' },
  { run: 'download -q --all' },
  { run: 'download -q --no-download backups' },
  { run: "download -q backups db.sql -H 'Range: bytes=0-99'" },
  { run: "download backups db.sql -o - -H 'Range: bytes=0-99'" },
  { run: 'download -q --object-threads 1 --container-threads 1 --no-shuffle --ignore-mtime --ignore-checksum backups' },
  'download backups nope',
  'download nope',
  'download nope nope',
  'download',
  'download --all backups',
  'download a/b',
  'download backups -o x',
  'download backups db.sql -D x',
  'download backups --version-id x',
  'download backups --object-threads 0',
  'download backups --container-threads -1',
  'download backups --object-threads x',
  { run: 'download --help' },
  { run: 'download -q --all', as: 'anne' },
]);

// Who and where.
const none = [
  'OS_AUTH_URL',
  'OS_USERNAME',
  'OS_PASSWORD',
  'OS_PROJECT_NAME',
  'OS_USER_DOMAIN_NAME',
  'OS_PROJECT_DOMAIN_NAME',
  'OS_IDENTITY_API_VERSION',
];
sideBySide(cloud, swift41, [
  { run: 'list', env: noLogin(none) },
  { run: 'list', env: { ...noLogin(none), OS_USER_DOMAIN_NAME: 'Default' } },
  { run: 'list', env: noLogin(['OS_AUTH_URL']) },
  { run: 'list', env: noLogin(['OS_USERNAME']) },
  { run: 'list', env: noLogin(['OS_PASSWORD']) },
  { run: 'list', env: noLogin(['OS_PROJECT_NAME']) },
  { run: '-V 3 list', env: noLogin(['OS_IDENTITY_API_VERSION']), finds: 'backups' },
  { run: 'list --os-auth-url http://127.0.0.1:5000/v3 --os-identity-api-version 3', env: noLogin(['OS_AUTH_URL']) },
  {
    run: '-A http://127.0.0.1:5000/v3 -U admin -K oslab-secret list',
    env: noLogin(none.slice(0, 3)),
    finds: 'backups',
  },
  { run: 'list', env: { ST_AUTH_VERSION: '3' }, finds: 'backups' },
  at('--os-storage-url http://127.0.0.1:8080/v1/AUTH_nobody stat'),
  { run: '--os-endpoint-type internalURL list', finds: 'backups' },
  // Where the internal network is only of swift's own login.
  { run: '--snet list', finds: 'backups' },
  { run: '-s stat nope' },
  { run: 'list', env: { OS_PASSWORD: 'wrong' } },
  { run: 'stat', env: { OS_PROJECT_NAME: 'nope' } },
  { run: 'list', env: { OS_REGION_NAME: 'nowhere' } },
  { run: 'stat', env: { OS_SERVICE_TYPE: 'nothing' } },
  { run: 'list --os-storage-url http://127.0.0.1:8080/v1/AUTH_{project:admin}', as: 'anne' },
  { run: 'stat --os-storage-url http://127.0.0.1:8080/v1/AUTH_{project:admin}', as: 'anne' },
  { run: 'stat backups --os-storage-url http://127.0.0.1:8080/v1/AUTH_{project:admin}', as: 'anne' },
  { run: 'download backups db.sql --os-storage-url http://127.0.0.1:8080/v1/AUTH_{project:admin}', as: 'anne' },
]);

// Nothing is asked of the cloud.
sideBySide(cloud, swift41, [
  { run: 'tempurl GET 1893456000 /v1/a/c/o key --absolute', finds: 'temp_url_sig=' },
  { run: 'tempurl put 2030-01-01T10:11:12 /v1/a/c/o/p key --digest sha1 --iso8601' },
  { run: 'tempurl PUT 2030-07-01 https://Saio:8080/v1/a/c/o key --prefix-based --digest sha512' },
  { run: "tempurl HEAD 2030-1-1T1:1:2Z '/v1/a/c/café 東京' key --ip-range 10.0.0.0/8" },
  { run: 'tempurl LOOK 1893456000 /v1/a/c/o key --absolute', finds: 'WARNING' },
  'tempurl GET 1.5 /v1/a/c/o key',
  'tempurl GET 60 /v1/a/c key',
  'tempurl GET 60 /v1/a key --prefix-based',
  'tempurl GET 60',
  { run: 'tempurl GET 1893456000 /v1/a/c/o key more --absolute' },
]);
