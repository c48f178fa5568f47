package io.nyala.dsl.names;

/** Makes {@code keras}, {@code tf} and {@code np} known to every session. */
public final class StandardModules implements Modules.Provider {

  @Override
  public void provide(Modules modules) {
    KerasObjects.install();
    modules.register("keras", Keras::names);
    modules.register("tensorflow", TensorFlow::names);
    modules.register("numpy", NumPy::names);
    modules.register("tensorflow.keras", Keras::names);
    modules.register("tf_keras", Keras::names);
    modules.bindAtStart("keras", "keras");
    modules.bindAtStart("layers", "keras.layers");
    modules.bindAtStart("tf", "tensorflow");
    modules.bindAtStart("np", "numpy");
  }
}
