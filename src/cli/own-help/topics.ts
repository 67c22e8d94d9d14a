import type { Rows } from './layout.js';

/**
 * What help has to say beside commands: `stackline help cron`, and the manual page of the program. A text is blocks with an
 * empty line between them: lines that begin with four blanks stay as they are, lines of the form `name | meaning` are rows,
 * all else is running text.
 */
export interface Topic {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/** A part of a topic: running text, lines as they are, or names and what they mean. */
export type Block = { readonly text: string } | { readonly lines: readonly string[] } | { readonly rows: Rows };

/** A topic's text as what it is made of: paragraphs, command lines (indented), rows of a name and its meaning (with ` | `). */
export const blocksOf = ({ text }: Topic): readonly Block[] =>
  text
    .trim()
    .split('\n\n')
    .map((block) => {
      const lines = block.split('\n');
      if (lines.every((line) => line.startsWith('    '))) return { lines: lines.map((line) => line.slice(4)) };
      if (!lines.every((line) => line.includes(' | '))) return { text: block };
      return { rows: lines.map((line) => line.split(' | ') as [string, string]) };
    });

export const topics: readonly Topic[] = [
  {
    name: 'login',
    title: 'Where, who and how',
    text: `
Options win over the environment, the environment over clouds.yaml, that over your own settings, and those over defaults; an empty value is an unset one. stackline config shows each value and where it came from. Identity v2.0 and v3 are both spoken; with /v2.0 or /v3 at the end of OS_AUTH_URL nothing has to be discovered. A missing password is asked for on a terminal, and nowhere else. The variables are those of the classic clients (OS_*, NOVA_*, SERVICE_TOKEN and so on).

OS_CLOUD or --os-cloud choose a cloud of clouds.yaml and secure.yaml, which are found and read as openstacksdk does, with regions and with profiles, of clouds-public.yaml and of the public clouds that openstacksdk knows; the only cloud there is needs no name. --os-cloud also goes before what an old openrc has left in the environment (-v says what that was). Numbers stay what you wrote: a password of 0123 is no octal number. stackline config clouds lists the clouds; stackline use NAME chooses the one that is used where nothing names another.

Ways to log in: password, token, application credential (OS_APPLICATION_CREDENTIAL_*), a passcode beside the password (--os-passcode, or asked for when the cloud wants one), trust, domain and system scope, client certificates.

A password need not stand in a variable: --os-password-file FILE, --os-password-stdin, or a program that prints it in its first line, as password_command under auth: in clouds.yaml, or

    stackline config set password-command 'pass show prod'

It is run without a shell, only when a login is made, for two minutes at most, and then ended with all that it started; never from a file in the current directory, nor from one that others can write. A password on the command line works, and is gone from ps at once.

stackline config set KEY VALUE keeps settings of your own in $XDG_CONFIG_HOME/stackline/config.json: format, color, columns.list (of tables), cloud, timeout and what says who and where, but no secrets. config unset KEY takes one out.
`,
  },
  {
    name: 'certificates',
    title: 'Whose certificates are trusted',
    text: `
Those of the CAs that this machine trusts: what curl and nova accept is accepted. The first of these counts:

OS_CACERT, --os-cacert, cacert of a cloud | alone
REQUESTS_CA_BUNDLE, else CURL_CA_BUNDLE | alone, as the Python clients and curl take them
SSL_CERT_FILE, SSL_CERT_DIR | each for one half of the system's, as OpenSSL, curl and Go take them: beside only one of them the system's bundle stays
the system's bundle | /etc/ssl/certs/ca-certificates.crt, /etc/pki/tls/certs/ca-bundle.crt or where else systems have it

Only where there is none of them Node's own list counts. NODE_EXTRA_CA_CERTS adds to all but the first; on Node 20 it more than doubles the time of any start. Each may be a directory of hashed certificates (openssl rehash); line ends, byte order marks and text around the blocks do not matter, and ~/ in a path is your home. stackline doctor says what was used. Bundles are parsed by the first connection to a server; later ones resume its TLS session.
`,
  },
  {
    name: 'tokens',
    title: 'Tokens are kept',
    text: `
One file per login under $XDG_CACHE_HOME/stackline (or ~/.cache/stackline), for your eyes only, used while it is good for two more minutes. Whatever decides a login, the password and the project included, decides which file is used, and file names give nothing away. A login of the same user for another project is had for the token of the first one, where the cloud allows it. A token that the cloud refuses is forgotten, and one new login is made.

--no-cache, --no-caching or OS_NO_CACHE=1 switch it off for reading and writing. stackline logout forgets what is kept and revokes it.

Of many processes that start at once, one logs in and the others wait for what comes of it while that one lives, five minutes at most; -v says so.
`,
  },
  {
    name: 'grammar',
    title: 'The words of openstack',
    text: `
stackline server list --all-projects is understood: the words of openstack for all that has a translation, with its options. What is printed is what the classic command prints; an option that we have nothing for is named, with exit code 2. --translate goes the other way: it prints what a classic command is called in openstack.

    stackline help server list
    stackline server list --all-projects --long
    nova console-log web --length 3 --translate

stackline links install ~/bin openstack makes a link of that name: what we have is read so, and all else is handed over to the next openstack in PATH. It is not made where names are left out, because its tables are the classic ones.
`,
  },
  {
    name: 'formats',
    title: 'Formats',
    text: `
-f table, json, yaml, csv, value, ndjson, markdown, html, prom on every command, and -f shell on those that show one thing (name="value", with --prefix) or a list (name_1="value", name_2="value", and rows="2"). JSON, YAML, CSV, value and shell are what cliff (openstack) prints, byte for byte. Rows come in the order of the client's table in all of them; of a list of more than 2,000 rows so many at a time, so that it can be written while it comes (--sort-column waits for all).

What -f shell prints can be given to eval: what a shell would run or change in a value has a backslash before it, and each variable a name of its own; where there is nothing of the kind, the bytes are cliff's. -f html is a page for a browser or a mail, -f markdown a table for a ticket.

-f prom is the text format of Prometheus, for the node exporter's textfile collector: a line of value 1 for each row, with what it says as labels, a gauge for each of its numbers (storage in bytes, times in seconds, yes and no as 1 and 0), and how many rows there are.

    stackline list -f prom -o /var/lib/node_exporter/servers.prom

-o FILE writes to a file what would be printed, and puts it in the place of the old one once all of it is there: a run that fails, is cut off or runs out of disk leaves the old file as it was and says so, with its exit code. Mode and owner stay, -o - is standard output, and --only-problems goes with it.

-c COLUMN picks columns, --sort-column COLUMN sorts. --max-width COLUMNS and --fit-width fold the widest columns of a table as cliff does, --print-empty prints the head of one without rows, --quote and --noindent are cliff's, too.
`,
  },
  {
    name: 'terminal',
    title: 'On a terminal',
    text: `
Under its own name stackline fits a table to the terminal: the least important columns are left out (--wide shows them), text ends its lines at natural breaks, ids and addresses are never cut, states have a mark and a colour (NO_COLOR, FORCE_COLOR, --color). A long answer goes through $PAGER (less -FRX; --no-pager). On a pipe, and under a classic program's name, the bytes are the classic ones. What is waited for stands on one line after a second.

--watch[=SECONDS] shows any list or thing again and again with what has changed; on a pipe a line for each change.

    stackline list --watch=10
    stackline wait server web01 --for status=ACTIVE --timeout 10m

wait ends with 0; with 1 in a state that leads nowhere, or when there is no such thing; with 124 when the time is over. --for takes gone, any field, !=, 'status in (ACTIVE, SHUTOFF)', and 'gone or status=ERROR'.
`,
  },
  {
    name: 'errors',
    title: 'When something goes wrong',
    text: `
One sentence on standard error, what to do about it below, exit code 1. stackline doctor goes through it step by step: the settings and typical mistakes of an openrc, name look-up, connection, certificates, TLS, clock, discovery, login, roles, catalog and each endpoint, with a hint per failure and exit code 0 or 1; stackline whoami shows whose login it is.

--debug shows every HTTP exchange as a curl line that can be pasted, with tokens and passwords hashed; -v says what was decided on the way; --timings how long each request took.

No wait is without a limit: 10 s to connect, 60 s of silence (--timeout), and an answer of which less than 100 bytes a second come for 30 s, or for the --timeout where that is longer. The time in which the process is stopped (Ctrl-Z), or a pager does not take what it writes, is not the server's. Of one answer no more is read than 64 MiB, unpacked, and lists and objects in one another to 500 levels: beyond that it is an error that says so.

--record DIR keeps the exchanges of a command, without passwords and tokens; the same command with --replay DIR answers from them, with no network and no login.
`,
  },
  {
    name: 'cron',
    title: 'In cron',
    text: `
Nobody is asked anything, and there is no colour, where there is no terminal.

    17 * * * *  stackline doctor --only-problems --lock --splay 60 --deadline 300

--only-problems | prints nothing at all, unless the exit code is not 0 or there is a word on stderr
--lock, --lock=NAME | one run at a time of this command line, or of this name; another one ends with exit code 7. The lock of a run that died is free
--splay SECONDS | begins after a random part of this time; at once on a terminal
--deadline SECONDS | gives the whole command up, with exit code 1, even if nobody reads its output; a run that three seconds later has not ended is killed. It counts from when the lock is taken, the time in which the process is stopped included
--retries N | GET and HEAD are sent again on a connection that is refused or cut, and on 429, 502, 503, 504, after a random pause or Retry-After; 2 times if left out. A login is sent once, unless nobody was there to hear it
--quiet | only errors on stderr

No home, one that cannot be written, that of another user (as root has by sudo -E) and a full disk cost a login per run, and nothing else. HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY (domains, addresses, networks, ports, *) count in upper and lower case; an empty one in lower case switches that in upper case off.
`,
  },
  {
    name: 'hyperv-hosts',
    title: 'Hyper-V hosts',
    text: `
stackline hyperv asks the hosts themselves over WS-Management, with no agent there, what CloudStack's agent for Hyper-V asks and does there, with its names for numbers and nova's id of a machine.

    stackline hyperv vm list hv01 http://hv02 --user CORP\\\\admin

Hosts are named on the command line, in a file (--hosts), in HYPERV_HOSTS, or by stackline config set hyperv.NAME.url (username, auth, password-command, cacert, cert, key, timeout); one that fails is told of, the others are shown, and the exit code is 6. The login is NTLM, which over http:// seals all that is said; --auth basic and --auth certificate go over HTTPS only. HYPERV_USERNAME, HYPERV_PASSWORD and the like stand for the options. What changes something asks first, or wants --yes.

All this follows the published protocols and was tested against a strict simulator, which python3-winrm and pypsrp drive in CI, where python3-impacket checks its NTLM and ours; it has not met a Windows host yet.
`,
  },
  {
    name: 'speed',
    title: 'Where the time goes',
    text: `
A start with a kept login is one request and twice the instructions of node -e 0, without one 2.3 times; --version is 1.04 times. JSON goes over an HTTP/1.1 of our own, which spares a list an eighth of its work; undici is for bodies that are long.

The program is ordinary CommonJS: stackline.cjs, and a file for each command and for whatever else only some runs need, read by those alone: a thousand more commands cost a start nothing that can be felt. V8's compiled code is kept under ~/.cache/stackline/code, for your eyes only, and checked before it is used; TLS sessions are resumed.

52,000 servers, 100 MB of JSON in pages of 1,000 from a server on the same machine: about 1 s to CSV, JSON or a table (jq needs 1.9 s for the same bytes in a file), the first row after 85 ms, with 110 to 145 MiB of memory however many there are (156 MiB for the table, which must know every width). A terminal shows the first page as soon as it is there.
`,
  },
];
