import { bytes } from '../../command/define.js';
import { argument, flag } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { downloadImage } from '../../services/image/download.js';
import { checkTarget, file, imageBytes, progress } from '../shared/image-content.js';

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
    file,
    progress,
    resume: flag('Keep what has come of a download that breaks off in <FILE>.part, and go on from what is there.'),
  },
  run: async function* ({ session, args: { id }, options, warn, program }) {
    const { resume } = options;
    if (options.file === undefined && resume) throw new Failure('Only what is saved with --file can be resumed.');
    checkTarget(program, options.file);
    yield* imageBytes({ program, warn }, options, await downloadImage(session, id, options.allowMd5Fallback));
  },
});
