import { generateKeyPairSync } from 'node:crypto';
import { type Answer, json } from '../call.js';
import { type ComputeCall, noRoute } from './call.js';

/** A self-signed certificate whose key was thrown away: nothing can be signed in the name of the embedded cloud. */
const rootCertificate =
  '-----BEGIN CERTIFICATE-----\n' +
  'MIIDlTCCAn2gAwIBAgIUF10CerX9pyaA0ecD0ocdwg4V5LswDQYJKoZIhvcNAQEL\n' +
  'BQAwWTEXMBUGA1UECgwOZW1iZWRkZWQgY2xvdWQxEjAQBgNVBAMMCU5PVkEgUk9P\n' +
  'VDETMBEGA1UECAwKQ2FsaWZvcm5pYTEVMBMGA1UEBwwMTW91bnRhaW5WaWV3MCAX\n' +
  'DTI2MTEyMjAyNTIyNVoYDzIxMjYxMDI5MDI1MjI1WjBZMRcwFQYDVQQKDA5lbWJl\n' +
  'ZGRlZCBjbG91ZDESMBAGA1UEAwwJTk9WQSBST09UMRMwEQYDVQQIDApDYWxpZm9y\n' +
  'bmlhMRUwEwYDVQQHDAxNb3VudGFpblZpZXcwggEiMA0GCSqGSIb3DQEBAQUAA4IB\n' +
  'DwAwggEKAoIBAQDh7jvYtc+i4mlYmujt/cmVEnILo4wEVS2DXzFm7dd5DeHb53RP\n' +
  'L5DZBxtjbE4ucig3uFiOPYj2ydJE+/DRb/+94KxJPqz7dga6gPqjeqHNrXnGQaZh\n' +
  'SHr+LzKHTRRABDSgB4qL+YOf+1xBcJ9ZbfEf4VAYcPblUDj1ONn87qCEwfYmCctm\n' +
  'vmFpG0RBK33xha4VK9Fpu8nZXGEdanMN7zYbX1j21hrdN+1LZ5htqS7x0CLhklLT\n' +
  'rmvPBenA/75nuS6qMkROVXqhP6wAkLBqy9Q1tfH67tSMbQthLlPuQ791g7HsMpCS\n' +
  'cXHXCVJstO9YOgFgVEgFAbNqfo57Vx4txLn7AgMBAAGjUzBRMB0GA1UdDgQWBBTE\n' +
  's8tSkZxTAJvBDVk9x7Ro/hBVMzAfBgNVHSMEGDAWgBTEs8tSkZxTAJvBDVk9x7Ro\n' +
  '/hBVMzAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4IBAQBAQCuN6iQL\n' +
  'mIcVC/MXbVvDsJ0sEGmlB/BqxDpMGJfYLQxtj/8K5Rk7f3HKgIQfDHY+IV2WFGZd\n' +
  'ty95Zu4p8tlmYoeYRt36PHrgEO9vaX+kHISIxv01uqpgSCT3DVF8FwGPgN9CM/W/\n' +
  'toeG0yZKpzvMgxoGaggD1L6x6k8s3pamRieWVUKvPMrDX+FAFWEAcrzwfyY6O3sA\n' +
  'TkYrpbvHjEK3Cdr7Mz5lv7Xn5cPJ1IWu+eHmPqxIe17HmtOWK86YAOZTJeLN12lI\n' +
  'qJO9v/WLVS4tYez7XDkCvyGYUBofR7WaOd5vrIat/EuKzgtIWvLNBUHXAdaRw+eg\n' +
  'aClV09D9LoDX\n' +
  '-----END CERTIFICATE-----\n';

/** `GET /os-certificates/root`: what euca-bundle-image wants as cacert.pem; `POST /os-certificates`: its cert.pem and pk.pem. */
export function certificates(call: ComputeCall): Answer {
  const [, id, part] = call.parts;
  if (call.method === 'POST' && id === undefined) {
    // Nobody has the authority's key: the certificate is its own, and fits no key.
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
    return json(200, { certificate: { private_key: key, data: rootCertificate } });
  }
  if (call.method !== 'GET' || id !== 'root' || part !== undefined) return noRoute();
  return json(200, { certificate: { private_key: null, data: rootCertificate } });
}
