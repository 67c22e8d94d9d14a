import type { Change } from '../../command/command.js';
import { getOne } from '../../services/resource.js';
import { volumes } from '../../services/volume/resources.js';

/** How far the volume is that a server gets or loses: what is waited for is its state, not the server's. */
export const lookAtVolume: Change['look'] & {} = ({ session, args }) =>
  getOne(session, volumes, (args as { readonly volume: string }).volume);
