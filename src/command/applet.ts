import type { Command } from './define.js';

/** One line of a manifest: all that help, completion and spelling hints need, and how to get the rest. */
export interface Entry {
  readonly summary: string;
  /** Other names, deprecated ones among them. */
  readonly aliases?: readonly string[];
  readonly hidden?: boolean;
  readonly load: () => Promise<{ readonly default: Command }>;
}

/**
 * A program: nova, keystone, … and our own. Keys are the names of its subcommands, and of their files, where a dash
 * stands for a blank: `service list` of nova-manage is in `service-list.ts`.
 */
export interface Applet {
  /** One line for the help. */
  readonly summary: string;
  /** The service to which a fixed endpoint, a service type or a service name belong; compute where it is not said. */
  readonly service?: string;
  readonly commands: Readonly<Record<string, Entry>>;
  /**
   * What the classic program of this name does and we do not, with the sentence that says which public command does that
   * job, or that none does. A key of one word, such as `db`, stands for all its actions that are not there themselves.
   */
  readonly replacements?: Readonly<Record<string, string>>;
}
