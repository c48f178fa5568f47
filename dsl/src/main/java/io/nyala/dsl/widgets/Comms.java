package io.nyala.dsl.widgets;

import io.nyala.dsl.session.Frontend;
import java.util.List;
import java.util.Map;

/** Opens lines to a front end's objects; values are what JSON can say, in plain Java. */
@FunctionalInterface
public interface Comms {

  /** One end of a line; what is sent on a closed one goes nowhere. */
  interface Line {

    /** The line's name at both ends. */
    String id();

    /** Tells the other end something. */
    void send(Map<String, ?> data);

    /** Closes both ends. */
    void close();
  }

  /** What is done with what the other end says. */
  interface Listener {

    /**
     * The other end said something.
     *
     * @param buffers binary data that belongs to it
     * @param frontend where output caused by it goes
     */
    void received(Map<String, ?> data, List<byte[]> buffers, Frontend frontend);

    /** The other end closed the line. */
    void closed();
  }

  /** Opens a line to the front end's target of this name. */
  Line open(String target, Map<String, ?> data, Map<String, ?> metadata, Listener listener);
}
