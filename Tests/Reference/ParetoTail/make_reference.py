"""Writes arviz.json: the Pareto k of ArviZ's PSIS for weights that ParetoTailTests compares with.

    python3 -m venv venv && venv/bin/pip install arviz==0.23.4 numpy==2.4.6 scipy==1.17.1
    venv/bin/python make_reference.py

Weights are either written out ("weights") or given by a formula that the test repeats ("pareto": shape s and n rows,
w_i = (1 - (i + 0.5)/n)^-s).
"""
import json
import pathlib

import arviz
import numpy
import scipy
from arviz.stats.stats import _gpdfit


def shape(weights):
    return float(arviz.psislw(numpy.log(weights))[1])


generator = numpy.random.default_rng(20260101)
drawn = {
    "exponential-25": generator.exponential(size=25),
    "lognormal-1-100": numpy.exp(generator.normal(size=100)),
    "lognormal-2-150": numpy.exp(2 * generator.normal(size=150)),
    "pareto-0.5-200": (1 - generator.uniform(size=200)) ** -0.5,
    "pareto-1.5-200": (1 - generator.uniform(size=200)) ** -1.5,
    "bounded-ratio-200": (lambda p: p / (1 - p))(generator.beta(2, 3, size=200)),
    "uniform-120": generator.uniform(size=120),
    # Rounded to one decimal: ties in the tail and at its cutoff.
    "ties-200": numpy.round(generator.exponential(size=200), 1) + 0.1,
}
cases = [{"name": name, "weights": [float(w) for w in weights], "shape": shape(weights)} for name, weights in drawn.items()]
for s, n in [(0.1, 1000), (0.3, 1000), (0.7, 5000), (1.0, 5000), (1.2, 66000), (-0.5, 2000)]:
    weights = (1 - (numpy.arange(n) + 0.5) / n) ** -s
    cases.append({"name": f"formula-{s}-{n}", "pareto": s, "rows": n, "shape": shape(weights)})

fits = []
for name, values in {
    "exponential": generator.exponential(size=60),
    "pareto": (1 - generator.uniform(size=60)) ** -0.8 - 1,
    "uniform": generator.uniform(size=60),
}.items():
    k, sigma = _gpdfit(numpy.sort(values))
    fits.append({"name": name, "excesses": [float(v) for v in numpy.sort(values)], "shape": float(k), "scale": float(sigma)})

versions = {"arviz": arviz.__version__, "numpy": numpy.__version__, "scipy": scipy.__version__}
path = pathlib.Path(__file__).with_name("arviz.json")
path.write_text(json.dumps({"versions": versions, "cases": cases, "fits": fits}, indent=1) + "\n")
