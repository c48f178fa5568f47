"""Trains the course models in PyTorch when asked to, and says how long a step took.

Usage: bench_torch.py SENTENCES. Prints one line of JSON when ready: {"peer": ..., "versions": ...}.
Then, for each line {"model": NAME, "epochs": N} on stdin, one line {"ms_per_step": [...], "way": ...}:
per epoch, the time from its start to the end of its last training step, divided by its steps.

PyTorch has two ways with sentences of different lengths: to run over the padding and take the output
at the last word, or to pack the batch. Each model is trained in both, and the faster one is told.
(The padded way lets the backward direction of a Bidirectional read the padding first, which spares it
the work of leaving it out.) The sentences are turned into padded batches of numbers beforehand.
"""

import json
import random
import re
import string
import sys
import time
from collections import Counter
from statistics import median

import torch
from torch import nn

BATCH = 32
UNITS = 128
RECURRENT = {"SimpleRNN": nn.RNN, "LSTM": nn.LSTM, "GRU": nn.GRU, "Bidirectional": nn.LSTM}
PUNCTUATION = re.compile("[" + re.escape(string.punctuation) + "]")


class Classifier(nn.Module):
    def __init__(self, name, vocabulary, packed):
        super().__init__()
        both = name == "Bidirectional"
        self.packed = packed
        self.embedding = nn.Embedding(vocabulary, 64, padding_idx=0)
        self.recurrent = RECURRENT[name](64, UNITS, batch_first=True, bidirectional=both)
        self.dense = nn.Linear(2 * UNITS if both else UNITS, 1)
        self.both = both

    def forward(self, ids, lengths):
        vectors = self.embedding(ids)
        if self.packed:
            vectors = nn.utils.rnn.pack_padded_sequence(
                vectors, lengths, batch_first=True, enforce_sorted=False
            )
            state = self.recurrent(vectors)[1]
            state = state[0] if isinstance(state, tuple) else state
            last = torch.cat([state[0], state[1]], 1) if self.both else state[0]
        else:
            outputs = self.recurrent(vectors)[0]
            last = outputs[torch.arange(len(ids)), lengths - 1]
            if self.both:
                last = torch.cat([last[:, :UNITS], outputs[:, 0, UNITS:]], 1)
        return torch.sigmoid(self.dense(last))[:, 0]


def train(name, vocabulary, training, validation, epochs, packed):
    model = Classifier(name, vocabulary, packed)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001, eps=1e-7)
    loss_of = nn.BCELoss()
    took = []
    for _ in range(epochs):
        random.shuffle(training)
        model.train()
        right, seen, total = 0, 0, 0.0
        start = time.perf_counter()
        for ids, lengths, labels in training:
            optimizer.zero_grad(set_to_none=True)
            outputs = model(ids, lengths)
            loss = loss_of(outputs, labels)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(labels)
            right += ((outputs > 0.5) == (labels > 0.5)).sum().item()
            seen += len(labels)
        took.append((time.perf_counter() - start) * 1000 / len(training))
        model.eval()
        with torch.no_grad():
            for ids, lengths, labels in validation:
                loss_of(model(ids, lengths), labels).item()
    return took


def batches(sentences, labels):
    made = []
    for at in range(0, len(sentences), BATCH):
        part = [torch.tensor(ids or [1]) for ids in sentences[at : at + BATCH]]
        lengths = torch.tensor([len(ids) for ids in part])
        padded = nn.utils.rnn.pad_sequence(part, batch_first=True)
        made.append((padded, lengths, torch.tensor(labels[at : at + BATCH])))
    return made


def main():
    lines = open(sys.argv[1], encoding="utf-8", newline="\n").read().split("\n")
    rows = [line.split("\t") for line in lines if line]
    words = [PUNCTUATION.sub("", row[0].lower()).split() for row in rows]
    counts = Counter(word for sentence in words for word in sentence)
    place = {word: i + 2 for i, (word, _) in enumerate(counts.most_common())}
    data = list(zip([[place[word] for word in s] for s in words], [float(row[1]) for row in rows]))
    held_in = len(data) - len(data) // 5
    head = data[:held_in]
    random.shuffle(head)
    training = batches(*map(list, zip(*head)))
    validation = batches(*map(list, zip(*data[held_in:])))
    versions = f"PyTorch {torch.__version__}, {torch.get_num_threads()} threads"
    print(json.dumps({"peer": "torch", "versions": versions}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        ways = {
            way: train(
                asked["model"], len(place) + 2, training, validation, asked["epochs"], way == "packed"
            )
            for way in ("padded", "packed")
        }
        best = min(ways, key=lambda way: median(ways[way][1:] or ways[way]))
        print(json.dumps({"ms_per_step": ways[best], "way": best}), flush=True)


if __name__ == "__main__":
    main()
