"""
Runs programs, each in a fork of its own of this process, which has numpy and h5py loaded.

A line of JSON in: the arguments that python3 would be given. A line of JSON out: its status, and
what the program wrote to stdout and stderr.
"""
import json
import os
import sys
import tempfile
import types

import h5py
import numpy


def main():
    for line in sys.stdin:
        with tempfile.TemporaryFile() as stdout, tempfile.TemporaryFile() as stderr:
            child = os.fork()
            if child == 0:
                os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
                os.dup2(stdout.fileno(), 1)
                os.dup2(stderr.fileno(), 2)
                return run(*json.loads(line))
            _, status = os.waitpid(child, 0)
            answer = {'status': status, 'stdout': text_of(stdout), 'stderr': text_of(stderr)}
        print(json.dumps(answer), flush=True)


def run(program, *arguments):
    module = types.ModuleType('__main__')
    sys.modules['__main__'] = module
    if program == '-c':
        source, *arguments = arguments
        sys.path[0] = ''
    else:
        with open(program) as file:
            source = file.read()
        sys.path[0] = os.path.dirname(os.path.abspath(program))
        module.__file__ = program
    sys.argv = [program, *arguments]
    exec(compile(source, '<string>' if program == '-c' else program, 'exec'), module.__dict__)


def text_of(file):
    file.seek(0)
    return file.read().decode()


main()
