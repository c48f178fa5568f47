keras.backend.clear_session()
DOC = ["The cat sat. On the MAT!", "a dog; the Dog -- barked?", "", "  spaces\tand\nlines ", "Ünï çödé the ÉCOLE", "one two three four five six", "don't stop_now x1 2y"]
def tv(kw, x=DOC, adapt=True):
    l = layers.TextVectorization(**kw)
    if adapt:
        l.adapt(DOC)
    r = l(tf.constant(x))
    r = r.to_tensor() if hasattr(r, "to_tensor") else r
    return [[str(t) for t in l.get_vocabulary()], l.vocabulary_size(), np.array(r), str(np.array(r).dtype)]
for kw in [dict(), dict(max_tokens=6), dict(max_tokens=6, output_sequence_length=4), dict(output_sequence_length=10), dict(standardize=None), dict(standardize="lower"), dict(standardize="strip_punctuation"), dict(standardize="lower_and_strip_punctuation", split="character", output_sequence_length=12), dict(split=None), dict(split="character", ngrams=2, max_tokens=20), dict(ngrams=2), dict(ngrams=(1, 3), max_tokens=15), dict(ngrams=(2,)), dict(output_mode="multi_hot"), dict(output_mode="count", max_tokens=8), dict(output_mode="multi_hot", max_tokens=50, pad_to_max_tokens=True), dict(output_mode="tf_idf", max_tokens=9), dict(output_mode="tf_idf", max_tokens=40, pad_to_max_tokens=True), dict(output_mode="int", sparse=False), dict(encoding="utf-8"), dict(name="q"), dict(output_mode="bad"), dict(split="bad"), dict(standardize="bad"), dict(ngrams="x"), dict(max_tokens=1), dict(max_tokens=0), dict(output_sequence_length=0), dict(output_mode="count", output_sequence_length=3), dict(pad_to_max_tokens=True), dict(output_mode="count", pad_to_max_tokens=True), dict(standardize=lambda t: tf.strings.regex_replace(tf.strings.lower(t), "[aeiou]", "")), dict(split=lambda t: tf.strings.split(t, "e"))]:
    case("tv " + str(sorted([(k, v if not callable(v) else "fn") for k, v in kw.items()])), lambda: tv(kw))
VO = ["the", "cat", "dog"]
for kw in [dict(vocabulary=VO), dict(vocabulary=VO, max_tokens=4), dict(vocabulary=VO, max_tokens=10, output_mode="count", pad_to_max_tokens=True), dict(vocabulary=VO, output_mode="tf_idf", idf_weights=[0.5, 1.0, 2.0]), dict(vocabulary=VO, output_mode="tf_idf"), dict(vocabulary=VO, idf_weights=[0.5, 1.0, 2.0]), dict(vocabulary=["", "[UNK]"] + VO), dict(vocabulary=["a", "a"]), dict(vocabulary=[]), dict(vocabulary=np.array(VO)), dict(vocabulary=tf.constant(VO)), dict(vocabulary=["the", ""]), dict(vocabulary=["[UNK]", "the"]), dict(vocabulary=VO, output_mode="tf_idf", idf_weights=[0.5])]:
    case("tv vocab " + str(sorted([(k, str(v)) for k, v in kw.items()])), lambda: tv(kw, adapt=False))
def setv(*a, **kw):
    l = layers.TextVectorization(output_mode=kw.pop("output_mode", "int"))
    l.set_vocabulary(*a, **kw)
    return [l.get_vocabulary(), l.get_vocabulary(include_special_tokens=False), np.array(l(tf.constant(["the cat zz"])))]
case("set", lambda: setv(VO))
case("set idf", lambda: setv(VO, idf_weights=[1.0, 2.0, 3.0], output_mode="tf_idf"))
case("set idf missing", lambda: setv(VO, output_mode="tf_idf"))
case("rank2", lambda: tv(dict(), x=[["the cat"], ["dog"]]))
case("rank2 wide", lambda: tv(dict(), x=[["the cat", "dog"]]))
case("scalar", lambda: tv(dict(), x="the cat"))
case("config", lambda: str(sorted(layers.TextVectorization(max_tokens=5, ngrams=2, name="t").get_config().items(), key=str)))
def batches():
    l = layers.TextVectorization()
    l.adapt(tf.data.Dataset.from_tensor_slices(DOC).batch(2))
    l.adapt(["zebra zebra zebra"], batch_size=1)
    return l.get_vocabulary()
case("adapt again", batches)
case("adapt steps", lambda: (lambda l: [l.adapt(tf.data.Dataset.from_tensor_slices(DOC).batch(2), steps=1), l.get_vocabulary()])(layers.TextVectorization()))
def lk(cls, kw, x, adapt=None):
    l = getattr(layers, cls)(**kw)
    if adapt is not None:
        l.adapt(adapt)
    r = l(x)
    v = [t.decode() if isinstance(t, bytes) else str(t) for t in l.get_vocabulary()]
    if str(getattr(r, "dtype", "")).find("string") >= 0:
        r = [t.numpy().decode() for t in tf.reshape(r, [-1])]
    return [v, r]
SX = tf.constant([["b", "zz", "a"], ["c", "", "b"]])
for kw in [dict(vocabulary=["a", "b", "c"]), dict(vocabulary=["a", "b", "c"], num_oov_indices=2), dict(vocabulary=["a", "b", "c"], num_oov_indices=0, mask_token=""), dict(vocabulary=["a", "b", "c"], mask_token=""), dict(vocabulary=["a", "b", "c"], oov_token="b?"), dict(vocabulary=["a", "b", "c"], invert=True), dict(vocabulary=["a", "b", "c"], output_mode="one_hot"), dict(vocabulary=["a", "b", "c"], output_mode="multi_hot"), dict(vocabulary=["a", "b", "c"], output_mode="count"), dict(vocabulary=["a", "b", "c"], output_mode="tf_idf", idf_weights=[1.0, 2.0, 3.0]), dict(vocabulary=["a", "b", "c"], max_tokens=6, pad_to_max_tokens=True, output_mode="multi_hot"), dict(vocabulary=["a", "b", "c"], max_tokens=2), dict(vocabulary=["a", "a"]), dict(max_tokens=0)]:
    case("sl " + str(sorted([(k, str(v)) for k, v in kw.items()])), lambda: lk("StringLookup", kw, tf.constant([[1, 2, 3]]) if kw.get("invert") else SX))
case("sl adapt", lambda: lk("StringLookup", {}, SX, SX))
case("sl adapt max", lambda: lk("StringLookup", dict(max_tokens=3), SX, SX))
IX = np.array([[10, 99, 7], [8, 0, 10]])
for kw in [dict(vocabulary=[10, 7, 8]), dict(vocabulary=[10, 7, 8], num_oov_indices=3), dict(vocabulary=[10, 7, 8], mask_token=0), dict(vocabulary=[10, 7, 8], mask_token=0, output_mode="multi_hot"), dict(vocabulary=[10, 7, 8], output_mode="count"), dict(vocabulary=[10, 7, 8], invert=True), dict(vocabulary=[10, 7, 8], oov_token=-5, invert=True), dict(vocabulary=[10, 7, 8], output_mode="one_hot"), dict(vocabulary=["a"])]:
    case("il " + str(sorted([(k, str(v)) for k, v in kw.items()])), lambda: lk("IntegerLookup", kw, np.array([[0, 1, 2, 3]]) if kw.get("invert") else IX))
case("il adapt", lambda: lk("IntegerLookup", {}, IX, IX))
