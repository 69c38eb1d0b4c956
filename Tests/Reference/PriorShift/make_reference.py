#!/usr/bin/env python3
"""Values for PriorShiftTests: bias-corrected temperature scaling, label shift by maximum likelihood and by black box, on a
simulated label shift of three classes, with scipy's optimisers in the place of our own. Writes reference.json.

usage: make_reference.py > reference.json      (numpy and scipy; the versions go into the file)
"""
import json, sys
import numpy as np, scipy
from scipy.optimize import minimize
from scipy.special import logsumexp, softmax

rng = np.random.default_rng(5)
means = np.array([[0, 0], [2, 0], [0, 2.0]])
p, q = np.array([.5, .3, .2]), np.array([.2, .3, .5])
y = rng.choice(3, 400, p=p); yt = rng.choice(3, 300, p=q)
def logits(y):
    x = means[y] + rng.normal(size=(len(y), 2))
    # Overconfident and biased: twice the true log density, and a constant.
    return np.round(2 * -0.5 * ((x[:, None] - means) ** 2).sum(2) + np.array([0.5, 0, -0.5]), 3)
z, zt = logits(y), logits(yt)
def loss(t):
    s = t[0] * z + np.r_[0, t[1:]]
    return (logsumexp(s, 1) - s[np.arange(len(y)), y]).mean()
t = minimize(loss, [1, 0, 0], method="BFGS", options=dict(gtol=1e-10)).x
scaled = lambda z: softmax(t[0] * z + np.r_[0, t[1:]], axis=1)
prior = np.bincount(y, minlength=3) / len(y); pt = scaled(zt)
def nll(u):
    s = softmax(np.r_[0, u]); return -np.log(pt @ (s / prior)).mean()
mlls = softmax(np.r_[0, minimize(nll, [0, 0], method="BFGS", options=dict(gtol=1e-10)).x]) / prior
hat, hatt = scaled(z).argmax(1), pt.argmax(1)
C = np.array([[((hat == i) & (y == j)).mean() for j in range(3)] for i in range(3)])
bbse = np.linalg.solve(C, np.bincount(hatt, minlength=3) / len(hatt))
json.dump(dict(numpy=np.__version__, scipy=scipy.__version__, labels=y.tolist(), logits=z.ravel().tolist(), testLogits=zt.ravel().tolist(),
               scale=t[0], biases=[0, *t[1:]], likelihood=mlls.tolist(), blackBox=bbse.tolist(),
               truth=[float((yt == k).mean() / prior[k]) for k in range(3)]), sys.stdout)
