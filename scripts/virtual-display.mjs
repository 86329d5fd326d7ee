/** A command as it is where a display is, under Xvfb where there is none. 1600×1200 holds every window of the tests. */
export function underDisplay(command, args) {
  if (process.platform !== 'linux' || process.env.DISPLAY) return [command, args];
  return ['xvfb-run', ['-a', '-s', '-screen 0 1600x1200x24', command, ...args]];
}
