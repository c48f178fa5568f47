/**
 * Model files, both ways with Python's Keras: {@code .keras}, {@code .weights.h5} and the older
 * {@code .h5}.
 *
 * <p>{@link io.nyala.keras.saving.WeightTree} says where each value stands; {@link
 * io.nyala.keras.saving.Configs} reads what a file says a model is made of. Files come from anyone:
 * nothing in them is run, and what they may take is bounded before it is taken.
 */
package io.nyala.keras.saving;
