keras.backend.clear_session()
def rn(seed, *shape):
    return lcg(seed, 1.0, shape)
S = rn(1, 3, 4, 2)
M = np.array([[True, True, False, False], [False, True, True, True], [False, False, False, False]])
def run(layer, x=S, calls=1, **kw):
    out = layer(x, **kw)
    fill(layer, 0.6)
    if calls > 1 or getattr(layer, "stateful", False):
        layer.reset_state()
    res = []
    for i in range(calls):
        res.append(layer(x, **kw))
    return res
cells = dict(S=layers.SimpleRNN, L=layers.LSTM, G=layers.GRU)
for k in cells:
    C = cells[k]
    for seq in [False, True]:
        for back in [False, True]:
            case(k + " mask seq%s back%s" % (seq, back), lambda: run(C(3, return_sequences=seq, go_backwards=back, return_state=True), mask=M))
            case(k + " stateful seq%s back%s" % (seq, back), lambda: run(C(3, return_sequences=seq, go_backwards=back, stateful=True, return_state=True), calls=3))
            case(k + " zero mask seq%s back%s" % (seq, back), lambda: run(C(3, return_sequences=seq, go_backwards=back, zero_output_for_mask=True) if k != "x" else None, mask=M))
    case(k + " bidir stateful", lambda: run(layers.Bidirectional(C(3, stateful=True, return_sequences=True)), calls=2))
    case(k + " bidir mask states", lambda: run(layers.Bidirectional(C(3, return_state=True, return_sequences=True), merge_mode="sum"), mask=M))
    case(k + " bidir none", lambda: run(layers.Bidirectional(C(3, return_sequences=True), merge_mode=None), mask=M))
    case(k + " bidir back layer", lambda: run(layers.Bidirectional(C(3, return_sequences=True), backward_layer=C(2, go_backwards=True, return_sequences=True))))
    case(k + " bidir same dir", lambda: run(layers.Bidirectional(C(3), backward_layer=C(3))))
    case(k + " bidir bad mode", lambda: run(layers.Bidirectional(C(3), merge_mode="xx")))
    n = 2 if k == "L" else 1
    st = [rn(9 + i, 3, 3) for i in range(n)]
    case(k + " initial", lambda: run(C(3, return_state=True), initial_state=st))
    case(k + " initial mask back", lambda: run(C(3, return_state=True, go_backwards=True), initial_state=st, mask=M))
    case(k + " initial tensor list", lambda: run(C(3), initial_state=[tf.constant(s) for s in st]))
    case(k + " initial bad shape", lambda: run(C(3), initial_state=[rn(3, 3, 5)] * n))
    case(k + " bidir initial", lambda: run(layers.Bidirectional(C(3, return_state=True)), initial_state=st + [s * 0.5 for s in st]))
    def resets():
        l = C(3, stateful=True)
        l(S)
        fill(l, 0.6)
        l.reset_states() if hasattr(l, "reset_states") else l.reset_state()
        a = l(S)
        b = l(S)
        l.reset_state()
        c = l(S)
        return [a, b, c]
    case(k + " reset", resets)
    def stacked():
        m = keras.Sequential([keras.Input(batch_shape=(3, 4, 2)), C(3, stateful=True, return_sequences=True), layers.Bidirectional(C(2, stateful=True)), layers.Dense(1)])
        fill(m, 0.6)
        m.compile("sgd", "mse")
        r = [m.predict(S, verbose=0, batch_size=3), m.predict(S, verbose=0, batch_size=3)]
        m.reset_states() if hasattr(m, "reset_states") else [l.reset_state() for l in m.layers if hasattr(l, "reset_state")]
        r.append(m.predict(S, verbose=0, batch_size=3))
        m.fit(S, np.ones((3, 1)), epochs=2, batch_size=3, shuffle=False, verbose=0)
        r.append(m.predict(S, verbose=0, batch_size=3))
        return r
    case(k + " stacked stateful", stacked)
    case(k + " stateful other batch", lambda: (lambda l: [l(S), l(S[:2])])(C(3, stateful=True)))
    case(k + " unroll mask", lambda: run(C(3, unroll=True, return_sequences=True), mask=M))
    case(k + " rnn stacked", lambda: run(layers.RNN([layers.SimpleRNNCell(2), layers.LSTMCell(3), layers.GRUCell(2)], return_state=True, return_sequences=True), mask=M))
    case(k + " td", lambda: run(layers.TimeDistributed(layers.Dense(2)), mask=M))
    case(k + " one step", lambda: run(C(3, return_state=True), x=S[:, :1]))
    case(k + " rank", lambda: run(C(3), x=S[0]))
def second(layer, x):
    layer(x)
    fill(layer, 0.5)
    x = tf.constant(x)
    with tf.GradientTape() as t2:
        t2.watch(x)
        with tf.GradientTape() as t1:
            t1.watch(x)
            y = tf.reduce_sum(layer(x) ** 2)
        g = t1.gradient(y, x)
        z = tf.reduce_sum(g ** 2)
    return [y, g, t2.gradient(z, x)] + [v for v in [t2]][:0]
def second_w(layer, x):
    layer(x)
    fill(layer, 0.5)
    with tf.GradientTape() as t2:
        with tf.GradientTape() as t1:
            y = tf.reduce_sum(layer(x) ** 2)
        g = t1.gradient(y, layer.trainable_variables)
        z = sum([tf.reduce_sum(e ** 2) for e in g])
    return [z, t2.gradient(z, layer.trainable_variables)]
for k in cells:
    C = cells[k]
    case("second " + k, lambda: second(C(3, return_sequences=True), S))
    case("second unroll " + k, lambda: second(C(3, unroll=True), S))
    case("second w " + k, lambda: second_w(C(3), S))
    case("second bidir " + k, lambda: second(layers.Bidirectional(C(2)), S))
