/**
 * A bar that grows on one line of a terminal, as python-glanceclient draws it (`common/progressbar.py`):
 * `[==========>                   ] 34%`.
 *
 * @param total bytes of the whole, more than 0
 * @param draw takes text with carriage returns
 * @returns is told how many bytes there are now; the whole ends the line
 */
export function progressBar(total: number, draw: (text: string) => void): (done: number) => void {
  let shown = -1;
  return (done) => {
    const percent = Math.min(100, Math.round((done / total) * 100));
    if (percent === shown) return;
    shown = percent;
    const bar = `${'='.repeat(Math.round((percent / 100) * 29))}>`;
    draw(`\r[${bar.padEnd(30)}] ${percent}%${done >= total ? '\n' : ''}`);
  };
}
