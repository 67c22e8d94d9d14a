import Conf from 'conf';

/** Writes a JSON file atomically, readable by its owner only; throws what the file system throws. */
export function writeConfFile(directory: string, name: string, value: Readonly<Record<string, unknown>>): void {
  const conf = new Conf<Record<string, unknown>>({
    cwd: directory,
    configName: name,
    fileExtension: 'json',
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    // What lies there may be damaged: it is about to be replaced anyway.
    clearInvalidConfig: true,
    serialize: (data) => JSON.stringify(data),
  });
  conf.store = { ...value };
}
