import { plainText } from '../../command/define.js';
import { anyWords, choice, flag, optionalArgument, text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { tempUrl } from '../../services/object-store/temp-url.js';

export const about = { summary: 'Create a temporary URL.' };

const wholeHelp = `Usage: swift tempurl [--absolute] [--prefix-based] [--iso8601]
                     <method> <time> <path> <key>
Generates a temporary URL for a Swift object.

Positional arguments:
  <method>              An HTTP method to allow for this temporary URL.
                        Usually 'GET' or 'PUT'.
  <time>                The amount of time the temporary URL will be
                        valid. The time can be specified in three ways:
                        an integer representing the time in seconds;
                        a number with a 's', 'm', 'h', or 'd' suffix to specify
                        the time in seconds, minutes, hours, or days; or
                        an ISO 8601 timestamp in a specific format.
                        If --absolute is passed and time is an integer, the
                        seconds are intepreted as the Unix timestamp when the
                        temporary URL will expire.
                        The ISO 8601 timestamp can be specified in one of
                        following formats:

                        i) Complete date: YYYY-MM-DD (eg 1997-07-16)

                        ii) Complete date plus hours, minutes and seconds:

                            YYYY-MM-DDThh:mm:ss

                           (eg 1997-07-16T19:20:30)

                        iii) Complete date plus hours, minutes and seconds with
                             UTC designator:

                             YYYY-MM-DDThh:mm:ssZ

                             (eg 1997-07-16T19:20:30Z)

                        Please be aware that if you don't provide the UTC
                        designator (i.e., Z) the timestamp is generated using
                        your local timezone. If only a date is specified,
                        the time part used will equal to 00:00:00.
  <path>                The full path or storage URL to the Swift object.
                        Example: /v1/AUTH_account/c/o
                        or: http://saio:8080/v1/AUTH_account/c/o
  <key>                 The secret temporary URL key set on the Swift cluster.
                        To set a key, run 'swift post -m
                        "Temp-URL-Key:b3968d0207b54ece87cccc06515a89d4"'

Optional arguments:
  --absolute            Interpret the <time> positional argument as a Unix
                        timestamp rather than a number of seconds in the
                        future. If an ISO 8601 timestamp is passed for <time>,
                        this argument is ignored.
  --prefix-based        If present, a prefix-based temporary URL will be
                        generated.
  --iso8601             If present, the generated temporary URL will contain an
                        ISO 8601 UTC timestamp instead of a Unix timestamp.
  --ip-range            If present, the temporary URL will be restricted to the
                        given ip or ip range.
  --digest              The digest algorithm to use. Defaults to sha256, but
                        older clusters may only support sha1.`;

const usual = new Set(['GET', 'PUT', 'HEAD', 'POST', 'DELETE']);

export default plainText({
  wholeHelp,
  runsWithoutSettings: true,
  options: {
    absolute: flag('Read the time as seconds since 1970.'),
    prefixBased: flag('The path is the beginning of the names of objects.'),
    iso8601: flag('Write the end as a time of ISO 8601.'),
    ipRange: text('<ip-range>', 'Only for this address or network.'),
    digest: choice(['sha1', 'sha256', 'sha512'], 'How it is signed; sha256 without this.'),
  },
  arguments: {
    method: optionalArgument('<method>', 'An HTTP method, usually GET or PUT.'),
    time: optionalArgument('<time>', 'How long, or until when, the URL is valid.'),
    path: optionalArgument('<path>', 'The path or the storage URL of the object.'),
    key: { ...optionalArgument('<key>', 'The Temp-URL-Key of the account or the container.'), secret: true },
    // The classic client passes over what follows.
    more: { ...anyWords('<more>', 'Not read.'), hidden: true },
  },
  run: async function* ({ options, args: { method, time, path, key }, now }) {
    if (method === undefined || time === undefined || path === undefined || key === undefined) {
      throw new Failure(wholeHelp);
    }
    if (!usual.has(method.toUpperCase())) {
      yield `WARNING: Non default HTTP method ${method.toUpperCase()} for tempurl specified, possibly an error\n`;
    }
    yield `${tempUrl({ ...options, method, time, path, key, digest: options.digest ?? 'sha256' }, now())}\n`;
  },
});
