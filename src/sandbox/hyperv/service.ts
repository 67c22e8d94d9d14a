/** The WS-Management service of one Hyper-V host: messages in, answers out. Whoever calls has seen to the login. */
import { childOf } from '../../lib/xml.js';
import { classesOf, type Instance, kvpSettingsId, type Namespace, settingsId } from './instances.js';
import { type JobPlan, jobErrors, methods } from './methods.js';
import {
  answerText,
  Fault,
  faultText,
  fragmentXml,
  identifyAnswer,
  instanceXml,
  type Request,
  readRequest,
  schema,
  uris,
} from './soap.js';
import type { HypervHost } from './world.js';
import { holds, parseQuery, type Query } from './wql.js';

export interface ServiceOptions {
  /** Items of a page, if that is fewer than were asked for. */
  readonly pageSize?: number;
  readonly jobs?: JobPlan;
  /** Enumerations that may be open at once; one more is refused. */
  readonly enumerations?: number;
  /** Bytes of an answer, if that is fewer than were asked for. */
  readonly maxAnswer?: number;
}

export interface Answer {
  readonly status: 200 | 400 | 500;
  readonly text: string;
}

export interface HypervService {
  /**
   * @param text the envelope
   * @param isKnown somebody has logged in
   */
  answer(text: string, url: string, isKnown: boolean): Answer | 'login needed';
}

const actions = {
  get: `${uris.transfer}/Get`,
  enumerate: `${uris.enumeration}/Enumerate`,
  pull: `${uris.enumeration}/Pull`,
  release: `${uris.enumeration}/Release`,
};

