"""The weights in Hugging Face's Trainer, and rows drawn by their weights with datasets; both without anything to download.

    textshift analyze train.jsonl test.jsonl --output shift
    python huggingface_weights.py shift

The model is a small BERT made from scratch over characters; put your own model and tokenizer in its place.
"""

import os
import sys
import tempfile

os.environ["HF_HUB_OFFLINE"] = "1"

import numpy as np
import torch
from datasets import load_dataset
from transformers import BertConfig, BertForSequenceClassification, Trainer, TrainingArguments

folder = sys.argv[1]
files = {"train": f"{folder}/train.remaining.jsonl", "validation": f"{folder}/validation.jsonl"}
cache = tempfile.TemporaryDirectory()
rows = load_dataset("json", data_files=files, cache_dir=cache.name)
print({name: (len(part), part.features) for name, part in rows.items()})

LENGTH = 96
# Two classes, as text: the later one in the alphabet is the positive one ("1" of "0" and "1").
positive = max(str(label) for label in rows["train"]["label"])
alphabet = {c: i + 3 for i, c in enumerate(sorted({c for row in rows["train"] for c in row["text"]}))}


def encode(row):
    ids = [1] + [alphabet.get(c, 2) for c in row["text"][: LENGTH - 1]]
    padding = LENGTH - len(ids)
    return {
        "input_ids": ids + [0] * padding,
        "attention_mask": [1] * len(ids) + [0] * padding,
        "labels": int(str(row["label"]) == positive),
    }


class WeightedTrainer(Trainer):
    """Multiplies each row's loss by its `sample_weight`; rows without one, those of the validation set, weigh 1."""

    def compute_loss(self, model, inputs, return_outputs=False, num_items_in_batch=None):
        weights = inputs.pop("sample_weight", None)
        labels = inputs["labels"]
        outputs = model(**inputs)
        losses = torch.nn.functional.cross_entropy(outputs.logits, labels, reduction="none")
        loss = (losses if weights is None else losses * weights.to(losses.dtype)).mean()
        return (loss, outputs) if return_outputs else loss


def accuracy(evaluation):
    logits, labels = evaluation
    return {"accuracy": float(np.mean(np.argmax(logits, axis=-1) == labels))}


def train(trainer_class, data, keep):
    def encoded(part, keep):
        return part.map(encode, remove_columns=[c for c in part.column_names if c not in keep])

    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=len(alphabet) + 3, hidden_size=48, num_hidden_layers=2, num_attention_heads=4, intermediate_size=96,
        max_position_embeddings=LENGTH,
    )
    arguments = TrainingArguments(
        output_dir=cache.name,
        num_train_epochs=4,
        learning_rate=2e-3,
        per_device_train_batch_size=32,
        per_device_eval_batch_size=64,
        remove_unused_columns=False,  # the Trainer would drop sample_weight, which the model's forward does not take
        seed=1,
        report_to="none",
        save_strategy="no",
        logging_strategy="no",
        disable_tqdm=True,
        use_cpu=True,
    )
    trainer = trainer_class(
        model=BertForSequenceClassification(config), args=arguments, train_dataset=encoded(data, keep),
        eval_dataset=encoded(rows["validation"], []), compute_metrics=accuracy,
    )
    trainer.train()
    return trainer.evaluate()["eval_accuracy"]


print(f"weighted loss: accuracy {train(WeightedTrainer, rows['train'], keep=['sample_weight']):.3f}")

# A resampled training set: as many rows, each drawn in proportion to its weight. Plain training from here on.
weights = np.array(rows["train"]["sample_weight"])
drawn = np.random.default_rng(1).choice(len(weights), size=len(weights), p=weights / weights.sum())
print(f"drawn rows:    accuracy {train(Trainer, rows['train'].select(drawn), keep=[]):.3f}")
