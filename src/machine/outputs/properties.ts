/**
 * Properties as `systemctl show` and `timedatectl show` print them: `Name=value` lines, a blank line between objects.
 */
export function readProperties(output: string): readonly ReadonlyMap<string, string>[] {
  return output
    .split(/\n\s*\n/)
    .map((block) => new Map([...block.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value])))
    .filter((properties) => properties.size > 0);
}
