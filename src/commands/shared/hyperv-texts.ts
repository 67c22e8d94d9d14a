/** Texts of values that hosts of Hyper-V tell as numbers. */

/** Milliseconds as `12d 04:00`; `-` for none. */
export function uptimeText(milliseconds: number | undefined): string {
  if (milliseconds === undefined || milliseconds === 0) return '-';
  const minutes = Math.floor(milliseconds / 60_000);
  const two = (number: number): string => String(number).padStart(2, '0');
  const days = Math.floor(minutes / 1440);
  return `${days > 0 ? `${days}d ` : ''}${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}
