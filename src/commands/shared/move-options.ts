import { flag } from '../../command/options.js';

const force = (what: string, moved: string, verb: string, microversion: string) =>
  flag(
    `Force ${what} by not verifying the provided destination host by the scheduler. WARNING: This could result in ` +
      `failures to actually ${verb} the ${moved} to the specified host. It is recommended to either not specify a host ` +
      'so that the scheduler will pick one, or specify a host without --force.',
    { microversion, lastMicroversion: '2.67', hidden: true },
  );

/** `--force` of live migrations. @param moved `server` or `servers` */
export const forceLiveMigration = (moved: string) => force('a live-migration', moved, 'live migrate', '2.30');

/** `--force` of evacuations. */
export const forceEvacuation = (moved: string) => force('an evacuation', moved, 'evacuate', '2.29');
