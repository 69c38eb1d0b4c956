"""Two ways to use the weights in PyTorch: in the loss, and by drawing rows. Both are scored on the validation set; the first also in the
folds, for an estimate from all rows.

    textshift analyze train.jsonl test.jsonl --output shift
    python pytorch_weights.py shift [truth.json]
"""

import sys

import numpy as np
import pandas as pd
import torch
from sklearn.feature_extraction.text import HashingVectorizer
from torch.utils.data import DataLoader, TensorDataset, WeightedRandomSampler

import out_of_fold

folder = sys.argv[1]
train = pd.read_json(f"{folder}/train.remaining.jsonl", lines=True)
validation = pd.read_json(f"{folder}/validation.jsonl", lines=True)
# Two classes, as text: the later one in the alphabet is the positive one ("1" of "0" and "1").
positive = max(train["label"].astype(str))
vectorizer = HashingVectorizer(analyzer="char_wb", ngram_range=(1, 3), n_features=4096, alternate_sign=False)


def tensors(rows):
    features = torch.tensor(vectorizer.transform(rows["text"]).toarray(), dtype=torch.float32)
    return features, torch.tensor((rows["label"].astype(str) == positive).to_numpy(), dtype=torch.float32)


weights = torch.tensor(train["sample_weight"].to_numpy(), dtype=torch.float32)
data = TensorDataset(*tensors(train), weights)
features, labels = tensors(validation)


def trained(loader, weighted):
    """A small network after ten passes."""
    torch.manual_seed(1)
    model = torch.nn.Sequential(torch.nn.Linear(4096, 64), torch.nn.ReLU(), torch.nn.Linear(64, 1))
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
    loss_of_each = torch.nn.BCEWithLogitsLoss(reduction="none")
    for _ in range(10):
        for x, y, w in loader:
            losses = loss_of_each(model(x).squeeze(1), y)
            # The mean of w·loss, not divided by the batch's own sum of weights, which would be biased.
            loss = (w * losses).mean() if weighted else losses.mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return model


def accuracy(model):
    """On the validation set, which has no weights."""
    with torch.no_grad():
        return ((model(features).squeeze(1) > 0) == (labels > 0.5)).float().mean().item()


generator = torch.Generator().manual_seed(1)
shuffled = DataLoader(data, batch_size=64, shuffle=True, generator=generator)
print(f"weighted loss: accuracy {accuracy(trained(shuffled, weighted=True)):.3f}")

# Rows come as often as they weigh: the loss has no weights then.
sampler = WeightedRandomSampler(weights.double(), num_samples=len(data), replacement=True, generator=generator)
drawn = DataLoader(data, batch_size=64, sampler=sampler)
print(f"drawn rows:    accuracy {accuracy(trained(drawn, weighted=False)):.3f}")


def fit(rows, own):
    """A model of some rows: what it says of others, and the classes that it knows."""
    loader = DataLoader(
        TensorDataset(*tensors(rows), torch.tensor(own, dtype=torch.float32)), batch_size=64, shuffle=True,
        generator=torch.Generator().manual_seed(1))
    model = trained(loader, weighted=True)

    def predict(others):
        features = torch.tensor(vectorizer.transform(others["text"]).toarray(), dtype=torch.float32)
        with torch.no_grad():
            p = torch.sigmoid(model(features).squeeze(1)).numpy()
        return np.stack([1 - p, p], axis=1)

    return predict, sorted(rows["label"].unique(), key=str)


# All rows, each scored by a model that did not see its fold: less uncertain than the validation set, and no row is given away.
out_of_fold.estimate(folder, *out_of_fold.read(folder), fit, *sys.argv[2:3])
