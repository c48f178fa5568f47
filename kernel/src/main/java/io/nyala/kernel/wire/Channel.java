package io.nyala.kernel.wire;

/** The channels that carry messages; the heartbeat carries none. */
public enum Channel {
  SHELL,
  CONTROL,
  STDIN,
  IOPUB
}
