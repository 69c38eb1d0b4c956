#!/usr/bin/env python3
"""Reference coefficients for the solver: scikit-learn's logistic regression on a small TF-IDF matrix.

usage: make_logistic.py > logistic.json     (needs numpy and scikit-learn; their versions go into the file)

Rows are unit vectors (1 + ln count) * weight / norm, as SparseMatrix defines them. scikit-learn minimises
C * sum_i w_i loss_i + 1/2 |beta|^2 with balanced w_i = n / (2 n_side); with C = 1 / (lambda n) that is the
textshift objective divided by lambda. The intercept is free in both (lbfgs and newton-cg do not penalise it).
"""
import json
import sys

import numpy as np
import scipy
import sklearn
from sklearn.linear_model import LogisticRegression

rng = np.random.default_rng(20)
n, f = 150, 60
popularity = 1 / np.arange(1, f + 1)
side = rng.random(n) < 0.3
counts = np.zeros((n, f), int)
for i in range(n):
    p = popularity * np.where(np.arange(f) % 3 == 0, 2.5 if side[i] else 1, 1)
    counts[i] = rng.multinomial(rng.integers(5, 25), p / p.sum())
weights = np.log((1 + n) / (1 + (counts > 0).sum(0))) + 1
x = np.where(counts > 0, 1 + np.log(np.maximum(counts, 1)), 0) * weights
x /= np.linalg.norm(x, axis=1, keepdims=True)
fits = []
for lam in (0.1, 0.01, 0.001):
    m = LogisticRegression(C=1 / (lam * n), class_weight="balanced", solver="newton-cg", tol=1e-10, max_iter=10000)
    m.fit(x, side)
    z = x @ m.coef_[0] + m.intercept_[0]
    c = np.where(side, 0.5 / side.sum(), 0.5 / (~side).sum())
    loss = np.logaddexp(0, np.where(side, -z, z))
    fits.append(dict(lam=lam, intercept=float(m.intercept_[0]), coefficients=[float(v) for v in m.coef_[0]],
                     objective=float((c * loss).sum() + lam / 2 * (m.coef_[0] ** 2).sum())))
json.dump(dict(numpy=np.__version__, scipy=scipy.__version__, sklearn=sklearn.__version__, isTest=[bool(s) for s in side],
               counts=counts.tolist(), featureWeights=[float(w) for w in weights], fits=fits), sys.stdout)
