package io.nyala.dsl.names.modules;

import io.nyala.dsl.names.Modules;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.keras.Keras;
import io.nyala.dsl.names.keras.KerasObjects;
import io.nyala.dsl.names.np.NumPy;
import io.nyala.dsl.names.tf.TensorFlow;
import io.nyala.dsl.plot.Pyplot;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.args.Functions;

/** Makes {@code keras}, {@code tf}, {@code np} and {@code plt} known to every session. */
public final class StandardModules implements Modules.Provider {

  @Override
  public void provide(Modules modules) {
    // Groovy is being loaded meanwhile, which all that follows has to wait for.
    Catalog.publicModules();
    Functions.modules();
    KerasObjects.install();
    modules.register("keras", Keras::names);
    modules.register("tensorflow", TensorFlow::names);
    modules.register("numpy", NumPy::names);
    modules.register("tensorflow.keras", Keras::names);
    modules.register("tf_keras", Keras::names);
    modules.register("matplotlib.pyplot", Pyplot::names);
    modules.register(
        "matplotlib", () -> Pyplot.around((Namespace) modules.module("matplotlib.pyplot")));
    modules.bindAtStart("plt", "matplotlib.pyplot");
    modules.bindAtStart("keras", "keras");
    modules.bindAtStart("layers", "keras.layers");
    modules.bindAtStart("tf", "tensorflow");
    modules.bindAtStart("np", "numpy");
  }
}
