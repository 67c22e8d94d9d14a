/**
 * What reads a server's or a file's text takes linear time on 200 kB of whatever is repeated in it. A function that takes
 * a text and is not here, is in a list with the reason: none is forgotten.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { plant } from '../../src/config/cloud-tree.js';
import { readCloud } from '../../src/config/clouds.js';
import { commandWords } from '../../src/config/command-words.js';
import { checkUserConfig, isUserConfigKey, readUserConfig } from '../../src/config/user-config.js';
import { readYaml } from '../../src/config/yaml.js';
import { mayLoseNumbers } from '../../src/core/exact-number.js';
import { isTooDeep } from '../../src/core/nesting.js';
import { secretRegistry } from '../../src/core/secrets.js';
import { failed } from '../../src/doctor/check.js';
import { httpFailure, parseJson } from '../../src/http/api-errors.js';
import { certificateReason, tlsFailure } from '../../src/http/certificate-errors.js';
import {
  codeOf,
  connectFailure,
  connectTimeout,
  exchangeFailure,
  systemReason,
} from '../../src/http/connection-errors.js';
import { redactedBody } from '../../src/http/curl.js';
import { messageInHtml, oneLine } from '../../src/http/html-message.js';
import { beginningOfJson } from '../../src/http/partial-json.js';
import { isCertificate, pemBlocks } from '../../src/http/pem.js';
import { readExchange } from '../../src/http/record.js';
import { fingerprint, redactHeader, redactJsonText, redactText, redactUrl } from '../../src/http/redact.js';
import { isTokenId, kindOf, secretsIn } from '../../src/http/secret-names.js';
import { parseUrl, showUrl } from '../../src/http/url.js';
import { checkItem, fingerprint as dataFingerprint, withoutUserData } from '../../src/hyperv/kvp.js';
import { md4 } from '../../src/hyperv/ntlm/md4.js';
import { attributesIn, readChallenge } from '../../src/hyperv/ntlm/messages.js';
import { readSealed } from '../../src/hyperv/ntlm/multipart.js';
import { notKnown, refusedLogin } from '../../src/hyperv/wsman/channel.js';
import { readCimText, writeCimText } from '../../src/hyperv/wsman/cim-text.js';
import { faultIn } from '../../src/hyperv/wsman/fault.js';
import { plainValue } from '../../src/hyperv/wsman/plain.js';
import { typedQuery } from '../../src/hyperv/wsman/wql.js';
import { compareAddresses } from '../../src/lib/address.js';
import { ageOf } from '../../src/lib/age.js';
import { compareCodePoints } from '../../src/lib/codepoints.js';
import { visibleLine, visibleLines, visibleText } from '../../src/lib/escape.js';
import { parseExactly } from '../../src/lib/exact-json.js';
import { isIsoTime } from '../../src/lib/iso-time.js';
import { atLeast } from '../../src/lib/microversion.js';
import { boolFromString } from '../../src/lib/python/bool-from-string.js';
import { pythonBytesRepr } from '../../src/lib/python/bytes.js';
import { pythonDate } from '../../src/lib/python/dates.js';
import { python2Order } from '../../src/lib/python/dict-order.js';
import { jsonString } from '../../src/lib/python/json-text.js';
import { pythonInt } from '../../src/lib/python/numbers.js';
import { printf } from '../../src/lib/python/percent-format.js';
import { prettyPython } from '../../src/lib/python/pprint.js';
import { pythonRepr } from '../../src/lib/python/repr.js';
import { strip } from '../../src/lib/python/strip.js';
import { wrap } from '../../src/lib/python/textwrap.js';
import { titled } from '../../src/lib/python/title.js';
import { quote, word } from '../../src/lib/shell.js';
import { asError, messageOf } from '../../src/lib/thrown.js';
import { trimEndOf, trimOf, withoutTags } from '../../src/lib/trim.js';
import { escapeXml, readXml } from '../../src/lib/xml.js';
import { aligned } from '../../src/output/align.js';
import { boxed } from '../../src/output/boxed.js';
import { bold, dim, inverse, paintState } from '../../src/output/color.js';
import { htmlHeading } from '../../src/output/html.js';
import { markdownHeading } from '../../src/output/markdown.js';
import { blockWidth, foldedLines, oddRow, readable } from '../../src/output/multiline-cells.js';
import { compareKeys } from '../../src/output/table-layout.js';
import { fold, leastWidths } from '../../src/output/terminal/fold.js';
import { isState, toneOf } from '../../src/output/terminal/states.js';
import { columnsOf } from '../../src/output/wide.js';
import { quotesOf, wordOf } from '../../src/output/yaml-scalar.js';
import { numberOf, sizeOf, timeOf } from '../../src/selection/literals.js';
import { tokensOf } from '../../src/selection/tokens.js';
import { absoluteLimits, rateLimits } from '../../src/services/compute/limits.js';
import { areNeutrons } from '../../src/services/compute/networks.js';
import { quotaRows } from '../../src/services/compute/quotas.js';
import { ruleInWords } from '../../src/services/compute/security-group-changes.js';
import { isUuidLike, slug } from '../../src/services/find.js';
import { noZone } from '../../src/services/hosts.js';
import { foldEndpoints } from '../../src/services/identity/v3-places.js';
import { associationsOf, membersOf, objectsOf, propertiesOf, tagsOf } from '../../src/services/image/resources.js';
import { contentOfV1 } from '../../src/services/image/v1.js';
import { optionsOf } from '../../src/services/object-store/capabilities.js';
import { sortedJson } from '../../src/services/object-store/sorted-json.js';
import { accountName } from '../../src/services/object-store/stat.js';
import { attachmentsInWords, displayName } from '../../src/services/volume/volumes.js';
import { replaceVersion, splitVersion, withVersion } from '../../src/session/address.js';
import { readCatalogV2, readCatalogV3 } from '../../src/session/catalog.js';
import { combine, readVersions, serviceOf } from '../../src/session/discovery.js';
import { expiryHere, parseMoment } from '../../src/session/expiry.js';
import { sendableToken } from '../../src/session/login-answer.js';
import { accessInfoV2 } from '../../src/session/login-v2.js';
import { accessInfoV3 } from '../../src/session/login-v3.js';
import { highestOfBoth, parseWanted, refusedVersion, versionDocument } from '../../src/session/microversion.js';
import { listKey, nextPage } from '../../src/session/paging.js';
import { readKept } from '../../src/session/token-cache.js';
import { versionedUrl } from '../../src/session/versioned-url.js';
import { parseHolder } from '../../src/storage/holder.js';

const secrets = secretRegistry();
for (const secret of ['hunter22', 'aaaaaaaa', '////////']) secrets.add(secret);

const REQUEST = { method: 'GET' as const, url: 'http://h/servers', headers: {} };
const AT = { authUrl: 'http://h', headers: {}, status: 200, now: 0 } as never;

/** What is refused is an answer, and the next one is tried. */
function refused(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

/** By file and name; what a function makes of the text does not matter here, and neither does what it refuses. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'config/cloud-tree.ts plant': (text) => plant({ clouds: { [text]: { region_name: text } } }, 'x'),
  'config/command-words.ts commandWords': (text) => commandWords(text, 'x'),
  'config/clouds.ts readCloud': (text) =>
    readCloud(
      { clouds: { path: 'x', document: { clouds: { a: { auth: { auth_url: text }, region_name: text } } } } },
      'a',
    ),
  'config/user-config.ts checkUserConfig': (text) =>
    [
      () => checkUserConfig(text, 'x'),
      () => checkUserConfig(`hyperv.${text}.url`, text),
      () => checkUserConfig('region', text),
    ].map(refused),
  'config/user-config.ts isUserConfigKey': (text) => [isUserConfigKey(text), isUserConfigKey(`hyperv.${text}`)],
  'config/user-config.ts readUserConfig': (text) => readUserConfig(text, 'x'),
  'config/yaml.ts readYaml': (text) => readYaml(text, 'x'),
  'core/exact-number.ts mayLoseNumbers': mayLoseNumbers,
  'core/nesting.ts isTooDeep': isTooDeep,
  'core/secrets.ts hide': (text) => secrets.hide(text),
  'doctor/check.ts failed': (text) => failed('x', new Error(text)),
  'http/api-errors.ts httpFailure': (text) =>
    ['application/json', 'text/html', 'text/plain'].map((type) =>
      httpFailure(REQUEST, { status: 500, headers: { 'content-type': type, 'x-compute-request-id': text } }, text),
    ),
  'http/api-errors.ts parseJson': (text) => parseJson(text, REQUEST, { headers: {} }),
  'http/certificate-errors.ts certificateReason': (text) =>
    certificateReason(
      { code: 'ERR_TLS_CERT_ALTNAME_INVALID', cert: { subjectaltname: text, subject: { CN: text } } },
      'h',
      undefined,
      0,
    ),
  'http/connection-errors.ts codeOf': (text) => codeOf({ code: text }),
  'http/connection-errors.ts connectFailure': (text) => connectFailure(`http://h/${text}`, text, undefined),
  'http/connection-errors.ts connectTimeout': (text) => connectTimeout(`http://h/${text}`, 1, true),
  'http/connection-errors.ts exchangeFailure': (text) =>
    exchangeFailure(Object.assign(new Error(text), { code: 'NOT_HTTP', data: text }), {
      ...{ url: `http://h/${text}`, safe: false, started: false, received: 0, announced: undefined, readTimeout: 1 },
    }),
  'http/connection-errors.ts systemReason': (text) => systemReason(new Error(text), text),
  'http/certificate-errors.ts tlsFailure': (text) => tlsFailure(`https://h/${text}`, { reason: text }, undefined),
  'http/curl.ts redactedBody': (text) => redactedBody(text, secrets),
  'http/html-message.ts messageInHtml': (text) => [messageInHtml(text), messageInHtml(`<html><h1>${text}`)],
  'http/html-message.ts oneLine': oneLine,
  'http/partial-json.ts beginningOfJson': beginningOfJson,
  'http/pem.ts pemBlocks': (text) => pemBlocks(Buffer.from(text)),
  'http/pem.ts isCertificate': isCertificate,
  'http/record.ts readExchange': (text) =>
    readExchange({
      request: { method: text, url: text, headers: {} },
      response: { status: 200, headers: {}, body: text },
    }),
  'http/redact.ts fingerprint': fingerprint,
  'http/redact.ts redactHeader': (text) => redactHeader('www-authenticate', text, secrets),
  'http/redact.ts redactJsonText': (text) => redactJsonText(text, secrets),
  'http/redact.ts redactText': (text) => redactText(text, secrets),
  'http/redact.ts redactUrl': (text) => redactUrl(`http://h/${text}`, secrets),
  'http/secret-names.ts kindOf': kindOf,
  'http/secret-names.ts isTokenId': (text) => isTokenId('id', text),
  'http/secret-names.ts secretsIn': (text) => [...secretsIn({ [text]: text, password: text })],
  'http/url.ts parseUrl': (text) => parseUrl(`http://h/${text}`),
  'http/url.ts showUrl': showUrl,
  'hyperv/kvp.ts checkItem': (text) => [() => checkItem(text, 'x'), () => checkItem('x', text)].map(refused),
  'hyperv/kvp.ts fingerprint': dataFingerprint,
  'hyperv/kvp.ts withoutUserData': (text) => [
    withoutUserData(`cloudstack-vm-userdata${text}`),
    withoutUserData(`<INSTANCE>cloudstack-vm-userdata${text}</INSTANCE>`),
  ],
  'hyperv/ntlm/md4.ts md4': (text) => md4(Buffer.from(text)),
  'hyperv/ntlm/messages.ts attributesIn': (text) => attributesIn(Buffer.from(text)),
  'hyperv/ntlm/messages.ts readChallenge': (text) => readChallenge(Buffer.from(`NTLMSSP\0\x02\0\0\0${text}`)),
  'hyperv/ntlm/multipart.ts readSealed': (text) =>
    [() => readSealed(Buffer.from(text)), () => readSealed(Buffer.from(`--Encrypted Boundary\r\n${text}`))].map(
      refused,
    ),
  'hyperv/wsman/channel.ts notKnown': notKnown,
  'hyperv/wsman/channel.ts refusedLogin': (text) => refusedLogin({ url: 'http://h', host: 'h' }, text, undefined),
  'hyperv/wsman/cim-text.ts writeCimText': (text) => writeCimText('Msvm_X', [[text, 'string', text]]),
  'hyperv/wsman/fault.ts faultIn': (text) =>
    faultIn(readXml(`<Fault><Reason>${text.replace(/[<&]/g, ' ')}</Reason></Fault>`), 'h'),
  'hyperv/wsman/plain.ts plainValue': (text) => plainValue('CreationTime', [text]),
  'hyperv/wsman/cim-text.ts readCimText': readCimText,
  'hyperv/wsman/wql.ts typedQuery': typedQuery,
  'lib/address.ts compareAddresses': (text) => compareAddresses(text, `${text}1`),
  'lib/codepoints.ts compareCodePoints': (text) => compareCodePoints(text, `${text}1`),
  'lib/escape.ts visibleLine': visibleLine,
  'lib/escape.ts visibleLines': visibleLines,
  'lib/escape.ts visibleText': visibleText,
  'lib/exact-json.ts parseExactly': parseExactly,
  'lib/age.ts ageOf': ageOf,
  'lib/iso-time.ts isIsoTime': isIsoTime,
  'selection/literals.ts numberOf': numberOf,
  'selection/literals.ts sizeOf': sizeOf,
  'selection/literals.ts timeOf': timeOf,
  'selection/tokens.ts tokensOf': tokensOf,
  'lib/microversion.ts atLeast': (text) => atLeast(text, '2.1'),
  'lib/python/bool-from-string.ts boolFromString': boolFromString,
  'lib/python/bytes.ts pythonBytesRepr': pythonBytesRepr,
  'lib/python/dates.ts pythonDate': pythonDate,
  'lib/python/dict-order.ts python2Order': (text) =>
    python2Order(
      text
        .slice(-5000)
        .split('')
        .map((char, at) => char + at),
    ),
  'lib/python/json-text.ts jsonString': (text) => jsonString(text, true),
  'lib/python/numbers.ts pythonInt': pythonInt,
  'lib/python/percent-format.ts printf': printf,
  'lib/python/pprint.ts prettyPython': (text) => prettyPython({ text: [text] }),
  'lib/python/repr.ts pythonRepr': (text) => [pythonRepr(text), pythonRepr(text, 2)],
  'lib/python/strip.ts strip': strip,
  'lib/python/textwrap.ts wrap': (text) => wrap(text, 40),
  'lib/python/title.ts titled': titled,
  'lib/shell.ts quote': quote,
  'lib/shell.ts word': word,
  'lib/thrown.ts asError': asError,
  'lib/thrown.ts messageOf': messageOf,
  'lib/trim.ts trimEndOf': (text) => trimEndOf(text, ' /\n'),
  'lib/trim.ts trimOf': (text) => trimOf(text, ' /\n'),
  'lib/trim.ts withoutTags': (text) => withoutTags(text, /<[^>]*>/g, ''),
  'lib/xml.ts readXml': (text) => readXml(`<a>${text}`),
  'lib/xml.ts escapeXml': escapeXml,
  'output/align.ts aligned': (text) => aligned(text, columnsOf(text), 300_000, 'left'),
  'output/boxed.ts boxed': (text) => boxed(['a'], [[text]]),
  'output/color.ts bold': bold,
  'output/color.ts dim': dim,
  'output/color.ts paintState': (text) => [paintState('Status', text), paintState(text, 'ACTIVE')],
  'output/multiline-cells.ts readable': (text) => [readable(text, 'newline'), readable(text, 'dropped')],
  'output/multiline-cells.ts blockWidth': blockWidth,
  'output/multiline-cells.ts foldedLines': (text) => foldedLines(text, 40),
  'output/multiline-cells.ts oddRow': (text) => oddRow([text, 'x'], [10, 10], ['left', 'left'], (_, one) => one),
  'output/table-layout.ts compareKeys': (text) => compareKeys(text, `${text}1`),
  'output/terminal/fold.ts fold': (text) => fold(text, 40),
  'output/terminal/fold.ts leastWidths': leastWidths,
  'output/terminal/states.ts isState': isState,
  'output/terminal/states.ts toneOf': (text) => [toneOf('Status', text), toneOf(text, 'ACTIVE')],
  'output/color.ts inverse': inverse,
  'output/html.ts htmlHeading': htmlHeading,
  'output/markdown.ts markdownHeading': markdownHeading,
  'output/wide.ts columnsOf': columnsOf,
  'output/yaml-scalar.ts quotesOf': (text) => quotesOf(text, false),
  'output/yaml-scalar.ts wordOf': wordOf,
  'services/compute/limits.ts absoluteLimits': (text) => absoluteLimits({ absolute: { [text]: 1, [`max${text}`]: 1 } }),
  'services/compute/limits.ts rateLimits': (text) =>
    rateLimits({ rate: [{ regex: text, uri: text, limit: [{ verb: text }] }] }),
  'services/compute/networks.ts areNeutrons': (text) => areNeutrons([{ id: text, bridge: text }]),
  'services/compute/quotas.ts quotaRows': (text) => quotaRows({ [text]: text, instances: { limit: text } }),
  'services/find.ts isUuidLike': isUuidLike,
  'services/hosts.ts noZone': (text) => noZone('nova', [text]),
  'services/identity/v3-places.ts foldEndpoints': (text) =>
    foldEndpoints(
      ['public', 'admin'].map((kind) => ({ id: text, url: text, interface: kind, service_id: text, region: text })),
    ),
  'services/image/resources.ts associationsOf': associationsOf,
  'services/image/resources.ts membersOf': membersOf,
  'services/image/resources.ts objectsOf': objectsOf,
  'services/image/resources.ts propertiesOf': propertiesOf,
  'services/image/resources.ts tagsOf': tagsOf,
  'services/image/v1.ts contentOfV1': contentOfV1,
  'services/object-store/capabilities.ts optionsOf': (text) => optionsOf({ [text]: { [text]: text } }),
  'services/object-store/sorted-json.ts sortedJson': (text) => sortedJson({ [text]: [text] }),
  'services/object-store/stat.ts accountName': accountName,
  'services/compute/security-group-changes.ts ruleInWords': (text) =>
    ruleInWords({ ip_protocol: text, from_port: text, ip_range: { cidr: text } }),
  'services/volume/volumes.ts attachmentsInWords': (text) =>
    attachmentsInWords({ attachments: [{ server_id: text, device: text }] }),
  'services/volume/volumes.ts displayName': (text) => displayName({ display_name: text, name: text }),
  'services/find.ts slug': slug,
  'session/address.ts replaceVersion': (text) => replaceVersion(`http://h/${text}`, 'v3'),
  'session/address.ts splitVersion': (text) => splitVersion(`http://h/${text}`),
  'session/address.ts withVersion': (text) => withVersion(`http://h/${text}`, 'v3'),
  'session/catalog.ts readCatalogV2': (text) =>
    readCatalogV2([{ type: text, name: text, endpoints: [{ publicURL: text, region: text, id: text }] }]),
  'session/catalog.ts readCatalogV3': (text) =>
    readCatalogV3([{ type: text, name: text, endpoints: [{ url: text, interface: 'public', region: text }] }]),
  'session/discovery.ts combine': (text) => combine('http://h/v3', text),
  'session/discovery.ts readVersions': (text) =>
    [text, `http://h/${text}`].map((href) =>
      readVersions(
        { versions: [{ id: text, status: text, version: text, links: [{ rel: 'self', href }] }] },
        'http://h/',
      ),
    ),
  'session/discovery.ts serviceOf': (text) =>
    serviceOf({ versions: [{ id: text, 'media-types': [{ type: text }], links: [{ rel: 'self', href: text }] }] }),
  'session/expiry.ts expiryHere': (text) => expiryHere(text, text, 0),
  'session/expiry.ts parseMoment': parseMoment,
  'session/login-answer.ts sendableToken': (text) => sendableToken(text, { authUrl: 'http://h' }),
  'session/login-v2.ts accessInfoV2': (text) =>
    accessInfoV2(
      {
        access: { token: { id: text, expires: text, tenant: { id: text, name: text } }, user: { id: text, roles: [] } },
      },
      AT,
    ),
  'session/login-v3.ts accessInfoV3': (text) =>
    accessInfoV3(
      { token: { expires_at: text, methods: [text], user: { id: text, name: text }, project: { id: text } } },
      AT,
    ),
  'session/microversion.ts highestOfBoth': (text) =>
    highestOfBoth({ version: { id: text, version: text, min_version: text } }),
  'session/microversion.ts parseWanted': parseWanted,
  'session/microversion.ts refusedVersion': (text) => refusedVersion(text, new Error('x')),
  'session/microversion.ts versionDocument': (text) => versionDocument(`http://h/${text}`),
  'session/paging.ts listKey': (text) => listKey({ [text]: [], [`${text}_links`]: [] }),
  'session/paging.ts nextPage': (text) =>
    [text, `http://h/${text}`, `?${text}`].map((href) =>
      nextPage({ servers: [], servers_links: [{ rel: 'next', href }] }, 'servers', 'http://h/servers'),
    ),
  'session/token-cache.ts readKept': (text) => readKept({ token: text, expires: text }),
  'session/versioned-url.ts versionedUrl': (text) =>
    versionedUrl(
      'compute',
      { versions: [{ id: text, status: text, links: [{ rel: 'self', href: text }] }] },
      `http://h/${text}`,
      text,
    ),
  'storage/holder.ts parseHolder': parseHolder,
};

const typed = 'what was typed';
const parsed = 'looks up names of ours in what has been parsed';
const error = 'looks at the status of an error';
const bytes = 'bytes, piece by piece: test/faults/endless-answers.test.ts';
const path = 'a path, which the file system reads';
const ours = 'words of ours';
const one = 'of 16 or 32 bytes, made here';

/** Functions whose text is nobody's who could have chosen it so: by file and name, with what it is. */
const elsewhere: Readonly<Record<string, string>> = {
  'config/cloud-files.ts findCloudFiles': 'directories, and texts that readYaml reads',
  'config/cloud-files.ts searchOrder': path,
  'config/cloud-values.ts cloudValues': 'called by readCloud',
  'config/hyperv-hosts.ts hostConfig': typed,
  'config/user-config.ts userConfigColumns': 'a line of settings, split at its commas',
  'core/definition.ts settingOption': ours,
  'core/definitions.ts definitionOf': ours,
  'core/exact-number.ts isNested': parsed,
  'core/exact-number.ts isNumber': parsed,
  'core/image-version.ts imageVersion': typed,
  'core/secrets.ts secretRegistry': 'its hide is above',
  'core/volume-version.ts volumeVersion': typed,
  'doctor/check.ts hintOf': ours,
  'doctor/network.ts certificateChecks': 'an address that was typed, and what a probe says',
  'doctor/network.ts networkChecks': 'an address that was typed, and what a probe says',
  'doctor/network.ts serverChecks': 'an address that was typed, and what a probe says',
  'http/body.ts discard': bytes,
  'http/body.ts readBytes': bytes,
  'http/body.ts readText': bytes,
  'http/body.ts tooLong': ours,
  'http/decompress.ts decompress': bytes,
  'http/http1-client.ts http1Client': 'the host of a URL that has been parsed',
  'http/pem.ts clientCertificate': path,
  'http/pem.ts readPem': path,
  'http/record.ts replay': 'exchanges that readExchange has read',
  'http/single-connection.ts singleConnection': 'a URL that was typed',
  'http/tee.ts tee': bytes,
  'http/trust.ts fileVersion': path,
  'http/undici.ts undiciClient': 'the origin of a URL that has been parsed',
  'hyperv/host-facts.ts defaultPaths': 'has a client: what it answers is read by functions that are here',
  'hyperv/host-facts.ts hostFacts': 'has a client: what it answers is read by functions that are here',
  'hyperv/jobs.ts finished': 'has a client: what it answers is read by functions that are here',
  'hyperv/jobs.ts jobReference': typed,
  'hyperv/ntlm/keys.ts channelBinding': 'a certificate, hashed',
  'hyperv/ntlm/keys.ts encryptedKey': one,
  'hyperv/ntlm/keys.ts hmacMd5': 'hashed by Node',
  'hyperv/ntlm/keys.ts md5': 'hashed by Node',
  'hyperv/ntlm/keys.ts ntProof': 'hashed by Node',
  'hyperv/ntlm/keys.ts ntowfv2': typed,
  'hyperv/ntlm/messages.ts authenticateMessage': 'a challenge that readChallenge has read',
  'hyperv/ntlm/multipart.ts writeSealed': ours,
  'hyperv/ntlm/rc4.ts rc4': one,
  'hyperv/ntlm/sealing.ts direction': one,
  'hyperv/settings.ts endpointUrl': typed,
  'hyperv/summary.ts readSummaries': 'has a client: what it answers is read by functions that are here',
  'hyperv/vms.ts findVm': typed,
  'hyperv/vms.ts listVms': 'has a client: what it answers is read by functions that are here',
  'hyperv/vms.ts showVm': typed,
  'hyperv/wsman/channel.ts anonymousPost': ours,
  'hyperv/wsman/channel.ts answerText': bytes,
  'hyperv/wsman/envelope.ts methodInput': typed,
  'hyperv/wsman/instance.ts numberOf': parsed,
  'hyperv/wsman/instance.ts referenceOf': parsed,
  'hyperv/wsman/instance.ts textOf': parsed,
  'hyperv/wsman/instance.ts textsOf': parsed,
  'hyperv/wsman/names.ts resourceOf': ours,
  'hyperv/wsman/wql.ts wql': typed,
  'lib/address.ts within': 'two addresses that were typed or are compared before',
  'lib/expand-home.ts expandHome': 'a path that was typed',
  'lib/jmespath.ts checkExpression': 'an expression that was typed',
  'lib/nearest.ts isSlip': 'a word that was typed',
  'lib/nearest.ts nearest': 'a word that was typed',
  'lib/nearest-names.ts nearestNames': 'a word that was typed',
  'lib/jmespath.ts search': 'an expression that was typed, over what has been parsed',
  'lib/progress-bar.ts progressBar': ours,
  'services/compute/point-in-time.ts pointInTime': typed,
  'services/identity/v2-places.ts ec2Path': 'an id, encoded by JavaScript',
  'services/identity/v3-places.ts foldedRows': 'called by foldEndpoints',
  'services/identity/v3-places.ts renamed': parsed,
  'http/passing-errors.ts mayPass': error,
  'session/catalog.ts sameService': 'a type, compared with a few',
  'session/regions.ts regionsOf': 'types, compared with a few',
  'storage/replace-file.ts replaceFile': path,
  'lib/python/dict-order.ts inPython2Order': 'called by prettyPython and pythonRepr',
  'lib/python/json-text.ts jsonText': 'jsonString for each text',
  'lib/python/repr.ts pythonText': 'called by pythonRepr',
  'lib/read.ts asArray': parsed,
  'lib/read.ts asRecord': parsed,
  'lib/read.ts asRecords': parsed,
  'lib/read.ts asText': parsed,
  'lib/read.ts isRecord': parsed,
  'lib/regular-file.ts descriptorOf': path,
  'lib/regular-file.ts readFile': path,
  'lib/regular-file.ts readRegularFile': path,
  'lib/text-file.ts inHome': path,
  'lib/text-file.ts isThere': path,
  'lib/text-file.ts readBytes': path,
  'lib/text-file.ts readText': path,
  'lib/xml.ts attributeOf': parsed,
  'lib/xml.ts childOf': parsed,
  'output/text.ts textOf': 'called for each cell: its ways are pythonRepr, prettyPython and jsonText',
  'output/yaml-scalar.ts escaped': 'one character',
  'services/answer.ts listIn': parsed,
  'services/answer.ts mapIn': parsed,
  'services/answer.ts missing': ours,
  'services/answer.ts objectIn': parsed,
  'services/answer.ts textIn': parsed,
  'services/answer.ts textsIn': parsed,
  'services/compute/block-devices.ts blockDevices': typed,
  'services/compute/block-devices.ts mappingsOf': typed,
  'services/compute/injected-files.ts filesOf': typed,
  'services/compute/injected-files.ts userDataOf': path,
  'services/compute/keypair-changes.ts publicKeyOf': path,
  'services/compute/passwords.ts decryptPassword': 'base64, which Node reads, and a path',
  'services/find.ts escapeRegExp': 'a name that was typed',
  'services/find.ts find': typed,
  'services/find.ts findIfAny': typed,
  'services/find.ts findItem': typed,
  'services/compute/security-group-changes.ts portOf': typed,
  'services/find.ts isMissing': error,
  'services/hosts.ts hostsOf': 'compares names for equality',
  'services/image/refusals.ts foundOr': ours,
  'services/network/below.ts on': typed,
  'services/object-store/call.ts headersOf': typed,
  'services/object-store/call.ts orNotFound': error,
  'services/object-store/call.ts refuseSlash': typed,
  'services/resource.ts pathOf': typed,
  'services/unserved.ts isUnserved': error,
  'services/unserved.ts mayNotAsk': error,
  'services/unserved.ts unservedSentence': ours,
  'services/unserved.ts whereServed': ours,
  'services/volume/listing.ts metadataQuery': typed,
  'services/volume/listing.ts sortOrder': typed,
  'session/find-identity.ts findIdentity':
    'an address that was typed; what answers is read by readVersions and serviceOf',
  'session/microversion.ts versionHeaders': typed,
  'session/paging.ts readPages': 'pages that nextPage reads',
  'storage/append-line.ts appendLine': path,
  'storage/atomic-file.ts createAtomically': path,
  'storage/atomic-file.ts draftOf': path,
  'storage/atomic-file.ts removeFile': path,
  'storage/atomic-file.ts replaceAtomically': path,
  'storage/create-file.ts createFile': path,
  'storage/file-sums.ts sumsOf': path,
  'storage/hmac.ts hmacSha256': 'hashed in one pass',
  'storage/lock.ts heldLock': path,
  'storage/lock.ts takeLock': path,
  'storage/named-lock.ts takeNamedLock': typed,
  'storage/place-below.ts placeBelow':
    'the name of an object: a path of at most 1,024 bytes, which the file system reads',
  'storage/recording-directory.ts recordingDirectory': path,
  'storage/tls-tickets.ts tlsTickets': ours,
  'storage/token-files.ts readOwn': path,
  'storage/token-files.ts readSecret': path,
};

const LENGTH = 200_000;
/** Runs of these, as they are and after something that opens. */
const units = [
  ...' \t\n\ra0A_-./\\"\'{}[](),:;=<>%&#@!|*+~$^`?é',
  '\u0301',
  '\u{1f600}',
  '\ud800',
  '\x1b[',
  '\0',
  '\\n',
  '{"',
  '[,',
  '%0',
  '%s',
  '<a>',
  '<!',
  '&amp;',
  '- ',
  ': ',
  '? ',
  '="',
  'a.',
  '0.',
  '\r\n',
  '-----BEGIN ',
];
const openings = ['', '"'];

/** Microseconds of processor time. */
function cost(run: () => unknown): number {
  const before = process.cpuUsage();
  try {
    run();
  } catch {
    // A refusal is an answer.
  }
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/**
 * 200 kB in linear time are some milliseconds, or a second where each character is a mistake with a stack of its own; in
 * quadratic time they are minutes.
 */
const MOST = 4_000_000;

const isDeep = process.env.TEST_DEEP === '1';
/** A tenth of it all, where not all is asked for; the patterns of the readers are tried in another file. */
const wanted = isDeep ? units : units.filter((_, at) => at % 5 === 0);

for (const [name, read] of Object.entries(readers)) {
  test(`${name} reads long texts in linear time`, () => {
    for (const opening of isDeep ? openings : ['']) {
      for (const unit of wanted) {
        for (const length of isDeep && opening === '' ? [LENGTH / 8, LENGTH] : [LENGTH / 8]) {
          const text = `${opening}${unit.repeat(length / unit.length)}!`;
          const took = cost(() => read(text));
          assert.ok(took < MOST, `${JSON.stringify(opening)}, then ${length} of ${JSON.stringify(unit)}: ${took} µs`);
        }
      }
    }
  });
}

/** The directories whose functions may meet such a text. A function with a session is given what was typed; what the session answers is read by the others. */
const directories = [
  'classic',
  'config',
  'core',
  'doctor',
  'http',
  'hyperv',
  'lib',
  'output',
  'services',
  'session',
  'storage',
];
const TEXT = /: (?:readonly )?(?:string|unknown|Buffer|Uint8Array|Json|HttpResponse)\b/;
const EXPORTED = /^export (?:async )?(?:function\*? (\w+)|const (\w+)(?:: [^=\n]+)? =\s*(?:async )?(?=[(<]))/gm;

/** The names of the exported functions of a source that take a text, or what may be one, and no session. */
function takers(source: string): readonly string[] {
  return [...source.matchAll(EXPORTED)].flatMap(({ 0: { length }, 1: declared, 2: assigned, index }) => {
    const signature = inBrackets(source, index + length);
    return TEXT.test(signature) && !/\b[sS]ession\b/.test(signature) ? [declared ?? assigned ?? ''] : [];
  });
}

/** The parameters that begin here, behind those of types. */
function inBrackets(source: string, from: number): string {
  let depth = 0;
  let begin = -1;
  for (let at = from; at < source.length; at += 1) {
    const char = source[at] ?? '';
    if (begin < 0 && char === '(' && depth === 0) begin = at;
    if ('([{'.includes(char) || (begin < 0 && char === '<')) depth += 1;
    else if (')]}'.includes(char) || (begin < 0 && char === '>' && source[at - 1] !== '=')) depth -= 1;
    if (begin >= 0 && depth === 0) return source.slice(begin, at + 1);
  }
  return '';
}

test('every exported function that takes a text is here, and nothing is here that is not there', () => {
  const src = fileURLToPath(new URL('../../src', import.meta.url));
  const found = directories.flatMap((directory) =>
    readdirSync(join(src, directory), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        takers(readFileSync(join(src, directory, file), 'utf8')).map((name) => `${directory}/${file} ${name}`),
      ),
  );
  const here = [...Object.keys(readers), ...Object.keys(elsewhere)];
  assert.deepEqual(
    found.filter((name) => !here.includes(name)),
    [],
  );
  const sources = new Map<string, string>();
  const isThere = (name: string): boolean => {
    const [file = '', member = ''] = name.split(' ');
    if (!sources.has(file)) sources.set(file, readFileSync(join(src, file), 'utf8'));
    return new RegExp(`\\b${member}\\b`).test(sources.get(file) ?? '');
  };
  assert.deepEqual(
    here.filter((name) => !isThere(name)),
    [],
  );
  assert.deepEqual(
    Object.keys(elsewhere).filter((name) => name in readers),
    [],
  );
});