/** The WS-Management service of one embedded host: answers to SOAP messages (DSP0226, DSP0227). */
export function hypervService(host: HypervHost, options: ServiceOptions = {}): HypervService {
  /** Enumerations under way, by their contexts: the XML of items that are still to come. */
  const contexts = new Map<string, string[]>();

  const page = (items: string[], request: Request, isFirst: boolean): string => {
    const count = Number(childOf(request.body, 'MaxElements')?.text ?? '1');
    if (!Number.isInteger(count) || count < 1) throw schema('MaxElements must be a number from 1 on.');
    const now = items.splice(0, Math.min(count, options.pageSize ?? count));
    const end = items.length === 0;
    const context = `uuid:${crypto.randomUUID().toUpperCase()}`;
    if (!end) contexts.set(context, items);
    const prefix = isFirst ? 'w' : 'n';
    const rest = end
      ? `<n:EnumerationContext/><${prefix}:EndOfSequence/>`
      : `<n:EnumerationContext>${context}</n:EnumerationContext>`;
    const name = isFirst ? 'EnumerateResponse' : 'PullResponse';
    return `<n:${name}>${rest}<${prefix}:Items>${now.join('')}</${prefix}:Items></n:${name}>`;
  };

  const enumerate = (request: Request): string => {
    const { body } = request;
    if (contexts.size >= (options.enumerations ?? Number.POSITIVE_INFINITY)) {
      throw new Fault('w:QuotaLimit', 'The maximum number of concurrent operations has been exceeded.', 2150859174);
    }
    if (body?.name !== 'Enumerate' || body.uri !== uris.enumeration) throw schema('The body is not that of Enumerate.');
    if (childOf(body, 'OptimizeEnumeration', uris.wsman) === undefined)
      throw schema('Only optimized ones are answered.');
    const filter = childOf(body, 'Filter', uris.wsman);
    const namespace = namespaceOf(request.resource);
    const classes = classesOf(host, namespace.name);
    if (namespace.className !== '*')
      return page(found(classes, namespace.className).map(whole(namespace.name)), request, true);
    const dialect = filter?.attributes.find(({ name }) => name === 'Dialect')?.value;
    if (filter === undefined || dialect !== 'http://schemas.microsoft.com/wbem/wsman/1/WQL') {
      throw new Fault('w:CannotProcessFilter', 'A query of all classes needs a filter in WQL.', 2150858778);
    }
    const query = parseQuery(filter.text);
    if (query === undefined) {
      throw new Fault(
        'n:CannotProcessFilter',
        'The data source could not process the filter.',
        2150858778,
        'Invalid query',
      );
    }
    return page(select(query, classes, namespace.name), request, true);
  };

  const select = (query: Query, classes: ReadonlyMap<string, readonly Instance[]>, namespace: Namespace): string[] => {
    if (query.kind === 'associators') return associators(host, query, classes).map(whole(namespace));
    const { properties, from, where } = query;
    const rows = found(classes, from).filter((one) => where.every((condition) => holds(one, condition)));
    if (properties === undefined) return rows.map(whole(namespace));
    return rows.map(({ values }) => fragmentXml(properties.map((name) => [name, values[name] ?? null])));
  };

  const get = ({ resource, selectors }: Request): string => {
    const { name, className } = namespaceOf(resource);
    if (className === 'Msvm_ConcreteJob') advance(host, selectors.InstanceID, options.jobs);
    const instance = found(classesOf(host, name), className).find(({ keys, values }) => {
      if (keys.length !== Object.keys(selectors).length) return false;
      return keys.every((key) => selectors[key] === String(values[key]));
    });
    if (instance === undefined) throw new Fault('w:InvalidSelectors', 'The selectors name no instance.', 2150858843);
    return instanceXml(instance, resource);
  };

  const invoke = ({ action, resource, selectors, body }: Request): string => {
    if (action === `${resource}/GetErrorEx`) return jobErrors(host, resource, selectors.InstanceID);
    const method = action.slice(resource.length + 1);
    const service = found(classesOf(host, 'root/virtualization/v2'), 'Msvm_VirtualSystemManagementService')[0];
    const isService = service?.keys.every((key) => selectors[key] === service.values[key]) ?? false;
    const run = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (
      !action.startsWith(`${resource}/`) ||
      run === undefined ||
      !resource.endsWith('/Msvm_VirtualSystemManagementService')
    ) {
      throw new Fault('a:ActionNotSupported', `There is no ${action}.`);
    }
    if (!isService) throw new Fault('w:InvalidSelectors', 'The selectors name no instance.', 2150858843);
    if (body?.name !== `${method}_INPUT` || body.uri !== resource) throw schema(`The body is not that of ${method}.`);
    if (body.children.some(({ uri }) => uri !== resource)) throw schema('A parameter is in another namespace.');
    const { returnValue, job, more = '' } = run(host, body, options.jobs ?? { states: [3, 4, 7] });
    const reference =
      job === undefined
        ? ''
        : `<p:Job><a:Address>${uris.addressing}/role/anonymous</a:Address><a:ReferenceParameters><w:ResourceURI>${uris.wmi}root/virtualization/v2/Msvm_ConcreteJob</w:ResourceURI><w:SelectorSet><w:Selector Name="InstanceID">${job.id}</w:Selector><w:Selector Name="__cimnamespace">root/virtualization/v2</w:Selector></w:SelectorSet></a:ReferenceParameters></p:Job>`;
    return `<p:${method}_OUTPUT xmlns:p="${resource}">${reference}${more}<p:ReturnValue>${returnValue}</p:ReturnValue></p:${method}_OUTPUT>`;
  };

  const bodyFor = (request: Request): { readonly action: string; readonly body: string } => {
    switch (request.action) {
      case actions.get:
        return { action: `${request.action}Response`, body: get(request) };
      case actions.enumerate:
        return { action: `${request.action}Response`, body: enumerate(request) };
      case actions.pull:
      case actions.release: {
        const context = childOf(request.body, 'EnumerationContext', uris.enumeration)?.text.trim() ?? '';
        const items = contexts.get(context);
        contexts.delete(context);
        if (items === undefined) throw new Fault('n:InvalidEnumerationContext', 'There is no such enumeration.');
        if (request.action === actions.release) return { action: `${request.action}Response`, body: '' };
        return { action: `${request.action}Response`, body: page(items, request, false) };
      }
      default:
        return { action: `${request.action}Response`, body: invoke(request) };
    }
  };

  return {
    answer: (text, url, isKnown) => {
      let relatesTo = '';
      try {
        const request = readRequest(text, url);
        if (request === 'identify') return { status: 200, text: identifyAnswer(isKnown) };
        if (!isKnown) return 'login needed';
        relatesTo = request.messageId;
        const { action, body } = bodyFor(request);
        const answer = answerText(action, relatesTo, body);
        if (Buffer.byteLength(answer) <= (options.maxAnswer ?? 153_600)) return { status: 200, text: answer };
        throw new Fault('w:EncodingLimit', 'The answer is longer than may be sent.', 2150859111);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        return { status: error.subcode.startsWith('s:') ? 400 : 500, text: faultText(error, relatesTo) };
      }
    },
  };
}

