# -*- coding: utf-8 -*-
"""Runs a Python client many times without importing it each time. Python 2.7 and 3; started by warm.ts.

    python warm.py SCRIPT SOCKET

SCRIPT is the client as it is installed. What it imports is imported once; each run is a fork that gets its own
arguments, environment, directory and streams, and then runs SCRIPT from its first line as `python SCRIPT` would.

Lines of JSON on standard input: {"id", "argv", "env", "cwd", "session"}: a run is asked for; `session`: in a session of its
own, without a terminal. It opens three connections to SOCKET, which become its standard streams; each begins with a line
`ID STREAM`.
Lines of JSON on standard output: first {"reads": the variables that decided something while the client was imported}, then
{"id", "code"} for each run that has ended, where code is null if a signal ended it, or {"id", "failed"} for one that
never began.
It ends when standard input does, and every run with it.
"""
import ast
import errno
import gc
import importlib
import json
import os
import select
import signal
import socket
import sys
import tempfile
import time
import traceback
import types

PY2 = sys.version_info[0] == 2


def native(text):
    return text.encode('utf-8') if PY2 else text


def tell(message):
    os.write(1, (json.dumps(message) + '\n').encode('ascii'))


#: What these keep of the environment decides nothing that a client prints: where it is remembered which packages are
#: installed, what CGI programs and other processes are given, where a client's keyring would be set up.
UNSEEN = ('/sysconfig.py', '/stevedore/_cache.py', '/wsgiref/handlers.py', '/multiprocessing/process.py',
          '/subprocess.py', '/ctypes/util.py', '/keyring/core.py', '/keyring/util/platform_.py')
#: These keep what they read in variables of their own, which are assigned again for each run.
RENEWED = ('openstack.config.loader', 'swiftclient.service')


def import_client(source, reads):
    """Imports what SCRIPT imports. Returns what that printed on standard error; adds to `reads` the variables of the
    environment that were looked at, or `*` where all were, or the working directory."""
    class Watched(os.environ.__class__):
        def __getitem__(self, key):
            note(key)
            return plain.__getitem__(self, key)

        def __contains__(self, key):
            note(key)
            return plain.__contains__(self, key)

        def get(self, key, default=None):
            note(key)
            return plain.get(self, key, default)

        def __iter__(self):
            note('*')
            return plain.__iter__(self)

        def keys(self):
            note('*')
            return plain.keys(self)

        def items(self):
            note('*')
            return plain.items(self)

        def copy(self):
            note('*')
            return plain.copy(self)

    def watched_getcwd():
        note('*')
        return getcwd()

    def note(key):
        frame = sys._getframe(2)
        while frame is not None:
            if frame.f_code.co_filename.endswith(known):
                return
            if frame.f_code.co_name == '<module>':
                break
            frame = frame.f_back
        reads.add(key.decode() if isinstance(key, bytes) else key)

    known = UNSEEN + tuple('/' + name.replace('.', '/') + '.py' for name in RENEWED)
    errors = tempfile.TemporaryFile()
    plain, getcwd = os.environ.__class__, os.getcwd
    os.environ.__class__, os.getcwd = Watched, watched_getcwd
    kept = os.dup(2)
    os.dup2(errors.fileno(), 2)
    try:
        for node in ast.parse(source).body:
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            for name in [node.module] if isinstance(node, ast.ImportFrom) else names:
                importlib.import_module(name)
    finally:
        sys.stderr.flush()
        os.dup2(kept, 2)
        os.close(kept)
        os.environ.__class__, os.getcwd = plain, getcwd
    errors.seek(0)
    return errors.read()


def assignments(module):
    """What assigns the variables of a module, compiled."""
    with open(module.__file__.replace('.pyc', '.py')) as file:
        tree = ast.parse(file.read())
    tree.body = [node for node in tree.body if isinstance(node, (ast.Assign, ast.If))]
    return compile(tree, module.__file__, 'exec')


def serve(path):
    """Forks for each run that is asked for; returns what is asked for in the fork, and otherwise never."""
    wake, woken = os.pipe()
    signal.signal(signal.SIGCHLD, lambda number, frame: os.write(woken, b'.'))
    running, rest = {}, b''
    while True:
        try:
            ready = select.select([0, wake], [], [])[0]
        except (OSError, select.error) as error:
            if error.args[0] != errno.EINTR:
                raise
            continue
        if wake in ready:
            os.read(wake, 4096)
        while running:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                break
            tell({'id': running.pop(pid), 'code': os.WEXITSTATUS(status) if os.WIFEXITED(status) else None})
        if 0 not in ready:
            continue
        read = os.read(0, 1 << 16)
        if not read:
            for pid in running:
                os.kill(pid, signal.SIGKILL)
            os._exit(0)
        lines = (rest + read).split(b'\n')
        rest = lines.pop()
        for line in lines:
            asked = json.loads(line.decode('utf-8'))
            pid = os.fork()
            if pid == 0:
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                os.close(wake)
                os.close(woken)
                try:
                    become(asked, path)
                except Exception:
                    tell({'id': asked['id'], 'failed': traceback.format_exc()})
                    os._exit(1)
                return asked
            running[pid] = asked['id']


def become(asked, path):
    """Takes the streams, the directory and the environment of a run."""
    if asked['session']:
        os.setsid()
    streams = []
    for stream in range(3):
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.connect(path)
        connection.sendall(('%d %d\n' % (asked['id'], stream)).encode('ascii'))
        streams.append(connection)
    os.chdir(native(asked['cwd']))
    for stream, connection in enumerate(streams):
        os.dup2(connection.fileno(), stream)
        connection.close()
    os.environ.clear()
    for key, value in asked['env'].items():
        os.environ[native(key)] = native(value)
    time.tzset()
    for module, code in renewed:
        exec(code, module.__dict__)
    if PY2 and 'random' in sys.modules:
        # Python 3 does it when it forks.
        sys.modules['random'].seed()


class Words(list):
    """`sys.argv` while the client is imported: parts of it that are kept then, such as the default value of an argument,
    get what they would have had when the words of a run are known."""
    def __init__(self, words, place=slice(None)):
        list.__init__(self, words)
        self.place, self.parts = place, []

    def __getitem__(self, place):
        if not isinstance(place, slice):
            return list.__getitem__(self, place)
        self.parts.append(Words(list.__getitem__(self, place), place))
        return self.parts[-1]

    def __getslice__(self, begin, end):
        return self[slice(begin, end)]

    def fill(self, words):
        del self[:]
        self.extend(words)
        for part in self.parts:
            part.fill(words[part.place])


def run(source, script):
    """SCRIPT from its first line; an error that nobody caught is told without the lines of this file."""
    main = types.ModuleType('__main__')
    main.__file__ = script
    sys.modules['__main__'] = main
    try:
        exec(compile(source, script, 'exec'), main.__dict__)
    except Exception:
        kind, value, trace = sys.exc_info()
        if not PY2:
            value.__traceback__ = trace.tb_next
        sys.excepthook(kind, value, trace.tb_next)
        sys.exit(1)


script, path = sys.argv[1:]
sys.argv = Words([script])
with open(script) as file:
    source = file.read()
sys.path[0] = os.path.dirname(os.path.realpath(script))
reads = set()
printed = import_client(source, reads)
renewed = [(sys.modules[name], assignments(sys.modules[name])) for name in RENEWED if name in sys.modules]
tell({'reads': sorted(reads)})
gc.collect()
if hasattr(gc, 'freeze'):
    gc.freeze()
asked = serve(path)
if printed:
    os.write(2, printed)
sys.argv.fill([script] + [native(word) for word in asked['argv']])
run(source, script)
