import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openRecording } from '../../src/app/recording.js';
import type { ClassicClient } from '../../src/classic/client.js';
import keystone from '../../src/classic/keystone.js';
import nova from '../../src/classic/nova.js';
import stacklineClient from '../../src/classic/stackline.js';
import { globalOptions } from '../../src/cli/globals.js';
import { longName } from '../../src/cli/grammar.js';
import { parse } from '../../src/cli/parse.js';
import { readCloud } from '../../src/config/clouds.js';
import { type Layer, mergeLayers, resolveSettings } from '../../src/config/settings.js';
import { readUserConfig, userConfigLayer } from '../../src/config/user-config.js';
import type { Definition } from '../../src/core/definition.js';
import { definitions, type SettingName, variablesOf } from '../../src/core/definitions.js';
import { secretRegistry } from '../../src/core/secrets.js';
import type { Settings } from '../../src/core/settings.js';
import { keyMaterial, whoMaterial } from '../../src/session/token-cache.js';
import { code, sources } from '../support/imports.js';
import { stackline } from '../support/stackline.js';

const all = Object.entries(definitions) as [SettingName, Definition][];
const clients: readonly ClassicClient[] = [nova, keystone, stacklineClient];
/** A value that the setting can have, as text. */
const wordFor = ({ type }: Definition): string =>
  type === 'interface' ? 'admin' : type === 'seconds' ? '7' : type === 'flag' ? 'yes' : 'word';
/** The settings of a login, with one more or another value of one. */
const settingsWith = (name: SettingName, value: unknown): Settings =>
  ({ authUrl: 'http://h/v3', username: 'u', password: 'p', [name]: value }) as unknown as Settings;

describe('each entry of the table of settings', () => {
  it('has an option that every client takes, in each spelling', () => {
    for (const { globals: own } of clients) {
      const globals = globalOptions(own);
      for (const [name, { option }] of all) {
        if (option === undefined) continue;
        const own = globals[name as keyof typeof globals];
        for (const spelling of [longName(name, own), ...(own.aliases ?? [])]) {
          const words = own.kind === 'flag' ? [`--${spelling}`] : [`--${spelling}`, 'word'];
          const { globals: typed } = parse({ options: {}, arguments: {}, globals }, words, {});
          assert.equal(typed[name as keyof typeof typed], own.kind === 'flag' ? true : 'word', spelling);
        }
      }
    }
  });

  it('is read from its keys in clouds.yaml, in and beside auth as it says', () => {
    for (const [name, { names }] of all) {
      const { auth, beside, besideOrAuth, either } = names;
      for (const [keys, inAuth, besideAuth] of [
        [auth, true, true],
        [beside, false, true],
        [besideOrAuth, true, true],
        [either, true, true],
      ] as const) {
        for (const key of keys ?? []) {
          const valueIn = (entry: object): unknown =>
            readCloud({ clouds: { path: '/c', document: { clouds: { c: entry } } } }, 'c').values[name]?.value;
          assert.equal(valueIn({ auth: { [key]: 'word' } }), inAuth ? 'word' : undefined, `${name}: auth.${key}`);
          assert.equal(valueIn({ [key]: 'word' }), besideAuth ? 'word' : undefined, `${name}: ${key}`);
        }
      }
    }
  });

  it('is read from its key in our own configuration', () => {
    for (const [name, definition] of all) {
      const key = definition.names.userConfig;
      if (key === undefined) continue;
      const layer = userConfigLayer(readUserConfig(JSON.stringify({ [key]: wordFor(definition) }), '/own'));
      assert.deepEqual(Object.keys(layer), [name]);
    }
  });

  it('tells one login from another if it says so, and else not', () => {
    for (const [name, { traits }] of all) {
      const differ = keyMaterial(settingsWith(name, 'one')) !== keyMaterial(settingsWith(name, 'other'));
      assert.equal(differ, traits.decidesLogin, name);
    }
  });

  it('leaves a token exchangeable for one of another scope unless it binds', () => {
    for (const [name, { traits }] of all) {
      const [one, other] = [whoMaterial(settingsWith(name, 'one')), whoMaterial(settingsWith(name, 'other'))];
      assert.equal(one === undefined, traits.binds === true, name);
      if (traits.group === 'scope') assert.equal(one, other, name);
      else if (traits.decidesLogin && !traits.binds) assert.notEqual(one, other, name);
    }
  });

  it('replaces all of its kind that lower layers name', () => {
    const kinds = new Set(all.flatMap(([, { traits }]) => traits.oneOf ?? []));
    for (const kind of kinds) {
      const names = all.filter(([, { traits }]) => traits.oneOf === kind).map(([name]) => name);
      assert.ok(names.length > 1, kind);
      for (const name of names) {
        const cloud = Object.fromEntries(names.map((one) => [one, { value: 'of-the-file', from: '/c' }])) as Layer;
        const found = mergeLayers({ [name]: 'typed' }, {}, nova.env, { cloud });
        assert.deepEqual(
          names.filter((one) => found.has(one)),
          [name],
        );
      }
    }
  });

  it('counts in the environment beside a cloud of the command line only if it is of the moment', () => {
    for (const [name, definition] of all) {
      const [variable] = variablesOf(name, nova.env);
      if (variable === undefined) continue;
      const env = { [variable]: wordFor(definition) };
      const found = mergeLayers({}, env, nova.env, { cloud: {}, cloudFirst: true }).get(name);
      assert.equal(found?.from === `env[${variable}]`, definition.traits.momentary === true, name);
    }
  });

  it('is what it is by default where nobody says it', () => {
    const settings: Partial<Record<SettingName, unknown>> = { ...resolveSettings({}, {}, nova.env) };
    for (const [name, { default: value }] of all) assert.equal(settings[name], value, name);
  });

  it('is kept in a recording, or masked there, or left out, as it says', () => {
    for (const client of clients) {
      for (const [name, { traits }] of all) {
        const [variable] = variablesOf(name, client.env);
        const kept: Record<string, unknown> = {};
        const directory = { make: () => undefined, names: () => [], read: () => undefined };
        const create = (_: string, value: unknown): boolean => {
          Object.assign(kept, value);
          return true;
        };
        openRecording({ ...directory, create }, settingsWith(name, 'canary'), client, secretRegistry(), () => 0);
        if (variable === undefined) assert.ok(!JSON.stringify(kept).includes('canary'), name);
        else if (traits.secret) assert.equal(kept[variable], 'not-in-the-recording', name);
        else assert.equal(kept[variable], traits.recorded ? 'canary' : undefined, name);
      }
    }
  });

  it('is shown by config under its label, masked where it is secret', async () => {
    for (const [name, definition] of all) {
      const { option, names, traits, type } = definition;
      if (option === undefined) continue;
      const words = option.kind === 'flag' ? [] : [wordFor(definition)];
      const line = ['config', '-f', 'value', `--${longName(name, option)}`, ...words];
      const { stdout } = await stackline(line);
      const label = names.label ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const shown = traits.secret ? '\\*\\*\\*' : type === 'flag' ? 'true' : words[0];
      assert.match(stdout, new RegExp(`^${label} ${shown} command line$`, 'm'), name);
    }
  });

  it('is translated into the words of openstack, a secret as the variable that has it', async () => {
    for (const [name, definition] of all) {
      const { option, names, traits } = definition;
      if (option === undefined || option.kind === 'flag') continue;
      const long = longName(name, option);
      const line = ['nova', 'list', '--translate', `--${long}`, wordFor(definition)];
      const { stdout, stderr } = await stackline(line);
      const openstack = names.openstack ?? `--${long}`;
      if (openstack === false) assert.match(stderr, new RegExp(`no equivalent of --${long}\\.`));
      else {
        const secret = `"$${openstack.replace(/^--/, '').toUpperCase().replaceAll('-', '_')}"`;
        assert.ok(stdout.includes(`${openstack} ${traits.secret ? secret : wordFor(definition)}`), stdout);
      }
    }
  });
});

