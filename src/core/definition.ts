/** What is known of one setting: the shape of the entries of the table in `core/definitions.ts`. */
export interface Definition {
  /** What the value is; text where nothing is said. */
  readonly type?: SettingType;
  /** The value where nobody says any. Left out: the setting is absent then. */
  readonly default?: string | number | boolean;
  /** The option that every command takes; left out where no option says it. */
  readonly option?: SettingOption;
  /** What it is called elsewhere. */
  readonly names: SettingNames;
  readonly traits: SettingTraits;
}

/** `path`: of a file, where `~/` is the home directory. `words`: a program and its arguments. `urls`: URLs by service. */
export type SettingType = 'text' | 'path' | 'flag' | 'seconds' | 'interface' | 'words' | 'urls';

/** The part of `command/options.ts` that options of settings need. */
export interface SettingOption {
  readonly kind: 'text' | 'flag' | 'integer';
  /** Without dashes; left out where it is the setting's name in kebab case. */
  readonly long?: string;
  readonly aliases?: readonly string[];
  /** Undefined takes the table's away. */
  readonly short?: string | undefined;
  /** The flag, by its key, that its letter is where none of its choices follows it. */
  readonly otherwise?: string;
  /** With its brackets. */
  readonly placeholder?: string;
  readonly help: string;
  readonly hidden?: boolean;
  /** Variables that stand in for the option; those of a setting are among its names. */
  readonly env?: readonly string[];
  readonly default?: false;
}

/**
 * In each list the first one that has a value counts. Of a cloud in clouds.yaml, one of four says where the keys are
 * looked for; none where it takes more than that to find the value (`config/cloud-values.ts`).
 */
export interface SettingNames {
  /** Environment variables. */
  readonly env?: readonly string[];
  /** Keys of a cloud in its `auth`, or, as openstacksdk allows, beside it. */
  readonly auth?: readonly string[];
  /** Keys beside `auth` only. */
  readonly beside?: readonly string[];
  /** Keys beside `auth`, or else in it. */
  readonly besideOrAuth?: readonly string[];
  /** Keys that are looked for one after the other, each in `auth` and then beside it: newer names before older ones. */
  readonly either?: readonly string[];
  /** The key of our own configuration. */
  readonly userConfig?: string;
  /** It may be said of a host of Hyper-V, too: the last word of its key in our own configuration, false for none. */
  readonly host?: string | false;
  /** In `stackline config`, where it is not the setting's name in kebab case. */
  readonly label?: string;
  /** The option of `openstack`, where it is not spelled as ours; false where there is none. */
  readonly openstack?: string | false;
}

export interface SettingTraits {
  /** Who logs in; what for, which is the scope of the token; where the services are; and how they are asked. */
  readonly group: 'who' | 'scope' | 'where' | 'how';
  /**
   * Who names one setting of a kind means it instead of all others of this kind that lower layers name: a project on the
   * command line replaces a domain in the environment.
   */
  readonly oneOf?: 'user' | 'user domain' | 'project domain' | 'scope' | 'proof';
  /** With another value it is another login: part of the key under which a login is kept. */
  readonly decidesLogin: boolean;
  /** A token that it gave is bound to its scope: Identity gives none of another scope in exchange for it. */
  readonly binds?: true;
  /** Good once, at the moment: in the environment it is no left-over of another login. */
  readonly momentary?: true;
  /** `--record` keeps it, so that a replay finds the same place. */
  readonly recorded?: true;
  /** It is shown nowhere; a recording has another word in its place. */
  readonly secret?: true;
}

/** The option of a setting whose value is text. */
export const settingOption = (
  long: string,
  placeholder: string,
  help: string,
  aliases?: readonly string[],
): SettingOption & { readonly kind: 'text' } =>
  aliases === undefined
    ? { kind: 'text', long, placeholder, help }
    : { kind: 'text', long, placeholder, help, aliases };
