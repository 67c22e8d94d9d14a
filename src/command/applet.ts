import type { ClassicClient } from '../classic/client.js';
import type { Examples } from './examples.js';

/** What commands work on: a cloud, or hosts of Hyper-V. */
export type ContextName = 'cloud' | 'hyperv';

/** The version that services have which do not have the one of everybody. */
export interface OlderVersion {
  /** As the setting says it: `1`. */
  readonly version: string;
  /** Said where nobody asked for it, and the service has no other one. */
  readonly warning: string;
}

/** A program: nova, keystone, … and our own. */
export interface Applet {
  /** Whose words and tables its commands have. */
  readonly client: ClassicClient;
  /** One line for the help. */
  readonly summary: string;
  /** What the examples in its help name. */
  readonly examples?: () => Promise<{ readonly default: Examples }>;
  /** Behind its name stand all other programs, by their names, and the verbs of some of them. */
  readonly multiCall?: boolean;
  /**
   * Where another version of its API has other commands: the setting that says the version, and which program of
   * `cli/applets.ts` has the commands of the one that is asked for. It is looked up before a command is: by an option or a
   * variable, and by other settings once they are known.
   */
  readonly versions?: {
    readonly setting: 'imageApiVersion';
    /** @param url of the service, where it is given. @throws Failure for what is no version */
    readonly program: (version: string | undefined, url: string | undefined) => string;
    readonly older: OlderVersion;
  };
  /** The type of its service, where it is not that of its client. */
  readonly service?: string;
  /** What its commands work on, where that is no cloud (`app/`): their context is another one then. */
  readonly context?: ContextName;
  /** Its `manifest.ts`, which `command/manifest.ts` reads. */
  readonly commands: string;
  /**
   * What the classic program of this name does and we do not, with the sentence that says which public command does that
   * job, or that none does. A key of one word, such as `db`, stands for all its actions that are not there themselves.
   */
  readonly replacements?: Readonly<Record<string, string>>;
}
