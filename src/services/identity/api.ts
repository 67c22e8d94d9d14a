/** A service as keystone knows it; what it has no value for is an empty text. */
export interface Service {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

/** Where a service is reached in one region, as Identity v2.0 tells it; what it has no value for is an empty text. */
export interface ServiceEndpoint {
  readonly id: string;
  readonly region: string;
  readonly publicUrl: string;
  readonly internalUrl: string;
  readonly adminUrl: string;
  readonly serviceId: string;
}

/** What administrators ask of the identity service; the same over v2.0 and v3. Every call needs the admin role. */
export interface IdentityApi {
  services(): AsyncIterable<readonly Service[]>;
  endpoints(): AsyncIterable<readonly ServiceEndpoint[]>;
}
