import { bytes } from '../../command/define.js';
import { argument, flag, text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { downloadImage } from '../../services/image/download.js';

export const about = { summary: 'Download a specific image.' };

export default bytes({
  openstack: 'image save --file {file} {id}',
  arguments: { id: argument('<IMAGE_ID>', 'ID of image to download.') },
  options: {
    allowMd5Fallback: flag(
      'If os_hash_algo and os_hash_value properties are available on the image, they will be used to validate the ' +
        'downloaded image data. If the indicated secure hash algorithm is not available on the client, the download ' +
        'will fail. Use this flag to indicate that in such a case the legacy MD5 image checksum should be used to ' +
        'validate the downloaded data. You can also set the environment variable OS_IMAGE_ALLOW_MD5_FALLBACK to any ' +
        'value to activate this option.',
      { env: ['OS_IMAGE_ALLOW_MD5_FALLBACK'] },
    ),
    file: text(
      '<FILE>',
      'Local file to save downloaded image data to. If this is not specified and there is no redirection the image ' +
        'data will not be saved.',
    ),
    progress: flag('Show download progress bar.'),
    resume: flag('Keep what has come of a download that breaks off in <FILE>.part, and go on from what is there.'),
  },
  run: async function* ({ session, args: { id }, options, warn, program }) {
    const { file, resume } = options;
    if (file === undefined && resume) throw new Failure('Only what is saved with --file can be resumed.');
    if (file === undefined && program.isTerminal()) {
      throw new Failure(
        'No redirection or local file specified for downloaded image data. Please specify a local file with --file to ' +
          'save downloaded image or redirect output to another source.',
      );
    }
    const { open, checksum, size } = await downloadImage(session, id, options.allowMd5Fallback);
    const progress = options.progress ? program.progress(size) : () => undefined;
    const known = { ...(checksum === undefined ? {} : { checksum }), ...(size === undefined ? {} : { size }) };
    if (file !== undefined) {
      await program.save({ path: file, open, resume, progress, say: warn, ...known });
      return;
    }
    let done = 0;
    for await (const chunk of program.checked((await open(0)).bytes, checksum)) {
      yield chunk;
      done += chunk.byteLength;
      progress(done);
    }
  },
});
