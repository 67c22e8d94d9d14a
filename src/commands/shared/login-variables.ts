import type { ConfigAccess } from '../../core/config-access.js';
import { definitions, type SettingName } from '../../core/definitions.js';

/**
 * The variables that make the same login again, names and values, as swiftclient's `st_auth` has them: three for the object
 * store's own login, else those that anybody has said, by name. Secrets are among them.
 */
export function loginVariables(
  given: ReturnType<ConfigAccess['given']>,
): readonly (readonly [name: string, value: string])[] {
  const said = (name: SettingName): string | undefined => {
    const found = given.get(name);
    return found === undefined || found.from === 'default' ? undefined : String(found.value);
  };
  const url = said('v1AuthUrl');
  const user = said('v1User');
  const key = said('v1Key');
  const hasOwn = url !== undefined && user !== undefined && key !== undefined;
  const hasDomain = [...given.keys()].some((name) => /domain$/.test(definitions[name].traits.oneOf ?? ''));
  const version = versionOf(said('identityApiVersion'), hasOwn, hasDomain);
  if (hasOwn && (version === '1' || version === '1.0')) {
    return [
      ['ST_AUTH', url],
      ['ST_USER', user],
      ['ST_KEY', key],
    ];
  }
  const others = [...given].flatMap(([name, { value, from, variables }]) => {
    const variable = from === `env[${variables.find(isTenant)}]` ? variables.find(isTenant) : variables[0];
    const isOther = name === 'authUrl' || from === 'default' || definitions[name].traits.momentary === true;
    // Other services than the object store have versions, too.
    if (isOther || variable === undefined || !/^OS_(?!.*_API_VERSION$)/.test(variable)) return [];
    return [[variable, String(value)] as const];
  });
  return [
    ['OS_IDENTITY_API_VERSION', version],
    ['OS_AUTH_VERSION', version],
    ['OS_AUTH_URL', url ?? said('authUrl') ?? ''],
    ...others.sort(([one], [other]) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1)),
  ];
}

/** `service.py` process_options: the version that is asked for, where it is one, or else the one that fits what is there. */
function versionOf(asked = '1.0', hasOwn: boolean, hasDomain: boolean): string {
  const version = asked === '3.0' ? '3' : asked === '2' ? '2.0' : asked;
  if (version === '2.0' || version === '3' || hasOwn) return version;
  return hasDomain ? '3' : '2.0';
}

/** A project that was called a tenant is called so again. */
const isTenant = (variable: string): boolean => /TENANT/.test(variable);
