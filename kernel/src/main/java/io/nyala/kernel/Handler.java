package io.nyala.kernel;

import io.nyala.kernel.wire.Message;

/** Answers one type of request. */
@FunctionalInterface
interface Handler {

  /** The answer; anything thrown becomes a reply with status error. */
  Reply handle(Message request) throws Exception;
}
