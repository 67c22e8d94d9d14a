import type { ClassicClient } from '../classic/client.js';
import { findCloudFiles, searchOrder } from '../config/cloud-files.js';
import { type Cloud, type CloudFiles, cloudNames, needsKnown, readCloud } from '../config/clouds.js';
import type { LowerLayers, OptionValues } from '../config/settings.js';
import { definitions, type SettingName, variablesOf } from '../core/definitions.js';
import { Failure } from '../core/errors.js';
import type { Host } from '../host/host.js';

interface SelectionContext {
  readonly host: Pick<Host, 'env' | 'files'>;
  readonly client: Pick<ClassicClient, 'env'>;
  readonly note: (line: string) => void;
  readonly warn: (line: string) => void;
}

/** The files that define clouds, with the profiles of public clouds that we know where one of them is named. */
export async function cloudFiles(host: Pick<Host, 'env' | 'files'>): Promise<CloudFiles> {
  const read = await host.files.reader();
  const files = findCloudFiles(host.env, host.files.cwd(), (path) => read(path)?.text);
  return needsKnown(files) ? { ...files, known: (await import('../config/vendors.js')).vendors } : files;
}

/**
 * The names of all clouds of the files, in their order there.
 * @throws Failure where there is none
 */
export async function allClouds(host: Pick<Host, 'env' | 'files'>): Promise<readonly string[]> {
  const files = await cloudFiles(host);
  const names = cloudNames(files);
  if (names.length > 0) return names;
  const path = files.clouds?.path ?? files.secure?.path;
  throw new Failure(
    path === undefined
      ? 'There is no clouds.yaml: neither here, nor in ~/.config/openstack, nor in /etc/openstack.'
      : `${path} names no clouds.`,
  );
}

/** What the files say of a cloud, without anything that is said of it elsewhere. @throws Failure where they cannot be read */
export async function cloudLayer(host: Pick<Host, 'env' | 'files'>, name: string): Promise<Cloud['values']> {
  return readCloud(await cloudFiles(host), name).values;
}

/**
 * The cloud of that name as a layer of settings.
 *
 * @param isOption it was named on the command line, which makes the environment a left-over
 * @throws Failure for a cloud that there is not, or files that cannot be read
 */
export async function chosenCloud(
  context: SelectionContext,
  name: string,
  given: OptionValues,
  isOption: boolean,
): Promise<LowerLayers> {
  const { host, client, note } = context;
  const files = await cloudFiles(host);
  const variable = isOption ? undefined : host.env.OS_REGION_NAME || undefined;
  const region = given.region === undefined || given.region === '' ? variable : String(given.region);
  const cloud = readCloud(files, name, region);
  await checkTrust(context, files, cloud);
  if (!isOption) return { cloud: cloud.values };
  const ignored = (Object.keys(definitions) as SettingName[])
    .filter((setting) => !definitions[setting].traits.momentary)
    .flatMap((setting) => variablesOf(setting, client.env));
  const left = [...new Set(ignored)].filter((one) => host.env[one]);
  if (left.length > 0) note(`--os-cloud ${name} is used, and not what the environment says: ${left.join(', ')}.`);
  return { cloud: cloud.values, cloudFirst: true };
}

/**
 * The only cloud there is, as openstacksdk takes it when nothing is said.
 *
 * @param missing thrown where there is no cloud, and with the clouds to choose from as its hint where there are several
 */
export async function onlyCloud(
  context: SelectionContext,
  given: OptionValues,
  missing: Failure,
): Promise<Required<Pick<Cloud, 'name'>> & LowerLayers> {
  const files = await cloudFiles(context.host);
  const names = cloudNames(files);
  const [name] = names;
  if (name === undefined) throw missing;
  if (names.length > 1) {
    const hint = `Or choose a cloud of ${files.clouds?.path ?? files.secure?.path} with --os-cloud: ${names.join(', ')}.`;
    throw new Failure(missing.message, { name: missing.name, hint });
  }
  const region = given.region || context.host.env.OS_REGION_NAME || undefined;
  const cloud = readCloud(files, name, region === undefined ? undefined : String(region));
  await checkTrust(context, files, cloud);
  return { name, cloud: cloud.values };
}

/**
 * A file in the current directory may be anybody's: the user is told what it changes about a login, and a program that it
 * names is not run.
 */
async function checkTrust(
  { host, note, warn }: SelectionContext,
  { clouds, secure }: CloudFiles,
  cloud: Cloud,
): Promise<void> {
  for (const line of cloud.notes) note(line);
  const { authUrl, insecure, passwordCommand } = cloud.values;
  const read = await host.files.reader();
  if (passwordCommand !== undefined) {
    if (isOnlyHere(host, passwordCommand.from)) {
      throw new Failure(
        `password_command of ${passwordCommand.from} is not run: the current directory may be anybody's.`,
        {
          hint: 'Move the file to ~/.config/openstack, or name it with OS_CLIENT_CONFIG_FILE.',
        },
      );
    }
    if (read(passwordCommand.from)?.isTrusted !== true) {
      throw new Failure(`password_command of ${passwordCommand.from} is not run: others can write that file.`, {
        hint: `chmod go-w ${passwordCommand.from}`,
      });
    }
  }
  const file = [clouds, secure].find((one) => one !== undefined && isOnlyHere(host, one.path))?.path;
  if (file === undefined) return;
  const does = [
    ...(authUrl?.from === file ? [`the login goes to ${authUrl.value}`] : []),
    ...(insecure?.from === file ? ['certificates are not checked'] : []),
  ];
  if (does.length > 0) warn(`Using ${file} of the current directory: ${does.join(', and ')}.`);
}

/** Is it found only because its directory is the current one? */
function isOnlyHere(host: Pick<Host, 'env'>, path: string): boolean {
  const elsewhere = ['clouds', 'secure'].flatMap((name) => searchOrder(name, host.env, undefined));
  return !elsewhere.includes(path);
}
