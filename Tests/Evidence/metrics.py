"""Figures about probabilities and weights."""
import numpy as np

# Probabilities nearer to 0 or 1 count as this near, so that one row cannot make a mean infinite.
LEAST_PROBABILITY = 1e-6
# What is added to a weight before its logarithm.
LEAST_WEIGHT = 1e-9


def balanced_log_loss(probabilities, is_test):
    """Mean log loss in nats, each side half of it. `is_test` is an array of bool."""
    p = np.clip(probabilities, LEAST_PROBABILITY, 1 - LEAST_PROBABILITY)
    return -(np.log(p[is_test]).mean() + np.log(1 - p[~is_test]).mean()) / 2


def information(probabilities, is_test):
    """How much of the shift is caught, in nats: ln 2 minus the balanced loss. 0: nothing; below: worse than no weights."""
    return np.log(2) - balanced_log_loss(probabilities, is_test)


def area(scores, is_test):
    """Area under the ROC curve; of equal scores half counts."""
    from scipy.stats import rankdata
    positive = is_test.sum()
    below = rankdata(scores)[is_test].sum() - positive * (positive + 1) / 2
    return below / (positive * (len(is_test) - positive))


def effective_share(weights):
    """Kish's effective sample size, (sum w)^2 / sum w^2, as a share of the rows."""
    return weights.sum() ** 2 / (weights ** 2).sum() / len(weights)


def log_error(weights, truth):
    """Root mean square of the distance of log weights, over the rows whose true weight is not 0."""
    some = truth > 0
    return np.sqrt(np.mean((np.log(weights[some] + LEAST_WEIGHT) - np.log(truth[some])) ** 2))


def correlation(weights, truth):
    """Pearson's; not a number where the truth is constant."""
    return np.corrcoef(weights, truth)[0, 1] if truth.std() else float("nan")


def rank_correlation(a, b):
    from scipy.stats import spearmanr
    return spearmanr(a, b)[0]


def weighted_mean(weights, values):
    """Of each column of `values`."""
    return weights @ values / weights.sum()


def shift_figures(weights, p_test, true_ratios):
    """What compare.py says of one method on one pair.

    `weights` has one for each training id; `p_test` a probability for each id of both sides, or is empty; `true_ratios` is
    None where it is not known. Ids begin with their side.
    """
    figures = {}
    if p_test:
        # A source that train has nothing of has no ratio.
        ids = [row for row in p_test if (true_ratios or {}).get(row, 1) is not None]
        probabilities = np.array([p_test[row] for row in ids])
        is_test = np.array([row.startswith("test") for row in ids])
        figures["info"] = information(probabilities, is_test)
        figures["auc"] = area(np.clip(probabilities, LEAST_PROBABILITY, 1 - LEAST_PROBABILITY), is_test)
    w = np.array(list(weights.values()))
    w = w / w.mean()
    figures["ess"] = effective_share(w)
    if true_ratios:
        truth = np.array([true_ratios[row] for row in weights])
        figures["rmse"] = log_error(w, truth)
        figures["corr"] = correlation(w, truth)
    return {name: float(value) for name, value in figures.items()}
