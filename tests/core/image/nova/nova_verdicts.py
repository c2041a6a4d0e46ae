#!/usr/bin/env python3
"""Says what Nova's format_inspector thinks of images.

Usage: nova_verdicts.py MODULE <LIST
LIST has a line for each image: the format that it is claimed to be, a tab, its path. Prints a JSON object a line:
detected, detect_error, safe, safety_error: of the format that is detected; claimed_ok, claimed_error: as the claimed one.
"""

import importlib.util
import json
import sys
import types


class Silence:
    """Takes the place of a logger."""

    def __getattr__(self, name):
        return lambda *arguments, **words: None


def load(path):
    """The module, without the packages that it takes its logger and three constants from."""
    log = types.ModuleType('oslo_log.log')
    log.getLogger = lambda *arguments, **words: Silence()
    units = types.ModuleType('oslo_utils.units')
    units.Ki, units.Mi, units.Gi = 1 << 10, 1 << 20, 1 << 30
    for package, part, module in (('oslo_log', 'log', log), ('oslo_utils', 'units', units)):
        parent = types.ModuleType(package)
        setattr(parent, part, module)
        sys.modules[package] = parent
        sys.modules[f'{package}.{part}'] = module
    spec = importlib.util.spec_from_file_location('format_inspector', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def verdict(inspectors, claimed, path):
    said = {'detected': None, 'detect_error': None, 'safe': False, 'safety_error': None,
            'claimed_ok': False, 'claimed_error': None}
    try:
        found = inspectors.detect_file_format(path)
        said['detected'] = str(found)
        said['safe'] = bool(found.safety_check())
    except inspectors.ImageFormatError as error:
        said['detect_error' if said['detected'] is None else 'safety_error'] = str(error)
    except Exception as error:  # what breaks down vouches for nothing
        said['detect_error' if said['detected'] is None else 'safety_error'] = repr(error)
    try:
        inspector = inspectors.get_inspector(claimed).from_file(path)
        said['claimed_ok'] = bool(inspector.safety_check())
    except Exception as error:
        said['claimed_error'] = repr(error)
    return said


def main():
    inspectors = load(sys.argv[1])
    for line in sys.stdin:
        claimed, path = line.rstrip('\n').split('\t', 1)
        print(json.dumps(verdict(inspectors, claimed, path)))


if __name__ == '__main__':
    main()
