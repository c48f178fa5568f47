/** Preparing texts as Keras 2 did, for notebooks that are written so. */
package io.nyala.keras.preprocessing;
