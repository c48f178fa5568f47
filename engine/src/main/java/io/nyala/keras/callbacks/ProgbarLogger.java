package io.nyala.keras.callbacks;

/** Prints the progress of training. */
public final class ProgbarLogger extends Callback {}
