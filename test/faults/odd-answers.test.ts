import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { loadApplet, loadCommand } from '../../src/cli/applets.js';
import { namesOf } from '../../src/command/manifest.js';
import { simulate } from '../../src/sandbox/index.js';
import { figure } from '../support/figures.js';
import { deep, fc } from '../support/property.js';
import { places, replacement, spoiled } from '../support/spoiled.js';
import { stackline } from '../support/stackline.js';

/* Whatever a server leaves out of an answer or puts in its place, a command shows something or says a sentence. */

/** What verbs may want to have named. */
const THINGS = ['', ' Windows', ' m1.tiny', ' admin', ' default', ' cirros', ' nova', ' sandbox 1', ' 1', ' xen1'];
const logins: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  v2: {},
  'v2.1': {
    OS_AUTH_URL: 'http://cloud.example.com:5000/v3',
    OS_USER_DOMAIN_ID: 'default',
    OS_PROJECT_DOMAIN_ID: 'default',
  },
};

/** The command lines that only read and that the embedded cloud answers. */
async function reading(applet: string, compute: 'v2' | 'v2.1'): Promise<Map<string, readonly string[]>> {
  const { commands } = await loadApplet(applet);
  const transport = simulate({ compute });
  const found = new Map<string, readonly string[]>();
  for (const [at, verb] of namesOf(commands).entries()) {
    // Every command is tried against one of the two clouds, and against both where all cases are wanted.
    if (!deep && (at % 2 === 0) !== (compute === 'v2')) continue;
    if (/^(demo|sandbox|links|config|logout|doctor|api|ec2rc|openrc|bash|help|completion)/.test(verb)) continue;
    if ((await loadCommand(applet, verb)).change !== undefined) continue;
    for (const thing of THINGS) {
      const line = `${applet} ${verb}${thing}`;
      const { code, requests } = await stackline(line, { transport, env: logins[compute] });
      // Consoles are asked for by POST.
      const isReading = requests.every((one) => /^(GET|HEAD) |^POST .*tokens$/.test(one));
      if (code !== 0 || !isReading || requests.length === 0) continue;
      found.set(line, requests);
      break;
    }
  }
  return found;
}

let cases = 0;
after(() => figure('answers to commands that read, with something missing, null or of another type', cases));

for (const compute of ['v2', 'v2.1'] as const) {
  describe(`whatever is in an answer of a cloud with Compute ${compute}, there is a table or a sentence`, () => {
    const cloud = simulate({ compute });
    for (const applet of ['nova', 'keystone', 'nova-manage', 'cinder-manage', 'stackline']) {
      it(applet, async () => {
        const lines = await reading(applet, compute);
        assert.ok(lines.size > 0);
        for (const [line, requests] of lines) {
          // A login is spoiled elsewhere; here only where there is nothing else.
          const which = requests.filter((one) => !/tokens$/.test(one)).concat(requests.slice(-1));
          const property = fc.asyncProperty(
            fc.constantFrom(...which),
            places,
            replacement,
            async (request, where, what) => {
              cases += 1;
              const transport = spoiled(cloud, exactly(request), where, what);
              const { stdout, stderr, code } = await stackline(`${line} --retries 0`, {
                transport,
                env: logins[compute],
              });
              // 2: a service that does not say its versions has none, and the command needs one.
              const isVersion = code === 2 && /needs Compute API/.test(stderr);
              // 6: what of several services has been read is shown.
              const isPart = code === 6 && line === 'stackline services';
              assert.ok(code === 0 || code === 1 || isVersion || isPart, `${line}: ${code}\n${stderr}`);
              assert.doesNotMatch(`${stdout}${stderr}`, DEFECT, line);
              if (code !== 0) assert.match(stderr, /\S{3,} \S.{5}/, `${line}: no sentence`);
            },
          );
          await fc.assert(property, { numRuns: deep ? 40 : 2, endOnFailure: true });
        }
      });
    }
  });
}

function exactly(request: string): RegExp {
  return new RegExp(`^${request.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}

const DEFECT = /Something unexpected|\[object|undefined|is not a function|Cannot read/;
