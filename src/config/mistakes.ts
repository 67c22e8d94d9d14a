import type { Mistake } from '../core/diagnostics.js';
import type { Environment } from './settings.js';

const PLACEHOLDER =
  /^(<.*>|\[.*\]|\{.*\}|(change|replace)[-_ ]?(me|this)|your[-_ ].*|x{3,}|todo|fixme|placeholder|.*_here|\.\.\.)$/i;
const UNEXPANDED = /\$\{?[A-Z_][A-Z0-9_]*\}?|\$\(|`/;

/** Looks at one variable: the mistake, what to do, and whether it can work all the same. */
const checks: readonly ((value: string, name: string) => [says: string, hint: string, fatal: boolean] | undefined)[] = [
  (value) =>
    value.endsWith('\r')
      ? ['ends with a carriage return', 'The file was edited on Windows: sed -i "s/\\r$//" openrc.sh', true]
      : undefined,
  (value) =>
    value !== value.trim() && !value.endsWith('\r')
      ? ['begins or ends with a blank', 'Take the blank out of openrc.sh.', true]
      : undefined,
  (value) =>
    /^(".*"|'.*'|[\u2018-\u201d].*|.*[\u2018-\u201d])$/s.test(value.trim())
      ? ['has quotes in it', 'Write export NAME="value": the quotes are the shell’s. env files have none.', true]
      : undefined,
  (value) =>
    PLACEHOLDER.test(value.trim()) ? ['is a placeholder', 'Put the real value into openrc.sh.', true] : undefined,
  (value, name) =>
    UNEXPANDED.test(value) && !/PASSWORD|SECRET|TOKEN/.test(name)
      ? ['has a variable in it that no shell has filled in', 'Single quotes keep a shell from doing it.', true]
      : undefined,
  (value) =>
    /[\u00a0\u200b-\u200f\u2028-\u202e\ufeff]/.test(value)
      ? ['has a character in it that nobody sees', 'It came with copying from a web page: type the value anew.', true]
      : undefined,
];

/** Pairs that say the same thing in the words of two ages. */
const twins = [
  ['OS_PROJECT_NAME', 'OS_TENANT_NAME'],
  ['OS_PROJECT_ID', 'OS_TENANT_ID'],
] as const;

/** What is typically wrong with an openrc that was edited by hand, as the environment shows it. Pure. */
export function findMistakes(env: Environment): readonly Mistake[] {
  const found: Mistake[] = [];
  const names = Object.keys(env).filter((name) => /^OS_|^(NOVA|SERVICE)_/.test(name));
  for (const name of names.sort()) {
    const value = env[name] ?? '';
    for (const check of checks) {
      const [says, hint, fatal] = (value === '' ? undefined : check(value, name)) ?? [];
      if (says !== undefined && hint !== undefined) found.push({ name, says, hint, fatal: fatal ?? false });
    }
  }
  for (const [now, before] of twins) {
    if (env[now] && env[before] && env[now] !== env[before]) {
      const says = `and ${before} name different projects`;
      found.push({ name: now, says, hint: `${now} is used: unset ${before}.`, fatal: false });
    }
  }
  return [...found, ...aboutUrl(env)];
}

function aboutUrl(env: Environment): readonly Mistake[] {
  const url = (env.OS_AUTH_URL ?? '').trim();
  if (url === '') return [];
  const name = 'OS_AUTH_URL';
  if (!URL.canParse(url) || !/^https?:/i.test(url)) {
    return [{ name, says: 'is no URL', hint: 'It looks like https://cloud.example.com:5000/v3.', fatal: true }];
  }
  const found: Mistake[] = [];
  const isOld = /\/v2\.0\/?$/.test(new URL(url).pathname);
  const domains = Object.keys(env).filter((one) => /^OS_.*DOMAIN_(ID|NAME)$/.test(one) && env[one]);
  if (isOld && domains.length > 0) {
    const says = `ends in /v2.0, which knows no domains, and there is ${domains.join(', ')}`;
    found.push({ name, says, hint: 'Let it end in /v3, or unset the variables of domains.', fatal: false });
  }
  if (isOld && /^v?3/.test(env.OS_IDENTITY_API_VERSION ?? '')) {
    const says = 'ends in /v2.0, and OS_IDENTITY_API_VERSION says 3';
    found.push({ name, says, hint: 'Let it end in /v3.', fatal: false });
  }
  if (/\/tokens\/?$/.test(url)) {
    found.push({ name, says: 'ends in /tokens', hint: 'Cut that off: it ends in /v3 or /v2.0.', fatal: false });
  }
  return found;
}
