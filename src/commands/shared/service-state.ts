/** How the *-manage programs write what they read from their databases; `-` is what the API does not tell. */

/** `:-)` for a service that is up: scripts look for `XXX`. */
export function serviceState(state: unknown): string {
  if (state === undefined) return '-';
  return state === 'up' ? ':-)' : 'XXX';
}

/** A datetime without a zone as Python 2 prints it: `2013-02-25 19:32:38`, with microseconds unless there are none. */
export function python2Datetime(time: unknown): string {
  if (time === undefined) return '-';
  return typeof time === 'string' ? time.replace('T', ' ').replace(/\.0+$/, '') : 'None';
}
