/** Namespaces, actions and resource URIs of WS-Management (DSP0226) and of what Windows adds to it (MS-WSMV). */

export const SOAP = 'http://www.w3.org/2003/05/soap-envelope';
export const ADDRESSING = 'http://schemas.xmlsoap.org/ws/2004/08/addressing';
export const ENUMERATION = 'http://schemas.xmlsoap.org/ws/2004/09/enumeration';
const TRANSFER = 'http://schemas.xmlsoap.org/ws/2004/09/transfer';
export const WSMAN = 'http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd';
export const WSMAN_MS = 'http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd';
export const IDENTITY = 'http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd';
export const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

export const ANONYMOUS = `${ADDRESSING}/role/anonymous`;
export const WQL_DIALECT = 'http://schemas.microsoft.com/wbem/wsman/1/WQL';
/** In the place of a password: the certificate of the TLS connection says who it is (DSP0226, C.3.1). */
export const MUTUAL_TLS = 'http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual';

export const actions = {
  get: `${TRANSFER}/Get`,
  enumerate: `${ENUMERATION}/Enumerate`,
  pull: `${ENUMERATION}/Pull`,
  release: `${ENUMERATION}/Release`,
} as const;

const WMI = 'http://schemas.microsoft.com/wbem/wsman/1/wmi';
export const HYPERV_NAMESPACE = 'root/virtualization/v2';
export const WINDOWS_NAMESPACE = 'root/cimv2';

/** The URI of a class; of all classes of a namespace with `*`, which queries need. */
export const resourceOf = (className: string, namespace = HYPERV_NAMESPACE): string =>
  `${WMI}/${namespace}/${className}`;
