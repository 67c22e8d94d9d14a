"""A classic client that somebody else runs: as `run` writes it down.

    warm-client.py SOCKET PROGRAM [WORD]...

Sends {"argv", "env", "cwd"} to SOCKET and is given {"stdout", "stderr", "code"}, each a document of JSON up to the end.
"""
import json
import os
import socket
import sys

path, *argv = sys.argv[1:]
stream = socket.socket(socket.AF_UNIX)
stream.connect(path)
stream.sendall(json.dumps({'argv': argv, 'env': dict(os.environ), 'cwd': os.getcwd()}).encode())
stream.shutdown(socket.SHUT_WR)
answer = json.loads(b''.join(iter(lambda: stream.recv(1 << 16), b'')))
for file, text in ((1, answer['stdout']), (2, answer['stderr'])):
    with open(file, 'wb') as to:
        to.write(text.encode())
sys.exit(answer['code'] if answer['code'] is not None else 255)
