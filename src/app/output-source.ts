import type { Route } from '../cli/route.js';
import type { Command } from '../command/command.js';
import type { Source } from '../output/renderer.js';

/**
 * What is shown, for formats that name it. What a row is about is what `openstack` calls it, which is another word for
 * each thing of each service; without one, it is the program's own word.
 */
export function sourceOf({ program, verb = '' }: Pick<Route, 'program' | 'verb'>, { openstack }: Command): Source {
  const [words] = typeof openstack === 'object' ? openstack : [openstack];
  const ofThing = words ? /^[a-z]+(?: [a-z]+)*/.exec(words)?.[0].split(' ').slice(0, -1) : undefined;
  const own = `${program} ${verb.replace(/-?(?:list|show)$/, '')}`;
  return { line: `${program} ${verb}`.trimEnd(), noun: ofThing?.length ? ofThing.join('_') : own };
}
