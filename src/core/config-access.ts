import type { SettingName } from './definitions.js';

/** The settings as `stackline config` and `stackline doctor` show them, and as `config set` changes them. */
export interface ConfigAccess {
  /** The settings of this run. */
  readonly settings: () => SettingsReport;
  /** The same, as they were given, secrets and all: for the one command that prints them to be sourced. */
  readonly given: () => ReadonlyMap<SettingName, GivenSetting>;
  /** The clouds that clouds.yaml and its companions define. */
  readonly clouds: () => Promise<CloudsReport>;
  /** Asks the identity service of one of them what it offers, without a login. Never rejects. */
  readonly reach: (name: string) => Promise<Reached>;
  /** Which of them is worked with. */
  readonly choice: () => CloudChoice;
  /**
   * Writes a setting into the user configuration, or takes it out where the value is undefined; gives the path of the
   * file. Rejects with a `Failure` for a key or a value that it cannot have.
   */
  readonly keep: (key: string, value: string | undefined) => Promise<string>;
}

export interface Reached {
  readonly isUp: boolean;
  /** The versions that it offers, or why it does not answer. */
  readonly says: string;
}

export interface CloudChoice {
  /** The cloud of this run. */
  readonly current?: string;
  /** The one that `stackline use` has chosen, in the file of this path. */
  readonly chosen?: string;
  readonly path?: string;
  /** What names another cloud, whether or not one was chosen: `env[OS_CLOUD]`. */
  readonly overruledBy?: string;
}

export interface GivenSetting {
  readonly value: unknown;
  /** `option`, `env[OS_USERNAME]`, the path of a file, `default`. */
  readonly from: string;
  /** The client's variables for it, the first one first. */
  readonly variables: readonly string[];
}

export interface SettingsReport {
  readonly entries: readonly SettingEntry[];
  /** What a login still lacks, or why the settings could not be read. */
  readonly problem?: { readonly message: string; readonly hint?: string };
}

export interface SettingEntry {
  /** As an option is spelled: `project-name`. */
  readonly name: string;
  /** Secrets are masked. */
  readonly value: string;
  /** `command line`, `env[OS_USERNAME]`, the path of a file, `default`. */
  readonly from: string;
}

export interface CloudsReport {
  readonly clouds: readonly CloudEntry[];
  /** The files that define them. */
  readonly files: readonly string[];
}

export interface CloudEntry {
  readonly name: string;
  readonly authUrl: string;
  readonly project: string;
  readonly user: string;
  readonly regions: readonly string[];
  /** Why it cannot be used; empty when it can. */
  readonly problem: string;
}
