declare const STACKLINE_VERSION: string | undefined;

/** The package's version, put in by the build; unbundled source has none. */
export const version = typeof STACKLINE_VERSION === 'string' ? STACKLINE_VERSION : '0.0.0-source';
