package io.nyala.kernel.comm;

/** Accepts comms that the front end opens under a target's name. */
@FunctionalInterface
public interface CommTarget {

  /** Called with the new comm and the message that opened it; throwing refuses the comm. */
  void opened(Comm comm, CommMessage message);
}
