package io.nyala.kernel.wire;

/** A kernel's channels; the heartbeat carries no messages. */
public enum Channel {
  HEARTBEAT,
  IOPUB,
  CONTROL,
  STDIN,
  SHELL
}
