/**
 * A program with one setting more, for definitions.test.ts: an entry is added before anything else is loaded. Prints as
 * JSON what becomes of it.
 */
import type { Definition } from '../../src/core/definition.js';
import { definitions } from '../../src/core/definitions.js';

const entry: Definition = {
  option: { kind: 'text', long: 'os-made-up', placeholder: '<word>', help: 'Made up.', aliases: ['made-up-word'] },
  names: { env: ['OS_MADE_UP'], auth: ['made_up'], userConfig: 'made-up', openstack: '--os-invented' },
  traits: { group: 'where', decidesLogin: true, recorded: true },
};
const secret: Definition = {
  option: { kind: 'text', long: 'os-hidden', placeholder: '<word>', help: 'Hidden.' },
  names: { env: ['OS_HIDDEN'] },
  traits: { group: 'who', decidesLogin: true, secret: true },
};
Object.assign(definitions, { madeUp: entry, hidden: secret });

const { stackline } = await import('./stackline.js');
const { keyMaterial } = await import('../../src/session/token-cache.js');
const { resolveSettings } = await import('../../src/config/settings.js');
const { secretRegistry } = await import('../../src/core/secrets.js');
const { openRecording } = await import('../../src/app/recording.js');

const shown = async (line: string, setting: Parameters<typeof stackline>[1] = {}): Promise<string> => {
  const { stdout } = await stackline(`config -f value ${line}`, setting);
  return /^(?:made-up|hidden) .*$/m.exec(stdout)?.[0] ?? stdout;
};
const settings = (env: Record<string, string>) => resolveSettings({ authUrl: 'http://h/v3', ...{ madeUp: 'w' } }, env);
const kept: unknown[] = [];
const directory = {
  make: () => undefined,
  create: (_: string, value: unknown) => kept.push(value) > 0,
  names: () => [],
};
openRecording(
  { ...directory, read: () => undefined },
  settings({ OS_HIDDEN: 'canary' }),
  {},
  secretRegistry(),
  () => 0,
);
const clouds = new Map([['/here/clouds.yaml', 'clouds: {c: {auth: {made_up: of-the-file}}}']]);
const translated = await stackline('list --translate --made-up-word x --os-hidden canary');
const help = await stackline('help options');

const found = {
  option: await shown('--os_made_up=typed'),
  environment: await shown('', { env: { OS_MADE_UP: 'exported' } }),
  cloud: await shown('--os-cloud c', { files: clouds }),
  userConfig: await shown('', { config: '{"made-up": "kept"}' }),
  masked: await shown('--os-hidden canary'),
  decides: keyMaterial(settings({})).includes('["madeUp","w"]'),
  recorded: kept[0],
  translated: translated.stdout.trim(),
  help: /--os-made-up <word>\s+Made up\. Also --made-up-word\./.test(help.stdout),
};
process.stdout.write(JSON.stringify(found));