describe('the table of settings', () => {
  it('is all that has to be changed for a new setting', () => {
    const script = fileURLToPath(import.meta.resolve('../support/made-up-setting.js'));
    const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    assert.equal(stderr, '');
    const { recorded, ...found } = JSON.parse(stdout);
    assert.deepEqual(found, {
      option: 'made-up typed command line',
      environment: 'made-up exported env[OS_MADE_UP]',
      cloud: 'made-up of-the-file /here/clouds.yaml',
      userConfig: 'made-up kept /home/somebody/.config/stackline/config.json',
      masked: 'hidden *** command line',
      decides: true,
      translated: 'openstack --os-invented x --os-hidden "$OS_HIDDEN" server list',
      help: true,
    });
    assert.equal(recorded.OS_MADE_UP, 'w');
    assert.equal(recorded.OS_HIDDEN, 'not-in-the-recording');
  });

  it('is the only list of settings: no other file has three of their names, or of their variables, in one', () => {
    const variables = new Set(
      all.flatMap(([name]) => [...variablesOf(name, nova.env), ...variablesOf(name, keystone.env)]),
    );
    const isListed = (text: string): boolean => {
      const words = [...text.matchAll(/'([\w-]+)'/g)].map(([, word = '']) => word);
      const named = words.filter((word) => Object.hasOwn(definitions, word) || variables.has(word));
      return new Set(named).size > 2;
    };
    /** A key and a value that is text or a list of texts: `username: ['OS_USERNAME'], `. */
    const isTable = (text: string): boolean => {
      const keys = [...text.matchAll(/(\w+): (?:'|\[')/g)].map(([, key = '']) => key);
      return new Set(keys.filter((key) => Object.hasOwn(definitions, key))).size > 2;
    };
    // Clients say how they differ from it; openrc prints variables, for a shell.
    const allowed = /^src\/(core\/definitions|classic\/\w+|commands\/stackline\/openrc)\.ts$/;
    const others = sources('src').filter((file) => !allowed.test(file));
    const wrong = others.filter((file) => {
      const text = code(file);
      const lists = text.match(/\[[^[\]]*\]/g) ?? [];
      const tables = text.match(/\{[^{}]*\}/g) ?? [];
      return lists.some(isListed) || tables.some(isTable);
    });
    assert.deepEqual(wrong, []);
  });
});
