// A real cloud, when there is one: the clients of the field, the recipe of curl and jq, and ours, one of each in turn.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, environment, forgetLogins, median, root, warmHome } from './measure.mjs';

/** The settings of the environment, or those of the lab cloud. */
function settings() {
  const named = Object.entries(process.env).filter(([name]) => name.startsWith('OS_'));
  if (process.env.OS_AUTH_URL) return Object.fromEntries(named);
  const text = readFileSync(join(root, 'test', 'cloud', 'zed', 'openrc'), 'utf8');
  return Object.fromEntries([...text.matchAll(/^export (OS_\w+)=(\S+)/gm)].map(([, name, value]) => [name, value]));
}

async function login(env) {
  const domain = { name: env.OS_USER_DOMAIN_NAME ?? 'Default' };
  const user = { name: env.OS_USERNAME, password: env.OS_PASSWORD, domain };
  const project = { name: env.OS_PROJECT_NAME, domain: { name: env.OS_PROJECT_DOMAIN_NAME ?? 'Default' } };
  const body = JSON.stringify({
    auth: { identity: { methods: ['password'], password: { user } }, scope: { project } },
  });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${env.OS_AUTH_URL}/auth/tokens`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const { token } = await answer.json();
  const compute = token.catalog.find(({ type }) => type === 'compute');
  const { url } = compute.endpoints.find((endpoint) => endpoint.interface === 'public');
  return { body, url, token: answer.headers.get('x-subject-token') };
}

/** The highest microversion of the compute service. */
async function version(url) {
  const { version: document } = await (await fetch(`${url}/`)).json();
  return document?.version || '2.1';
}

const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

export async function cloud(say, interleaved) {
  const cloudEnv = settings();
  let known;
  try {
    known = await login(cloudEnv);
  } catch (error) {
    say(`No cloud at ${cloudEnv.OS_AUTH_URL}: ${error.cause?.code ?? error.message}. Its part was left out.`);
    return;
  }
  const list = ['list', '--all-tenants'];
  const kept = environment(await warmHome(cloudEnv, list), cloudEnv);
  const anew = environment(await warmHome(cloudEnv, list), cloudEnv);
  const shell = environment('/root', {
    ...cloudEnv,
    BODY: known.body,
    TOKEN: known.token,
    N: known.url,
    V: await version(known.url),
  });
  const get = `curl -s -o /dev/null -H "X-Auth-Token: $TOKEN" "$N/servers/detail?all_tenants=1"`;
  // The same request as ours: with a microversion the server says more, and takes longer to say it.
  const same = get.replace('-H', `-H "OpenStack-API-Version: compute $V" -H`);
  const recipe = `T=$(curl -s -i -H 'Content-Type: application/json' -d "$BODY" $OS_AUTH_URL/auth/tokens | tr -d '\\r' | awk 'tolower($1)=="x-subject-token:"{print $2}')
    curl -s -H "X-Auth-Token: $T" "$N/servers/detail?all_tenants=1" | jq .`;
  const sh = (script) => ({ command: 'sh', args: ['-c', script], env: shell });
  const cases = [
    { name: 'node -e 0', args: ['-e', '0'], env: kept },
    { name: 'one bare GET by curl, token at hand', ...sh(get) },
    { name: 'the same with our microversion', ...sh(same) },
    { name: 'stackline list --all-tenants, login kept', args: [bin, ...list], env: kept },
    { name: 'curl, curl and jq', ...sh(recipe) },
    {
      name: 'stackline list --all-tenants, login not kept',
      args: [bin, ...list],
      env: anew,
      before: () => forgetLogins(anew.HOME),
    },
    ...(has('nova') ? [{ name: 'nova list --all-tenants', ...sh('nova list --all-tenants') }] : []),
    ...(has('openstack')
      ? [{ name: 'openstack server list --all-projects', ...sh('openstack server list --all-projects') }]
      : []),
  ];
  const times = await interleaved(cases);
  const mine = times.get('stackline list --all-tenants, login kept');
  say('| on a real cloud | median ms | min | max | / ours with a kept login |');
  say('| --- | --: | --: | --: | --: |');
  for (const { name } of cases) {
    const all = times.get(name);
    const ratio = median(all.map((ms, round) => ms / mine[round]));
    say(
      `| ${name} | ${median(all).toFixed(0)} | ${Math.min(...all).toFixed(0)} | ${Math.max(...all).toFixed(0)} | ${ratio.toFixed(2)} |`,
    );
  }
  const empty = median(times.get('node -e 0'));
  say();
  for (const name of ['one bare GET by curl, token at hand', 'the same with our microversion']) {
    const bare = times.get(name);
    const over = median(mine.map((ms, round) => ms - bare[round]));
    say(
      `With a kept login ours takes ${over.toFixed(0)} ms more than ${name}, ${(over / empty).toFixed(2)} times node -e 0 (goal: 1.2).`,
    );
  }
  say();
}
