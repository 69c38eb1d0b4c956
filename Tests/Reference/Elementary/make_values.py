#!/usr/bin/env python3
"""Exact values of the elementary functions, for ElementaryFunctionsTests: values.json beside this file.

    pip install mpmath && python3 Tests/Reference/Elementary/make_values.py

Each entry is [x, (y,) high, low]: the exact value is high + low to about 100 bits, `high` being the nearest double.
"""
import json
import pathlib
import random

import mpmath

mpmath.mp.prec = 400
random.seed(20261130)


def wide(low, high):
    """Positive numbers of all magnitudes from 2^low to 2^high."""
    return [2.0 ** random.uniform(low, high) for _ in range(150)]


def both(values):
    return values + [-value for value in values]


near = [1 + sign * 2.0 ** -random.uniform(1, 52) for sign in (-1, 1) for _ in range(60)]
whole = [float(n) for n in range(1, 41)]
arguments = {
    "exp": both(wide(-30, 9.4)) + both(whole) + [random.uniform(-40, 40) for _ in range(150)],
    "expMinusOne": both(wide(-60, 9.4)) + [random.uniform(-2, 2) for _ in range(150)],
    "log": wide(-1074, 1023) + wide(-4, 4) + near + whole,
    "logOnePlus": wide(-60, 1000) + [-value for value in wide(-60, -0.001)] + [random.uniform(-0.9, 2) for _ in range(150)],
    "log2": wide(-1074, 1023) + wide(-4, 4) + near + whole,
    "log10": wide(-1074, 1023) + wide(-4, 4) + near + whole,
    "erfc": both(wide(-30, 4.5)) + [random.uniform(-6, 26) for _ in range(150)],
    "pow": [(random.choice([2.0, 10.0, random.uniform(0.01, 100)]), random.uniform(-40, 40)) for _ in range(400)]
    + [(2.0, float(n)) for n in range(-1070, 1024, 31)] + [(10.0, float(n)) for n in range(-300, 300, 11)],
}
exact = {
    "exp": mpmath.exp, "expMinusOne": mpmath.expm1, "log": mpmath.log, "logOnePlus": mpmath.log1p,
    "log2": lambda x: mpmath.log(x) / mpmath.log(2), "log10": lambda x: mpmath.log(x) / mpmath.log(10),
    "erfc": mpmath.erfc, "pow": mpmath.power,
}


def entry(name, given):
    given = given if isinstance(given, tuple) else (given,)
    value = exact[name](*(mpmath.mpf(one) for one in given))
    high = float(value)
    return [*given, high, float(value - mpmath.mpf(high))]


values = {name: [entry(name, given) for given in of] for name, of in arguments.items()}
path = pathlib.Path(__file__).with_name("values.json")
path.write_text("{\n" + ",\n".join(f"{json.dumps(name)}: {json.dumps(of)}" for name, of in values.items()) + "\n}\n")
