/** What a host sums up of its machines: processors, memory, load, uptime. */
import { XmlError } from '../lib/xml.js';
import { codeName, returnCodes } from './codes.js';
import { serviceReference } from './service.js';
import { readCimText } from './wsman/cim-text.js';
import type { Wsman } from './wsman/client.js';
import type { Parameter } from './wsman/envelope.js';
import { WsmanFault } from './wsman/fault.js';
import { type Instance, numberOf, textOf } from './wsman/instance.js';
import { resourceOf } from './wsman/names.js';

/**
 * Name, ElementName, NumberOfProcessors, EnabledState, ProcessorLoad, MemoryUsage, UpTime, HealthState. (5 to 7 would be
 * pictures of screens.)
 */
const REQUESTED = ['0', '1', '4', '100', '101', '103', '105', '109'];

/**
 * The summaries by the machines' ids (upper case): of one, or of all. A host that cannot sum up is no error, but said.
 * @param settings of the machine
 */
export async function readSummaries(
  wsman: Wsman,
  warn: (line: string) => void,
  settings?: Instance,
): Promise<ReadonlyMap<string, Instance>> {
  try {
    const id = textOf(settings, 'InstanceID');
    const resource = resourceOf('Msvm_VirtualSystemSettingData');
    const parameters: Record<string, Parameter> = { RequestedInformation: REQUESTED };
    if (id !== undefined) parameters.SettingData = { resource, selectors: { InstanceID: id } };
    const output = await wsman.invoke(await serviceReference(wsman), 'GetSummaryInformation', parameters, true);
    const code = numberOf(output, 'ReturnValue');
    if (code !== 0) warn(`${wsman.host}: no summary of its machines: ${codeName(returnCodes, code)}`);
    const all = (output.properties.get('SummaryInformation') ?? []).flatMap((value) => {
      if (typeof value === 'string' && value !== '') return [fromText(value)];
      return typeof value === 'object' && value !== null && 'properties' in value ? [value] : [];
    });
    return new Map(all.map((one) => [(textOf(one, 'Name') ?? '').toUpperCase(), one]));
  } catch (error) {
    if (!(error instanceof WsmanFault || error instanceof XmlError)) throw error;
    warn(`${wsman.host}: no summary of its machines: ${error.message}`);
    return new Map();
  }
}

const fromText = (text: string): Instance => ({
  className: undefined,
  properties: new Map([...readCimText(text)].map(([name, value]) => [name, [value]])),
});
