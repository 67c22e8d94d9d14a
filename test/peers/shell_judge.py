"""Types lines into a real interactive shell on a terminal of its own, with a tab at the end of each, and says which words
the line had then. Reads {"argv": [...], "env": {...}, "setup": [...], "lines": [...]} and prints a list of lists of words.

Nothing here waits for a time to pass: a shell reads its keys one after the other, and what it is asked for last is
waited for. A shell that never answers is ended after two minutes, and that is an error."""
import json
import os
import pty
import re
import select
import sys
import time

asked = json.load(sys.stdin)
pid, terminal = pty.fork()
if pid == 0:
    os.execvpe(asked['argv'][0], asked['argv'], asked['env'])

LAST = time.monotonic() + 120
seen = b''


def wait_for(pattern):
    """What the shell has printed up to the pattern, which is taken off."""
    global seen
    while True:
        found = re.search(pattern, seen)
        if found:
            seen = seen[found.end():]
            return found
        ready, _, _ = select.select([terminal], [], [], max(0, LAST - time.monotonic()))
        if not ready:
            sys.exit(f'no answer: {seen[-2000:]!r}')
        try:
            seen += os.read(terminal, 65536)
        except OSError:
            sys.exit(f'the shell ended: {seen[-2000:]!r}')


def send(keys):
    os.write(terminal, keys.encode())


wait_for(b'READY>')
for line in asked['setup']:
    send(line + '\r')
    send('words setup done\r')
    wait_for(rb'WORDS\[setup\]\[done\]')
answers = []
for line in asked['lines']:
    # Ctrl-A: the beginning of the line, which becomes the arguments of a function that prints them.
    send(line + '\t\x01words \r')
    said = wait_for(rb'WORDS((?:\[[^\]\r\n]*\])*)\r?\n').group(1).decode()
    answers.append(re.findall(r'\[([^\]]*)\]', said))
send('exit\r')
print(json.dumps(answers))
