/** The words for a status that services of the time wrote (webob's and swob's tables, RFC 2616), where Node's are newer ones. */
const phrases: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  411: 'Length Required',
  412: 'Precondition Failed',
  415: 'Unsupported Media Type',
  416: 'Requested Range Not Satisfiable',
  422: 'Unprocessable Entity',
  500: 'Internal Server Error',
  501: 'Not Implemented',
};

/** What stands behind a status: `Not Found`; `Error` for one that no service here sends. */
export const reasonPhrase = (status: number): string => phrases[status] ?? 'Error';
