import type { Context } from '../../command/context.js';
import { commandOf } from '../../command/define.js';
import { inOrder } from '../../command/in-order.js';
import { anyWords, flag, integer, many, optionalArgument, text, type Values } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import type { BytesView, Outcome, OutcomesView } from '../../core/view.js';
import { headersOf, refuseSlash } from '../../services/object-store/call.js';
import { downloadOne, openObject, type Wanted } from '../../services/object-store/download.js';
import { listingOf } from '../../services/object-store/listing.js';

export const about = { summary: 'Download objects from containers.' };

const wholeHelp = `Usage: swift download [--all] [--marker <marker>] [--prefix <prefix>]
                      [--output <out_file>] [--output-dir <out_directory>]
                      [--object-threads <threads>] [--ignore-checksum]
                      [--container-threads <threads>] [--no-download]
                      [--skip-identical] [--remove-prefix]
                      [--version-id <version_id>]
                      [--header <header:value>] [--no-shuffle]
                      [<container> [<object>] [...]]

Download objects from containers.

Positional arguments:
  [<container>]           Name of container to download from. To download a
                          whole account, omit this and specify --all.
  [<object>]              Name of object to download. Specify multiple times
                          for multiple objects. Omit this to download all
                          objects from the container.

Optional arguments:
  -a, --all             Indicates that you really want to download
                        everything in the account.
  -m, --marker <marker> Marker to use when starting a container or account
                        download.
  -p, --prefix <prefix> Only download items beginning with <prefix>
  -r, --remove-prefix   An optional flag for --prefix <prefix>, use this
                        option to download items without <prefix>
  -o, --output <out_file>
                        For a single file download, stream the output to
                        <out_file>. Specifying "-" as <out_file> will
                        redirect to stdout.
  -D, --output-dir <out_directory>
                        An optional directory to which to store objects.
                        By default, all objects are recreated in the current
                        directory.
  --object-threads <threads>
                        Number of threads to use for downloading objects.
                        Default is 10.
  --container-threads <threads>
                        Number of threads to use for downloading containers.
                        Default is 10.
  --no-download         Perform download(s), but don't actually write anything
                        to disk.
  -H, --header <header:value>
                        Adds a customized request header to the query, like
                        "Range" or "If-Match". This option may be repeated.
                        Example: --header "content-type:text/plain"
  --skip-identical      Skip downloading files that are identical on both
                        sides.
  --version-id <version-id>
                        Download specific version of a versioned object.
  --ignore-checksum     Turn off checksum validation for downloads.
  --no-shuffle          By default, when downloading a complete account or
                        container, download order is randomised in order to
                        reduce the load on individual drives when multiple
                        clients are executed simultaneously to download the
                        same set of objects (e.g. a nightly automated download
                        script to multiple servers). Enable this option to
                        submit download jobs to the thread pool in the order
                        they are listed in the object store.
  --ignore-mtime        Ignore the 'X-Object-Meta-Mtime' header when
                        downloading an object. Instead, create atime and mtime
                        with fresh timestamps.`;

const options = {
  all: flag('Indicates that you really want to download everything in the account.', {
    short: 'a',
    aliases: ['yes-all'],
  }),
  from: text('<marker>', 'Marker to use when starting a container or account download.', {
    long: 'marker',
    short: 'm',
  }),
  prefix: text('<prefix>', 'Only download items beginning with <prefix>.', { short: 'p' }),
  removePrefix: flag('With --prefix <prefix>: download items without <prefix>.', { short: 'r' }),
  output: text('<out_file>', 'For a single file download, stream the output to <out_file>; - is standard output.', {
    short: 'o',
  }),
  outputDir: text('<out_directory>', 'Directory in which to store objects; the current one by default.', {
    short: 'D',
  }),
  objectThreads: integer('<threads>', 'How many objects are downloaded at once (default 10).'),
  containerThreads: integer('<threads>', 'Accepted; containers are listed one after the other.'),
  noDownload: flag("Perform download(s), but don't actually write anything to disk."),
  header: many('<header:value>', 'Adds a customized request header to the query, like Range or If-Match.', {
    short: 'H',
  }),
  skipIdentical: flag('Skip downloading files that are identical on both sides.'),
  versionId: text('<version-id>', 'Download specific version of a versioned object.'),
  ignoreChecksum: flag('Turn off checksum validation for downloads.'),
  noShuffle: flag('Accepted; objects are downloaded in the order of their listing.'),
  ignoreMtime: flag('Do not date files as the objects say.'),
};
const args = {
  container: optionalArgument('<container>', 'Name of container to download from.'),
  objects: anyWords('<object>', 'Name of object to download. Specify multiple times for multiple objects.'),
};

