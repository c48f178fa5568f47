def characters():
    c = tf.keras.preprocessing.text.Tokenizer(char_level=True)
    c.fit_on_texts(["Abba"])
    return [c.word_index, c.texts_to_sequences(["aab"])]


def arrays():
    c = tf.keras.preprocessing.text.Tokenizer()
    c.fit_on_texts(np.array(["x y", "z x"]))
    c.fit_on_texts([["Y", "y"]])
    return [c.word_index, dict(c.word_docs)]


def digits(x):
    return list(repr(float(x)))


T = tf.keras.preprocessing.text
SENTENCES = ["I love my dog", "I, love my cat!", "You love my dog?"]
t = T.Tokenizer(num_words=6, oov_token="<OOV>")
t.fit_on_texts(SENTENCES)
case("tokenizer words", lambda: [t.word_index, t.index_word, dict(t.word_counts), t.document_count])
s = t.texts_to_sequences(["i really love my dog", "my dog loves my manatee"])
case("tokenizer sequences", lambda: s)
case("tokenizer back", lambda: t.sequences_to_texts(s))
for m in ["binary", "count", "freq", "tfidf"]:
    case("tokenizer matrix " + m, lambda m=m: t.texts_to_matrix(["i really love my my dog", "cat"], mode=m).tolist())
case("tokenizer characters", lambda: characters())
case("tokenizer arrays", lambda: arrays())
case("tokenizer unfitted", lambda: T.Tokenizer().texts_to_matrix(["a"]))
case("tokenizer mode", lambda: t.texts_to_matrix(["a"], mode="other"))
case("text_to_word_sequence", lambda: T.text_to_word_sequence("Hello, World! a-b"))
case("hashing_trick", lambda: T.hashing_trick("a b a", 10, hash_function="md5"))
case("set operations", lambda: [np.setdiff1d(range(10), 3).tolist(), np.setdiff1d([3, 1, 2, 1], [2]).tolist(), np.union1d([1, 2], [2.5]).tolist(), np.intersect1d([1, 3, 4, 3], [3, 1]).tolist(), np.setxor1d([1, 2, 3], [2, 4]).tolist(), np.setdiff1d(["a", "b"], ["a"]).tolist()])
case("fromstring", lambda: [np.fromstring("1 2 3.5", dtype="f", sep=" ").tolist(), np.fromstring("1,2, 3", dtype=int, sep=",").tolist()])
case("types by code", lambda: [str(np.zeros(1, each).dtype) for each in ["f", "d", "<f4", "f8", "i4", "i8", "?", "u1"]])
case("digits of a sum", lambda: digits(np.sum(np.array([0.1] * 10 + [1e-9, 3.3]))))
case("digits of a mean", lambda: digits(np.mean([0.47, -1.19, 1.43, -0.31, -0.72, 0.88, 0.85, -0.63, 0.01, -2.24])))
case("digits of a long sum", lambda: digits(np.sum(np.arange(1000) / 7)))
case("digits of sums of rows", lambda: [digits(x) for x in np.sum(np.arange(2000).reshape(2, 1000) / 3, axis=1)])



class Endpoint(layers.Layer):
    def call(self, targets, logits, sample_weight=None):
        self.add_loss(tf.reduce_mean(tf.square(targets - logits)))
        return logits * 2


class Outer(layers.Layer):
    def __init__(self):
        super().__init__()
        self.inner = Endpoint()

    def call(self, x):
        return self.inner(logits=x, targets=x + 1.0)


endpoint = Endpoint()
case("arguments by name", lambda: endpoint(logits=tf.ones((1, 2)), targets=tf.zeros((1, 2))).numpy().tolist())
case("losses of the last call", lambda: [float(each) for each in (endpoint(tf.ones((2, 1)), tf.zeros((2, 1))), endpoint.losses)[1]])
outer = Outer()
case("losses inside", lambda: [len((outer(tf.ones((1, 1))), outer(tf.ones((1, 1))), outer.losses)[2]), float(outer.losses[0])])


def carried():
    x = keras.Input((None,))
    y = layers.Embedding(5, 2, mask_zero=True)(x)
    return [tuple(y._keras_mask.shape), x._keras_mask is None if hasattr(x, "_keras_mask") else True]


case("mask of a symbol", carried)
import string
case("punctuation set apart", lambda: [s.numpy().decode() for s in tf.strings.regex_replace(["a[b]&&c, d-e"], f"([{string.punctuation}])", r" \1")])
case("classes of characters", lambda: [s.numpy().decode() for s in tf.strings.regex_replace(["ab1 2-c"], "[[:digit:]a]", "X")])