const whole =
  (namespace: Namespace) =>
  (instance: Instance): string =>
    instanceXml(instance, `${uris.wmi}${namespace}/${instance.className}`);

function namespaceOf(resource: string): { readonly name: Namespace; readonly className: string } {
  const [, name, className] = /^(.*)\/([^/]+)$/.exec(resource.slice(uris.wmi.length)) ?? [];
  if (
    !resource.startsWith(uris.wmi) ||
    className === undefined ||
    (name !== 'root/virtualization/v2' && name !== 'root/cimv2')
  ) {
    throw new Fault('a:DestinationUnreachable', 'The namespace is not there.', 2150858752, 'Invalid namespace');
  }
  return { name, className };
}

function found(classes: ReadonlyMap<string, readonly Instance[]>, className: string): readonly Instance[] {
  const name = [...classes.keys()].find((one) => one.toLowerCase() === className.toLowerCase());
  const instances = name === undefined ? undefined : classes.get(name);
  if (instances !== undefined) return instances;
  throw new Fault(
    'n:CannotProcessFilter',
    'The data source could not process the filter.',
    2150858778,
    'Invalid class',
  );
}

function associators(
  host: HypervHost,
  { of, assocClass, resultClass }: Extract<Query, { kind: 'associators' }>,
  classes: ReadonlyMap<string, readonly Instance[]>,
): readonly Instance[] {
  const pairs: Readonly<Record<string, (id: string) => string | undefined>> = {
    'Msvm_ComputerSystem Msvm_SettingsDefineState Msvm_VirtualSystemSettingData': (id) => {
      const machine = host.machines.find((one) => one.id.toLowerCase() === id.toLowerCase());
      return machine === undefined ? undefined : settingsId(machine);
    },
    'Msvm_VirtualSystemSettingData Msvm_VirtualSystemSettingDataComponent Msvm_KvpExchangeComponentSettingData': (
      id,
    ) => {
      const machine = host.machines.find((one) => settingsId(one).toLowerCase() === id.toLowerCase());
      return machine === undefined ? undefined : kvpSettingsId(machine);
    },
  };
  const start = found(classes, of.className);
  const isThere = start.some(({ keys, values }) =>
    keys.every((key) => (of.keys[key] ?? '').toLowerCase() === String(values[key]).toLowerCase()),
  );
  if (!isThere)
    throw new Fault('n:CannotProcessFilter', 'The data source could not process the filter.', 2150858778, 'Not found');
  const other = pairs[`${of.className} ${assocClass} ${resultClass}`]?.(of.keys.Name ?? of.keys.InstanceID ?? '');
  return found(classes, resultClass ?? '').filter(({ values }) => values.InstanceID === other);
}

/** A job goes on each time that somebody looks. */
function advance(host: HypervHost, id = '', plan: JobPlan | undefined): void {
  const job = host.jobs.get(id);
  if (job === undefined) return;
  const next = job.coming.shift();
  if (next !== undefined) {
    job.state = next;
    job.percent = job.coming.length === 0 ? 100 : 50;
  } else if (plan?.vanishes) host.jobs.delete(id);
}