type Given = Context<Values<typeof options>, Values<typeof args>>;

export default commandOf(
  'outcomes' as 'outcomes' | 'bytes',
  {
    openstack: ['object save {output:--file} {container} {objects}', 'container save {container}'],
    wholeHelp,
    options,
    arguments: args,
  },
  async (given: Given): Promise<OutcomesView | BytesView> => {
    check(given);
    const { session, program, args: words } = given;
    const [object, ...more] = words.objects;
    if (given.options.output === '-' && words.container !== undefined && object !== undefined && more.length === 0) {
      const wanted = { container: words.container, object };
      const { bytes, size, checksum } = await openObject(session, wanted, downloadOptions(given));
      return { kind: 'bytes', chunks: program.checked(bytes, checksum, size) };
    }
    return { kind: 'outcomes', outcomes: outcomes(given), refused: '' };
  },
);

function downloadOptions({ options: { output, outputDir, all, ...others }, verbosity }: Given) {
  const { header, removePrefix, prefix, ...rest } = others;
  return {
    ...rest,
    headers: headersOf(header),
    prefix: removePrefix ? prefix : undefined,
    file: output,
    directory: outputDir ?? '.',
    withContainer: all,
    isQuiet: verbosity === 'quiet',
  };
}

/** The sentences of swiftclient's `st_download`. */
function check({ options: given, args: { container, objects } }: Given): void {
  const isOne = container !== undefined && objects.length === 1;
  if (given.output !== undefined && !isOne) throw new Failure('-o option only allowed for single file downloads');
  if (given.outputDir !== undefined && isOne) {
    throw new Failure('Please use -o option for single file downloads and renames');
  }
  if ((container === undefined) !== given.all) throw new Failure(wholeHelp);
  if (given.versionId !== undefined && objects.length === 0) {
    throw new Failure('--version-id option only allowed for object downloads');
  }
  for (const name of ['object', 'container'] as const) {
    if ((given[`${name}Threads`] ?? 1) > 0) continue;
    throw new Failure(`ERROR: option --${name}-threads should be a positive integer.\n\n${wholeHelp}`);
  }
  if (container !== undefined) refuseSlash(container);
}

async function* outcomes(given: Given): AsyncGenerator<Outcome> {
  const { session, program, options: wanted } = given;
  const how = downloadOptions(given);
  for await (const page of pagesOf(given)) {
    yield* inOrder(page, wanted.objectThreads ?? 10, (one) => downloadOne(session, program, one, how));
  }
}

/** What is to be downloaded: the objects that are named, those of the container, or all that there are. */
async function* pagesOf({
  session,
  options: wanted,
  args: { container, objects },
}: Given): AsyncGenerator<readonly Wanted[]> {
  if (container !== undefined && objects.length > 0) {
    yield objects.map((object) => ({ container, object }));
    return;
  }
  // As swiftclient has it, the marker is one of objects, and the prefix one of both.
  const { prefix, from: marker, header } = wanted;
  const headers = headersOf(header);
  const containers = container === undefined ? listingOf(session, {}, { prefix, headers }) : [[{ name: container }]];
  for await (const page of containers) {
    for (const { name } of page) {
      const here = String(name);
      for await (const listed of listingOf(session, { container: here }, { prefix, marker, headers })) {
        yield listed.flatMap((one) => (typeof one.name === 'string' ? [{ container: here, object: one.name }] : []));
      }
    }
  }
}
