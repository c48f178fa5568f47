ids=np.array([[1,2,3,0,0],[4,5,0,0,0],[0,0,0,0,0],[2,0,3,0,1]])
S=lcg(31,1.0,(4,5,3))
def run(build,x=None,training=None,n=None):
    keras.backend.clear_session(); l=build(); x=S if x is None else x
    l(x); fill(l); return l(x) if training is None else l(x,training=training)
def grad(build,x=None):
    keras.backend.clear_session(); l=build(); x=tf.constant(S if x is None else x); l(x); fill(l)
    with tf.GradientTape() as t:
        t.watch(x); y=l(x); y=tf.reduce_sum(tf.sin(y[0] if isinstance(y,(list,tuple)) else y))
    return t.gradient(y,[x]+l.trainable_variables)
L=layers
for i,b in enumerate([lambda: L.RNN([L.LSTMCell(2,activation="relu"),L.GRUCell(3,reset_after=False)],return_sequences=True,return_state=True),
  lambda: L.Bidirectional(L.GRU(2,return_sequences=True),backward_layer=L.LSTM(3,go_backwards=True,return_sequences=True)),
  lambda: L.TimeDistributed(L.Conv1D(2,2,padding="same")) if False else L.TimeDistributed(L.Dense(2,activation="softmax")),
  lambda: L.Conv1D(4,3,strides=2,padding="same",dilation_rate=1,groups=1,activation="gelu"),
  lambda: L.Conv1D(6,2,groups=3,use_bias=False), lambda: L.Conv1D(2,2,padding="causal",dilation_rate=2),
  lambda: L.LayerNormalization(axis=[1,2]), lambda: L.LayerNormalization(scale=False,center=False), lambda: L.BatchNormalization(axis=1,scale=False),
  lambda: L.Dense(3,activation=keras.activations.swish,kernel_regularizer=keras.regularizers.OrthogonalRegularizer()),
  lambda: L.LSTM(2,recurrent_activation="hard_sigmoid",unroll=True,go_backwards=True,return_sequences=True),
  lambda: L.GRU(2,reset_after=False,activation="softsign",use_bias=False), lambda: L.SimpleRNN(3,activation="selu",return_sequences=True),
  lambda: keras.Sequential([L.Masking(mask_value=0.0),L.LSTM(2,return_sequences=True),L.GlobalAveragePooling1D()]),
  lambda: L.MaxPooling1D(3,strides=1,padding="same"), lambda: L.AveragePooling1D(2,strides=2,padding="same"), lambda: L.GlobalMaxPooling1D(keepdims=True),
  lambda: L.EinsumDense("abc,cde->abde",output_shape=(None,2,2),bias_axes="de"), lambda: L.UnitNormalization(axis=1), lambda: L.PReLU(shared_axes=[1]),
  lambda: L.Lambda(lambda x: x**2+1), lambda: L.Permute((2,1)), lambda: L.Reshape((-1,5)), lambda: L.Cropping1D(1), lambda: L.ZeroPadding1D((1,2)), lambda: L.UpSampling1D(2)]):
    case("layer %d"%i, lambda: run(b)); case("grad %d"%i, lambda: grad(b))
def att(**kw):
    keras.backend.clear_session(); l=L.MultiHeadAttention(2,3,value_dim=2,output_shape=4,attention_axes=None,use_bias=False); l(S,S); fill(l); return l(S,S,return_attention_scores=True,**kw)
case("mha", lambda: att(use_causal_mask=True)); case("mha mask", lambda: att(attention_mask=np.tril(np.ones((4,5,5)))))
case("att", lambda: L.Attention(use_scale=True,score_mode="concat")([S,S],return_attention_scores=True,use_causal_mask=True))
case("addatt", lambda: L.AdditiveAttention(use_scale=False)([S,S],mask=[None,tf.constant(ids>0)]))
def nested():
    keras.backend.clear_session()
    inner=keras.Sequential([keras.Input((3,)),L.Dense(2,name="q")],name="inner"); a=keras.Input((5,3),name="a"); b=keras.Input((5,3),name="b")
    sh=L.TimeDistributed(inner); r=L.LSTM(2,name="r"); o=L.Dot(axes=1,normalize=True)([r(sh(a)),r(sh(b))]); m=keras.Model([a,b],o,name="sim"); fill(m)
    m.compile(keras.optimizers.Adam(0.05),"mse"); h=m.fit({"a":S,"b":S[::-1].copy()},np.ones((4,1)),epochs=3,batch_size=2,shuffle=False,verbose=0).history
    m.save("target/n.keras"); k=keras.models.load_model("target/n.keras"); c=keras.models.clone_model(m); c.set_weights(m.get_weights())
    return [h,[w.path for w in m.weights],np.abs(k.predict([S,S],verbose=0)-m.predict([S,S],verbose=0)).max(),np.abs(c.predict([S,S],verbose=0)-m.predict([S,S],verbose=0)).max(),m.count_params(),[l.name for l in m.layers],m.input_shape,m.output_shape,k.get_config()["name"]]
case("nested", nested)
def ops_model():
    keras.backend.clear_session(); i=keras.Input((5,3)); x=keras.ops.transpose(i,(0,2,1)); x=keras.ops.concatenate([x,x*2],axis=1)[:,1:4]; x=keras.ops.softmax(keras.ops.mean(x,axis=-1)); m=keras.Model(i,L.Dense(1)(x)); fill(m); m.save("target/o.keras")
    return [m(S),keras.models.load_model("target/o.keras")(S)]
case("ops model", ops_model)
def st():
    keras.backend.clear_session(); i=keras.Input(batch_shape=(4,5,3)); l=L.GRU(2,stateful=True,return_state=True); m=keras.Model(i,l(i)); fill(m)
    a=m.predict(S,verbose=0,batch_size=4); b=m.predict(S,verbose=0,batch_size=4); l.reset_states(); return [a,b,m.predict(S,verbose=0,batch_size=4)]
case("stateful", st)
def frozen():
    m=small(); m.layers[0].trainable=False; m.compile(keras.optimizers.Adam(0.1),"mse"); h=hist(m,X,Y); m.save_weights("target/f.weights.h5"); k=small(); k.load_weights("target/f.weights.h5"); return [h,[w.numpy() for w in k.weights],len(m.optimizer.variables)]
case("frozen", frozen)
def bn():
    keras.backend.clear_session(); m=keras.Sequential([keras.Input((4,)),L.BatchNormalization(momentum=0.5),L.Dense(1)]); fill(m); m.compile(keras.optimizers.SGD(0.1),"mse"); m.fit(X,Y,batch_size=5,shuffle=False,verbose=0); return [w.numpy() for w in m.weights]
case("bn", bn)
def emb():
    keras.backend.clear_session(); m=keras.Sequential([L.Embedding(7,2,mask_zero=True,embeddings_constraint="unit_norm",embeddings_regularizer="l2"),L.Bidirectional(L.LSTM(2)),L.Dense(1)]); m(ids); fill(m); m.compile(keras.optimizers.Adam(0.1),"mse"); return [m.fit(ids,np.ones((4,1)),epochs=2,batch_size=2,shuffle=False,verbose=0).history,[w.numpy() for w in m.weights]]
case("emb", emb)
case("ema saved", lambda: (lambda m:[hist(m,X,Y),m.save("target/e.keras"),hist(keras.models.load_model("target/e.keras"),X,Y)])(small(optimizer=keras.optimizers.SGD(0.3,momentum=.9,use_ema=True,ema_momentum=.7,ema_overwrite_frequency=2))))
