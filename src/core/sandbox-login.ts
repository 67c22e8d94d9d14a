/** A login to the embedded cloud, and what is beside it. */
export interface SandboxLogin {
  readonly authUrl: string;
  readonly username: string;
  readonly password: string;
  readonly tenantName: string;
  readonly region: string;
  /** Hosts of Hyper-V, and a login that is good for them. */
  readonly hyperv: { readonly hosts: readonly string[]; readonly username: string; readonly password: string };
}
