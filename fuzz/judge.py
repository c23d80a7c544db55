"""Answers, by h5py, what datasets and attributes of files hold: a line of JSON in, a line of JSON out."""
import base64
import json
import sys

import h5py
import numpy as np


def numbers(dataset):
    values = np.ascontiguousarray(dataset[()], dtype='<f8')
    return {'numbers': base64.b64encode(values.tobytes()).decode()}


def texts(dataset):
    values = np.atleast_1d(dataset[()]).ravel()
    return {'texts': [text(value) for value in values]}


def text(value):
    return value.decode('utf-8', 'replace') if isinstance(value, bytes) else str(value)


def answer(file, path, attribute, kind):
    try:
        item = file
        for name in path.strip('/').split('/'):
            # Damaged groups list what they do not find: that is an error below.
            if name not in list(item):
                return None
            item = item[name]
        if attribute is not None:
            return {'texts': [text(item.attrs[attribute])]} if attribute in item.attrs.keys() else None
        return numbers(item) if kind == 'numbers' else texts(item)
    except Exception as error:
        return {'error': str(error)[:200]}


for line in sys.stdin:
    question = json.loads(line)
    try:
        with h5py.File(question['path'], 'r') as file:
            answers = [answer(file, *item) for item in question['items']]
    except Exception as error:
        answers = [{'error': str(error)[:200]}] * len(question['items'])
    print(json.dumps(answers), flush=True)
