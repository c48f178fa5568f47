"""Trains the course models in PyTorch when asked to, and says how long a step took.

Usage: bench_torch.py SENTENCES. Prints one line of JSON when ready: {"peer": ..., "versions": ...}.
Then, for each line {"model": NAME, "epochs": N} on stdin, one line {"ms_per_step": [...], "way": ...}:
per epoch, the time from its start to the end of its last training step, divided by its steps.
Other lines ask for the rates of a matrix product ({"product": "MxKxN"}), for one training step of a
model of any size ({"step": "LSTM", "units": ..., "lengths": [...], ...}), or for the time of one
sentence ({"predict": TEXT}). Without SENTENCES only products and steps can be asked for.

PyTorch has two ways with sentences of different lengths: to run over the padding and take the output
at the last word, or to pack the batch. Each model is trained in both, and the faster one is told.
(The padded way lets the backward direction of a Bidirectional read the padding first, which spares it
the work of leaving it out.) The sentences are turned into padded batches of numbers beforehand.
"""

import time

STARTED = time.time()

import json
import random
import re
import resource
import string
import sys
from collections import Counter
from statistics import median

import torch
from torch import nn

BATCH = 32
UNITS = 128
RECURRENT = {"SimpleRNN": nn.RNN, "LSTM": nn.LSTM, "GRU": nn.GRU, "Bidirectional": nn.LSTM}
PUNCTUATION = re.compile("[" + re.escape(string.punctuation) + "]")


class Classifier(nn.Module):
    def __init__(self, name, vocabulary, packed, units=UNITS):
        super().__init__()
        self.units = units
        both = name == "Bidirectional"
        self.packed = packed
        self.embedding = nn.Embedding(vocabulary, 64, padding_idx=0)
        self.recurrent = RECURRENT[name](64, units, batch_first=True, bidirectional=both)
        self.dense = nn.Linear(2 * units if both else units, 1)
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
                last = torch.cat([last[:, : self.units], outputs[:, 0, self.units :]], 1)
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


def product(shape):
    """GFLOPS on one thread of each form of a matrix product: the best of many short spells."""
    m, k, n = map(int, shape.split("x"))
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    a, b, out = torch.randn(m, k), torch.randn(k, n), torch.empty(m, n)
    forms = {"AB": (a, b), "AtB": (a.t().contiguous().t(), b), "ABt": (a, b.t().contiguous().t())}
    repeats = max(1, int(2e8 / (2 * m * n * k)))
    rates = {}
    for form, (left, right) in forms.items():
        best = float("inf")
        for _ in range(40):
            start = time.perf_counter()
            for _ in range(repeats):
                torch.mm(left, right, out=out)
            best = min(best, (time.perf_counter() - start) / repeats)
        rates[form] = 2 * m * n * k / best / 1e9
    torch.set_num_threads(threads)
    return rates


def step(asked):
    """Median ms of a training step with these lengths, in the faster of PyTorch's two ways."""
    lengths = torch.tensor(asked["lengths"])
    ids = torch.zeros(len(lengths), int(lengths.max()), dtype=torch.long)
    for row, length in enumerate(asked["lengths"]):
        ids[row, :length] = torch.randint(1, asked["vocabulary"], (length,))
    labels = torch.arange(len(lengths)).remainder(2).float()
    medians = []
    for packed in (False, True):
        model = Classifier(asked["step"], asked["vocabulary"], packed, asked["units"])
        optimizer = torch.optim.Adam(model.parameters(), lr=0.001, eps=1e-7)
        took, spent = [], 0.0
        while len(took) < 6 or (spent < asked["budget_ms"] and len(took) < asked["most"]):
            start = time.perf_counter()
            optimizer.zero_grad(set_to_none=True)
            loss = nn.functional.binary_cross_entropy(model(ids, lengths), labels)
            loss.backward()
            optimizer.step()
            loss.item()
            took.append((time.perf_counter() - start) * 1000)
            spent += took[-1]
        medians.append(median(took[3:]))
    return min(medians)


def predict(text, place, training, validation):
    """Median ms of one sentence, s from the start to the first epoch, MiB at most."""
    train("LSTM", len(place) + 2, training, validation, 1, True)
    started = time.time() - STARTED
    model = Classifier("LSTM", len(place) + 2, False).eval()
    took = []
    with torch.no_grad():
        for _ in range(600):
            start = time.perf_counter()
            words = PUNCTUATION.sub("", text.lower()).split()
            ids = torch.tensor([[place.get(word, 1) for word in words]])
            model(ids, torch.tensor([ids.shape[1]])).tolist()
            took.append((time.perf_counter() - start) * 1000)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"predict_ms": median(took[300:]), "start_s": started, "peak_mib": peak}


def course(asked, place, training, validation):
    ways = {
        way: train(
            asked["model"], len(place) + 2, training, validation, asked["epochs"], way == "packed"
        )
        for way in ("padded", "packed")
    }
    best = min(ways, key=lambda way: median(ways[way][1:] or ways[way]))
    return {"ms_per_step": ways[best], "way": best}


def read(file):
    """The places of words, and the batches to train on and to validate with."""
    lines = open(file, encoding="utf-8", newline="\n").read().split("\n")
    rows = [line.split("\t") for line in lines if line]
    words = [PUNCTUATION.sub("", row[0].lower()).split() for row in rows]
    counts = Counter(word for sentence in words for word in sentence)
    place = {word: i + 2 for i, (word, _) in enumerate(counts.most_common())}
    data = list(zip([[place[word] for word in s] for s in words], [float(row[1]) for row in rows]))
    held_in = len(data) - len(data) // 5
    head = data[:held_in]
    random.shuffle(head)
    return place, batches(*map(list, zip(*head))), batches(*map(list, zip(*data[held_in:])))


def main():
    data = read(sys.argv[1]) if len(sys.argv) > 1 else None
    versions = f"PyTorch {torch.__version__}, {torch.get_num_threads()} threads"
    print(json.dumps({"peer": "torch", "versions": versions}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        if "product" in asked:
            answer = {"gflops": product(asked["product"])}
        elif "step" in asked:
            answer = {"ms": step(asked)}
        elif "predict" in asked:
            answer = predict(asked["predict"], *data)
        else:
            answer = course(asked, *data)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
