"""Graphs drawn at random: what only a functional model can hold, for random_models.py."""

from golden import keras

layers = keras.layers
KINDS = [layers.LSTM, layers.GRU, layers.SimpleRNN]


class Graphs:
    """Ways for sequences to meet. Needs rng, source, steps, pool and merge of the class it is mixed into."""

    def graph(self):
        """Two sequences that meet as only a graph lets them: by states, shared layers, models inside, attention, operations."""
        sequences, inputs, datas, size = [], [], [], self.rng.randint(1, 4)
        for _ in range(2):
            first, front, data = self.source()
            x = first
            for step in [*front, *self.steps(1), layers.Dense(size, activation="tanh")]:
                x = step(x)
            sequences.append(x)
            inputs.append(first)
            datas.append(data)
        ways = [self.states, self.both_ways, self.stacked, self.shared, self.inside, self.inside, self.over_time, self.attend, self.operations]
        vectors = self.rng.choice(ways)(*sequences)
        x = layers.Concatenate()(vectors) if len(vectors) > 1 else vectors[0]
        x = layers.Concatenate()([x, self.pool()(sequences[0])])
        return self.finished(inputs, self.heads(x)), datas

    def heads(self, x):
        """One to three outputs, by layers, by one layer called again, or by a model."""
        count, form = self.rng.randint(1, 3), self.rng.random()
        if form < 0.6:
            return [layers.Dense(self.rng.randint(1, 3), activation="sigmoid", name=f"out_{i}")(x) for i in range(count)]
        size = x.shape[-1]
        if form < 0.8:
            head = layers.Dense(2, activation="sigmoid")
            late, early = head(layers.Dense(size)(x)), head(x)
            return [early, late][:count]
        one = keras.Input((size,))
        results = [layers.Dense(2, activation="sigmoid")(one), layers.Dense(1, activation="sigmoid")(one)]
        inner = keras.Model(one, results[::-1])
        return [*inner(x), *inner(layers.Dense(size)(x))][-count:]

    def finished(self, inputs, outputs):
        """The model: with a list or a map of outputs, or with another one around it."""
        form = self.rng.choice(["list", "map", "model of a model", "model of a model of a model"])
        if form == "map":
            return keras.Model(inputs, {f"out_{i}": output for i, output in enumerate(outputs)})
        made = keras.Model(inputs, outputs if len(outputs) > 1 else outputs[0])
        for _ in range({"list": 0, "model of a model": 1}.get(form, 2)):
            again = [keras.Input(each.shape[1:], dtype=each.dtype) for each in inputs]
            made = keras.Model(again, made(again))
        return made

    def states(self, left, right):
        kind, units = self.rng.choice(KINDS), self.rng.randint(1, 4)
        out, *states = kind(units, return_state=True)(left)
        return [out, self.pool()(kind(units, return_sequences=True)(right, initial_state=states))]

    def both_ways(self, left, right):
        kind, units = self.rng.choice(KINDS), self.rng.randint(1, 3)
        out, *states = layers.Bidirectional(kind(units, return_state=True))(left)
        return [out, layers.Bidirectional(kind(units), merge_mode="sum")(right, initial_state=states)]

    def stacked(self, left, right):
        make = lambda: [layers.LSTMCell(2), layers.GRUCell(3), layers.SimpleRNNCell(1)][: self.rng.randint(2, 3)]
        out, *states = layers.RNN(make(), return_state=True)(left)
        return [out, *keras.tree.flatten(states), layers.RNN(make(), go_backwards=True)(right)]

    def shared(self, left, right):
        kind = self.rng.choice(KINDS)
        layer = self.rng.choice([kind(self.rng.randint(1, 4)), self.both(), layers.RNN([layers.GRUCell(2), layers.LSTMCell(3)])])
        if left.shape[1] == right.shape[1]:
            right, left = left, right  # called last first
        return [self.merge(layer(left), layer(right)), layers.Subtract()([layer(left), layer(right)])]

    def both(self):
        return layers.Bidirectional(self.rng.choice(KINDS)(2), merge_mode=self.rng.choice(["concat", "mul"]))

    def inner(self, features):
        """A model of a sequence with one output, a list or a map of them; perhaps of a model itself."""
        one = keras.Input((None, features))
        x = one
        if self.rng.random() < 0.5:
            step = keras.Input((None, features))
            twice = keras.Model(step, layers.Dense(features, activation="tanh")(step))
            x = twice(twice(x)) if self.rng.random() < 0.5 else layers.Average()([twice(x), x])
        if self.rng.random() < 0.3:
            x = keras.Sequential([layers.Dense(features), layers.Dense(2)])(x)
        pooled = self.pool_of_any_length()(x)
        results = [layers.Dense(2)(pooled), layers.Dense(2, activation="tanh")(pooled)]
        form = self.rng.choice(["one", "list", "map", "the same"])
        outputs = {"one": results[0], "list": results, "map": dict(zip("uv", results)), "the same": [results[0], pooled]}[form]
        return keras.Model(one, outputs)

    def pool_of_any_length(self):
        return self.rng.choice([layers.GlobalMaxPooling1D, lambda: layers.LSTM(2), lambda: layers.Bidirectional(layers.GRU(2))])()

    def inside(self, left, right):
        inner = self.inner(left.shape[-1])
        return [vector for x in (left, right) for vector in keras.tree.flatten(inner(x))]

    def over_time(self, left, right):
        """A model at each step, of one sequence and of the other."""
        features = left.shape[-1]
        step = keras.Sequential([keras.Input((features,)), layers.Dense(3, activation="tanh"), layers.Dense(features)])
        if self.rng.random() < 0.5:
            one = keras.Input((features,))
            step = keras.Model(one, layers.Add()([step(one), one]))
        each = layers.TimeDistributed(step)
        pool = self.pool_of_any_length()
        return [pool(each(left)), pool(each(right))]

    def attend(self, left, right):
        if self.rng.random() < 0.5:
            x = layers.MultiHeadAttention(self.rng.randint(1, 2), 2)(left, right, key=self.rng.choice([None, left, right]) if left.shape[1] == right.shape[1] else None)
        else:
            x = self.rng.choice([layers.Attention(use_scale=True), layers.AdditiveAttention()])([left, right])
        return [self.pool()(x + left if self.rng.random() < 0.5 else x)]

    def operations(self, left, right):
        ops = keras.ops
        first = [ops.mean(left, axis=1), left[:, -1], ops.max(left, axis=1) * 0.5, ops.sum(left * left, axis=1)]
        second = [ops.tanh(ops.mean(right, axis=1)), 1 - right[:, 0], ops.min(right, axis=1) / 3, ops.mean(ops.abs(right), axis=1)]
        pair = [self.rng.choice(first), self.rng.choice(second)]
        return self.rng.choice([[pair[0] + pair[1]], [-pair[0], ops.maximum(*pair)], [ops.concatenate(pair, axis=-1)]])