class A(layers.Layer):
    def __init__(self, inner, n=2):
        super().__init__()
        self.inner = inner
        self.n = n
    def call(self, x):
        return self.inner(*([x] * self.n))
class AL(layers.Layer):
    def __init__(self, inner):
        super().__init__()
        self.inner = inner
    def call(self, x):
        return self.inner([x, x])
case("second mha", lambda: second(A(layers.MultiHeadAttention(2, 3)), S))
case("second w mha", lambda: second_w(A(layers.MultiHeadAttention(2, 3)), S))
case("second attention", lambda: second(AL(layers.Attention(use_scale=True)), S))
case("second additive", lambda: second(AL(layers.AdditiveAttention()), S))
case("second ln", lambda: second(layers.LayerNormalization(), S))
case("second bn", lambda: second(layers.BatchNormalization(), S))
case("second conv", lambda: second(layers.Conv1D(2, 2, activation="tanh"), S))
Q = rn(21, 2, 3, 4); K = rn(22, 2, 5, 4); VV = rn(23, 2, 5, 6)
def mha(call=dict(), **kw):
    l = layers.MultiHeadAttention(**kw)
    q, v, k = call.get("query", Q), call.get("value", K), call.get("key", None)
    rest = {n: e for n, e in call.items() if n not in ["query", "value", "key"]}
    l(q, v, key=k, **rest)
    fill(l, 0.4)
    return [l(q, v, key=k, **rest), l.get_config()["num_heads"], [tuple(w.shape) for w in l.weights], [w.path for w in l.weights]]
KM = np.array([[True, True, False, True, False], [True, False, False, False, False]])
for kw, call in [(dict(num_heads=2, key_dim=3), {}), (dict(num_heads=2, key_dim=3, value_dim=5), {}), (dict(num_heads=2, key_dim=3, use_bias=False), dict(return_attention_scores=True)), (dict(num_heads=2, key_dim=3, output_shape=7), {}), (dict(num_heads=2, key_dim=3, output_shape=(2, 3)), {}), (dict(num_heads=1, key_dim=2, attention_axes=(1,)), {}), (dict(num_heads=2, key_dim=2, attention_axes=(1, 2)), dict(query=rn(3, 2, 2, 3, 4), value=rn(4, 2, 2, 3, 4))), (dict(num_heads=2, key_dim=3), dict(use_causal_mask=True, query=K)), (dict(num_heads=2, key_dim=3), dict(attention_mask=rn(5, 2, 3, 5) > 0, return_attention_scores=True)), (dict(num_heads=2, key_dim=3), dict(key_mask=KM, return_attention_scores=True)), (dict(num_heads=2, key_dim=3), dict(value_mask=KM, query_mask=KM[:, :3])), (dict(num_heads=2, key_dim=3), dict(value=VV, key=K)), (dict(num_heads=2, key_dim=3, flash_attention=False), {}), (dict(num_heads=2, key_dim=3, dropout=0.3), dict(training=False)), (dict(num_heads=0, key_dim=3), {}), (dict(num_heads=2, key_dim=3, kernel_initializer="ones", bias_initializer="ones", kernel_regularizer="l2"), {}), (dict(num_heads=2), {}), (dict(num_heads=2, key_dim=3, use_gate=True), {}), (dict(num_heads=2, key_dim=3, seed=3, dropout=1.5), {})]:
    case("mha %s %s" % (sorted(kw.items(), key=str), sorted(call.keys())), lambda: mha(call, **kw))
for eq, shapes in [("ij,jk->ik", [(2, 3), (3, 4)]), ("ij->ji", [(2, 3)]), ("ii->i", [(3, 3)]), ("ii", [(3, 3)]), ("ij->", [(2, 3)]), ("i,j->ij", [(2,), (3,)]), ("bij,bjk->bik", [(2, 3, 4), (2, 4, 2)]), ("...ij,...jk->...ik", [(2, 3, 4), (2, 4, 2)]), ("ij,jk", [(2, 3), (3, 4)]), ("ba,ac", [(2, 3), (3, 4)]), ("i,i", [(3,), (3,)]), ("ij,ij->i", [(2, 3), (2, 3)]), ("ij,jk,kl->il", [(2, 3), (3, 4), (4, 2)]), (" ij , jk -> ik ", [(2, 3), (3, 4)]), ("abc,cd->abd", [(2, 2, 3), (3, 2)]), ("...i->...", [(2, 3, 4)]), ("i...->...i", [(2, 3, 4)]), ("ij,kl->ijkl", [(1, 2), (2, 1)]), ("iij->j", [(2, 2, 3)]), ("ij,jk->iz", [(2, 3), (3, 4)]), ("ij,jk->ik", [(2, 3), (4, 4)]), ("i->ii", [(3,)]), ("ij", [(2, 3)]), ("ijk,ijk->", [(2, 2, 2), (2, 2, 2)]), ("aBc,cd->aBd", [(2, 2, 3), (3, 2)])]:
    ops = [rn(30 + i, *s) for i, s in enumerate(shapes)]
    for mod, f in [("tf", tf.einsum), ("np", np.einsum), ("ops", keras.ops.einsum)]:
        case("einsum %s %s %s" % (mod, eq, shapes), lambda: f(eq, *ops))
    def gr():
        v = [tf.constant(o) for o in ops]
        with tf.GradientTape() as t:
            t.watch(v)
            y = tf.reduce_sum(tf.einsum(eq, *v) ** 2)
        return t.gradient(y, v)
    case("einsum grad %s" % eq, gr)
