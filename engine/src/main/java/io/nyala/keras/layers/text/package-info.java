/**
 * From text to numbers: tokens, vocabularies and the preprocessing layers built on them.
 *
 * <p>{@link io.nyala.keras.layers.text.TextPipeline} cuts text into {@link
 * io.nyala.keras.layers.text.Tokens}, {@link io.nyala.keras.layers.text.Vocabulary} numbers them,
 * {@link io.nyala.keras.layers.text.TokenTable} finds a number fast.
 */
package io.nyala.keras.layers.text;
