/** How a client words an answer of a service that says no. */
export interface ApiErrorWords {
  /** The class of its exception, and its message where the server gives none, by HTTP status. */
  readonly kind: (status: number) => readonly [name: string, message: string];
  /** The whole sentence; left out: `<message> (HTTP <status>) (Request-ID: <id>)`. */
  readonly sentence?: (refusal: Refusal) => string;
}

/** An answer that says no. */
export interface Refusal {
  readonly status: number;
  /** The server's, on one line, or the client's own for this status. */
  readonly message: string;
  readonly requestId?: string;
  readonly method: string;
  /** Without secrets. */
  readonly url: string;
  /** The body, without secrets. */
  readonly text: string;
  /** What was asked, as the call says it. */
  readonly what?: string;
}
